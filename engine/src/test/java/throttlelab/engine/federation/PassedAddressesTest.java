package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import throttlelab.engine.digest.Sha256;

class PassedAddressesTest {

    private static final int MANY = 20_000;

    private final PassedAddresses passed = new PassedAddresses();
    private final SplittableRandom random = new SplittableRandom(45);

    private Sha256[] addresses(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Sha256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong()))
                .toArray(Sha256[]::new);
    }

    @Test
    void itKnowsWhatHasPassedAndNothingElse() {
        Sha256[] known = addresses(MANY);
        for (Sha256 address : known) {
            passed.add(address);
            passed.add(address);
        }

        assertThat(known).allMatch(passed::contains);
        assertThat(addresses(MANY)).noneMatch(passed::contains);
    }

    /// All of them want the same place.
    @Test
    void addressesThatBeginAlikeAreToldApart() {
        for (long i = 1; i <= 400; i++) {
            passed.add(new Sha256(0, i, 0, 0));
        }

        assertThat(passed.contains(new Sha256(0, 400, 0, 0))).isTrue();
        assertThat(passed.contains(new Sha256(0, 401, 0, 0))).isFalse();
    }

    @Test
    void afterANewBeginningItKnowsNothing() {
        Sha256[] known = addresses(MANY);
        for (Sha256 address : known) {
            passed.add(address);
        }

        passed.clear();

        assertThat(known).noneMatch(passed::contains);
    }
}
