package throttlelab.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
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
