package throttlelab.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.UsageException;

class ProfilesTest {

    @ParameterizedTest
    @CsvSource({
        "none, 8, 1 1 1 1 1 1 1 1",
        "steady, 8, 5 5 5 5 5 5 5 5",
        "ramp, 8, 1 1.5 2 2.5 3 3.5 4 4.5",
        "ramp, 4, 1 1.5 2 2.5",
        "reverse-ramp, 8, 4.5 4 3.5 3 2.5 2 1.5 1",
        "phone, 8, 1 1 1 1 1 1 1 10",
        "phone, 2, 1 10"})
    void fixedProfiles(String name, int workers, String factors) {
        ThrottleProfile profile = Profiles.of(name);
        double[] expected = List.of(factors.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();

        assertThat(profile.name()).isEqualTo(name);
        for (long elapsed : new long[] {0, 1_000_000_000L, Long.MAX_VALUE}) {
            assertThat(factors(profile, workers, elapsed)).containsExactly(expected);
        }
    }

    @Test
    void burstyIsAFunctionOfSeedWorkerAndTime() {
        for (long time = 0; time < 10_000_000_000L; time += 7_777_777) {
            assertThat(factors(Profiles.bursty(7), 8, time)).isEqualTo(factors(Profiles.bursty(7), 8, time));
        }
        assertThat(samples(Profiles.bursty(7), 0)).isNotEqualTo(samples(Profiles.bursty(8), 0));
        assertThat(samples(Profiles.BURSTY, 0)).isNotEqualTo(samples(Profiles.BURSTY, 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void burstyHeatsUpThrottlesAndRecovers(int worker) {
        double[] samples = samples(Profiles.BURSTY, worker);

        assertThat(DoubleStream.of(samples).min()).hasValue(1);
        assertThat(DoubleStream.of(samples).max().orElseThrow())
                .isBetween(BurstyProfile.LEAST_PEAK, BurstyProfile.MOST_PEAK);
        long cool = DoubleStream.of(samples).filter(f -> f == 1).count();
        assertThat(cool).isBetween(samples.length / 10L, samples.length * 8L / 10);
        long between = DoubleStream.of(samples).filter(f -> f > 1 && f < 4).count();
        assertThat(between).isPositive();
    }

    /// A short run must be throttled too.
    @Test
    void burstyAlwaysSlowsSomebodyDown() {
        for (long time = 0; time < 20_000_000_000L; time += 1_000_003) {
            assertThat(DoubleStream.of(factors(Profiles.BURSTY, 8, time)).max().orElseThrow()).isGreaterThan(1);
        }
    }

    @Test
    void aListNamesProfilesInOrder() {
        assertThat(Profiles.parse("none, steady,ramp")).containsExactly(Profiles.NONE, Profiles.STEADY, Profiles.RAMP);
    }

    @Test
    void allBuiltInProfilesGoByTheirName() {
        assertThat(Profiles.builtIn()).allSatisfy(p -> assertThat(Profiles.byName(p.name())).contains(p));
        assertThat(Profiles.byName("custom")).isEmpty();
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> Profiles.parse("none,stedy")).isInstanceOf(UsageException.class)
                .hasMessage("There is no throttle profile 'stedy': use none, steady, ramp, reverse-ramp, phone, bursty,"
                        + " or the name of a profile file ending in .json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "none,", ",none", "none,,ramp", "none,ramp,none"})
    void aListThatCannotBeMeantIsRefused(String list) {
        assertThatThrownBy(() -> Profiles.parse(list)).isInstanceOf(UsageException.class)
                .hasMessageContaining("'" + list + "'");
    }

    private static double[] factors(ThrottleProfile profile, int workers, long elapsed) {
        return IntStream.range(0, workers).mapToDouble(w -> profile.factor(w, workers, elapsed)).toArray();
    }

    private static double[] samples(ThrottleProfile profile, int worker) {
        return IntStream.range(0, 2_000).mapToDouble(i -> profile.factor(worker, 8, i * 5_000_000L)).toArray();
    }
}
