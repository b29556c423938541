package throttlelab.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import throttlelab.app.bench.CriticalPath.Part;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageKind;

class MeasuringTest {

    private static final StageId STAGE = new StageId(0, 0, 0, StageKind.ATTENTION);

    @Test
    void aSampleHasItsMiddleAndItsEnds() {
        assertThat(Sample.of(3, 1, 2)).isEqualTo(new Sample(2, 1, 3, 3));
        assertThat(Sample.of(4, 1, 2, 3)).isEqualTo(new Sample(2.5, 1, 4, 4));
        assertThatThrownBy(Sample::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStageCostsWhatItTookBeyondItsWork() {
        // Two workers of 30 µs and 10 µs on two processors: 30 µs at least. On one: 40 µs.
        assertThat(stage(2, 30_000, 10_000)).isEqualTo(70, within(1e-9));
        assertThat(stage(1, 30_000, 10_000)).isEqualTo(60, within(1e-9));
    }

    @Test
    void aStageTakesAsLongAsItsLastWorkerOnTheProcessorsThereAre() {
        // Each computes 10 and waits 40. On two processors the third begins at 10 and ends at 60; on three, all at 50.
        Part[] three = {new Part(1, 10, 40), new Part(2, 10, 40), new Part(3, 10, 40)};
        assertThat(CriticalPath.nanos(three, 2)).isEqualTo(60);
        assertThat(CriticalPath.nanos(three, 3)).isEqualTo(50);
        // Whoever began first has the processor first: a long wait that begins late counts whole.
        assertThat(CriticalPath.nanos(new Part[] {new Part(2, 10, 100), new Part(1, 30, 0)}, 1)).isEqualTo(140);
    }

    @Test
    void aRunsCriticalPathIsThatOfItsStagesAndTheCoordinator() {
        CriticalPath path = new CriticalPath(1);
        path.began(STAGE, Collections.nCopies(2, null), new Sha256[2], 2, 0);
        for (int slot = 0; slot < 2; slot++) {
            path.computing(STAGE, slot, slot, slot);
            path.delayed(STAGE, slot, slot, 1_000_000, 5_000_000, 5_000_000 + 4_000_000);
        }
        path.opened(STAGE, new int[] {0, 1}, 10_000_000);
        assertThat(path.nanos()).isBetween(6_000_000L, 6_000_000L + 1_000_000_000);
    }

    @Test
    void turnsGiveAMeanAndItsConfidence() {
        Paired paired = Paired.of(new double[] {11, 24, 33}, new double[] {10, 20, 30});
        // 10 %, 20 %, 10 %: standard error 0.0333, Student's 4.303.
        assertThat(paired.mean()).isEqualTo(0.1333, within(1e-3));
        assertThat(paired.halfWidth()).isEqualTo(4.303 * 0.03333, within(1e-3));
        assertThat(Paired.of(new double[] {2}, new double[] {1}).halfWidth()).isInfinite();
        assertThatThrownBy(() -> Paired.of(new double[] {1}, new double[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherJobRunsUntilItIsEnded() {
        BusyCore job = new BusyCore();
        try (job) {
            while (job.turns() == 0) {
                Thread.onSpinWait();
            }
        }
        assertThat(job.turns()).isPositive().isEqualTo(job.turns());
    }

    @Test
    void thePeakIsReadWhereTheSystemTellsIt() {
        assertThat(ResidentMemory.peakBytes(List.of("Name:\tjava", "VmHWM:\t  651236 kB", "VmRSS:\t 1 kB")))
                .hasValue(651_236L * 1024);
        assertThat(ResidentMemory.peakBytes(List.of("Name:\tjava"))).isEqualTo(OptionalLong.empty());
    }

    private static double stage(int processors, long... compute) {
        StageClock clock = new StageClock(processors);
        clock.began(STAGE, List.<SlotPlan>of(), new Sha256[0], 0, 1_000);
        for (int worker = 0; worker < compute.length; worker++) {
            clock.delayed(STAGE, worker, worker, compute[worker], 0, 0);
        }
        clock.opened(STAGE, new int[0], 101_000);
        return clock.medianMicros();
    }
}
