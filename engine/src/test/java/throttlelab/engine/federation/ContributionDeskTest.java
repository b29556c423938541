package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Sha256;

class ContributionDeskTest {

    private static final int SLOTS = 8;
    private static final int FLOATS = 5;

    private final ContributionDesk desk = new ContributionDesk(true);
    private final Checksum crc = new Checksum();

    @BeforeEach
    void begin() {
        desk.beginRun();
    }

    private StageBarrier open(int stage, CombinePolicy policy) {
        StageBarrier barrier = new StageBarrier(new StageId(stage, 0, 0, StageKind.ATTENTION),
                IntStream.range(0, SLOTS).mapToObj(slot -> address(stage, slot)).toArray(Sha256[]::new),
                IntStream.range(0, SLOTS).map(slot -> FLOATS).toArray(), policy.required(SLOTS));
        desk.open(barrier, SLOTS);
        return barrier;
    }

    private static Sha256 address(int stage, int slot) {
        return new Sha256(stage, 4, 5, slot);
    }

    private Contribution contribution(int stage, int slot) {
        return contribution(stage, slot, crc);
    }

    private static Contribution contribution(int stage, int slot, Checksum crc) {
        float[] payload = {stage, slot, -0.0f, 1e-40f, 7};
        return new Contribution(address(stage, slot), payload, FLOATS,
                Contribution.checksum(address(stage, slot), payload, FLOATS, crc));
    }

    private Acceptance deliver(Contribution contribution) {
        return desk.deliver(contribution, 0, crc);
    }

    @Test
    void whatIsExpectedLocksWhateverTheOrder() {
        for (int stage = 0; stage < 50; stage++) {
            StageBarrier barrier = open(stage, CombinePolicy.CONTENT_ADDRESSED);
            int[] order = Runs.shuffled(45).order(barrier.stage(), SLOTS);
            for (int slot : order) {
                assertThat(barrier.open()).isFalse();
                assertThat(deliver(contribution(stage, slot))).isEqualTo(Acceptance.LOCKED);
            }
            assertThat(barrier.open()).isTrue();
        }
        assertThat(desk.refusals()).isEqualTo(new Refusals(0, 0, 0, 0));
    }

    /// Everything that can be wrong with the contribution to slot 3.
    static Stream<Arguments> corruptions() {
        return Stream.of(
                corruption("a bit of the payload", c -> changed(c, 3, Float.intBitsToFloat(
                        Float.floatToRawIntBits(c.payload()[3]) ^ 1))),
                corruption("the sign of a zero", c -> changed(c, 2, 0.0f)),
                corruption("two numbers swapped", c -> changed(changed(c, 0, c.payload()[1]), 1, c.payload()[0])),
                corruption("a bit of the checksum",
                        c -> new Contribution(c.address(), c.payload(), c.length(), c.checksum() ^ 0x4000)),
                corruption("a number missing", c -> new Contribution(c.address(), c.payload(), FLOATS - 1,
                        Contribution.checksum(c.address(), c.payload(), FLOATS - 1, new Checksum()))),
                corruption("a number too many", c -> new Contribution(c.address(), Arrays.copyOf(c.payload(), FLOATS + 1),
                        FLOATS + 1, Contribution.checksum(c.address(), Arrays.copyOf(c.payload(), FLOATS + 1), FLOATS + 1,
                                new Checksum()))),
                corruption("fewer numbers than it says", c -> new Contribution(c.address(),
                        Arrays.copyOf(c.payload(), FLOATS - 1), FLOATS, c.checksum())),
                corruption("another slot's payload and checksum under this address", c -> new Contribution(c.address(),
                        c.payload(), FLOATS, Contribution.checksum(address(0, 4), c.payload(), FLOATS,
                                new Checksum()))));
    }

    private static Arguments corruption(String name, UnaryOperator<Contribution> corruption) {
        return Arguments.of(name, corruption);
    }

    private static Contribution changed(Contribution c, int at, float value) {
        float[] payload = c.payload().clone();
        payload[at] = value;
        return new Contribution(c.address(), payload, c.length(), c.checksum());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corruptions")
    void whatIsCorruptedIsRefusedCountedAndChangesNothing(String name, UnaryOperator<Contribution> corruption) {
        StageBarrier barrier = open(0, CombinePolicy.CONTENT_ADDRESSED);
        IntStream.of(0, 1, 2, 4, 5, 6, 7).forEach(slot -> deliver(contribution(0, slot)));

        assertThat(deliver(corruption.apply(contribution(0, 3)))).isEqualTo(Acceptance.CORRUPTED);
        assertThat(barrier.locked()[3]).isNull();
        assertThat(barrier.arrived()).isEqualTo(7);
        assertThat(barrier.open()).isFalse();
        assertThat(desk.refusals()).isEqualTo(new Refusals(0, 0, 0, 1));

        // And the sound one is still welcome.
        Contribution sound = contribution(0, 3);
        assertThat(deliver(sound)).isEqualTo(Acceptance.LOCKED);
        assertThat(barrier.locked()[3]).isSameAs(sound);
        assertThat(barrier.open()).isTrue();
    }

    /// The control: a desk that does not verify lets corruption in, so it is the checksum that keeps it out.
    @Test
    void withoutVerificationAFlippedBitWouldLock() {
        ContributionDesk blind = new ContributionDesk(false);
        blind.beginRun();
        blind.open(open(0, CombinePolicy.CONTENT_ADDRESSED), SLOTS);

        assertThat(blind.deliver(changed(contribution(0, 3), 3, 1), 0, crc)).isEqualTo(Acceptance.LOCKED);
    }

    @Test
    void aDuplicateIsRefusedAndTheFirstStays() {
        StageBarrier barrier = open(0, CombinePolicy.CONTENT_ADDRESSED);
        Contribution first = contribution(0, 3);
        deliver(first);

        assertThat(deliver(contribution(0, 3))).isEqualTo(Acceptance.DUPLICATE);
        float[] other = {9, 9, 9, 9, 9};
        Contribution contradicting = new Contribution(address(0, 3), other, FLOATS,
                Contribution.checksum(address(0, 3), other, FLOATS, crc));
        assertThat(deliver(contradicting)).isEqualTo(Acceptance.DUPLICATE);
        assertThat(barrier.locked()[3]).isSameAs(first);
        assertThat(barrier.arrived()).isEqualTo(1);
        assertThat(desk.refusals()).isEqualTo(new Refusals(2, 0, 0, 0));
    }

    @Test
    void whatBelongsToAPassedStageIsStaleHoweverLongAgo() {
        for (int stage = 0; stage < 20; stage++) {
            open(stage, CombinePolicy.FIRST_RESPONSE);
            deliver(contribution(stage, stage % SLOTS));
            // Its gate is open, the next stage has not begun.
            assertThat(deliver(contribution(stage, (stage + 1) % SLOTS))).isEqualTo(Acceptance.STALE);
        }
        StageBarrier current = open(20, CombinePolicy.CONTENT_ADDRESSED);
        for (int stage = 0; stage < 20; stage++) {
            assertThat(deliver(contribution(stage, (stage + 2) % SLOTS))).isEqualTo(Acceptance.STALE);
            assertThat(deliver(contribution(stage, stage % SLOTS))).isEqualTo(Acceptance.STALE);
        }
        assertThat(current.arrived()).isZero();
        assertThat(desk.refusals()).isEqualTo(new Refusals(0, 60, 0, 0));
    }

    @Test
    void whatNobodyAskedForIsForeign() {
        assertThat(deliver(contribution(0, 0))).as("before any stage").isEqualTo(Acceptance.FOREIGN);
        StageBarrier barrier = open(0, CombinePolicy.CONTENT_ADDRESSED);

        assertThat(deliver(contribution(0, SLOTS))).as("no such slot").isEqualTo(Acceptance.FOREIGN);
        assertThat(deliver(contribution(1, 0))).as("a later stage").isEqualTo(Acceptance.FOREIGN);
        Contribution sound = contribution(0, 0);
        Sha256 oneBitOff = new Sha256(0, 4, 5, 1L << 63);
        assertThat(deliver(new Contribution(oneBitOff, sound.payload(), FLOATS,
                Contribution.checksum(oneBitOff, sound.payload(), FLOATS, crc)))).isEqualTo(Acceptance.FOREIGN);
        assertThat(barrier.arrived()).isZero();

        open(1, CombinePolicy.CONTENT_ADDRESSED);
        desk.beginRun();
        open(2, CombinePolicy.CONTENT_ADDRESSED);
        assertThat(deliver(contribution(0, 0))).as("an earlier run").isEqualTo(Acceptance.FOREIGN);
        assertThat(desk.refusals()).isEqualTo(new Refusals(0, 0, 5, 0));
    }

    /// Eight threads deliver everything twice, and all of the stage before once more.
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void underRealThreadsEveryStageOpensAndEveryRefusalIsCounted() throws Exception {
        desk.beginRun();
        int stages = 500;
        Thread[] threads = new Thread[SLOTS];
        CyclicBarrier together = new CyclicBarrier(SLOTS + 1);
        for (int number = 0; number < SLOTS; number++) {
            int slot = number;
            threads[number] = new Thread(() -> {
                Checksum own = new Checksum();
                for (int stage = 0; stage < stages; stage++) {
                    await(together);
                    if (stage > 0) {
                        desk.deliver(contribution(stage - 1, slot, own), 0, own);
                    }
                    desk.deliver(contribution(stage, slot, own), 0, own);
                    desk.deliver(contribution(stage, slot, own), 0, own);
                    desk.done();
                }
            });
            threads[number].start();
        }
        for (int stage = 0; stage < stages; stage++) {
            StageBarrier barrier = open(stage, CombinePolicy.CONTENT_ADDRESSED);
            await(together);
            desk.awaitGate();
            assertThat(barrier.arrived()).isEqualTo(SLOTS);
            desk.awaitDrained();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(desk.refusals()).isEqualTo(new Refusals(SLOTS * stages, SLOTS * (stages - 1), 0, 0));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
