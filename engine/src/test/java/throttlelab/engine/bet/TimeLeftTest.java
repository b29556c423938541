package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.throttle.Profiles;

class TimeLeftTest {

    private static final List<PlannedRun> RUNS = List.of(new PlannedRun(Profiles.NONE, 1),
            new PlannedRun(Profiles.STEADY, 1), new PlannedRun(Profiles.STEADY, 2));

    private final TimeLeft left = new TimeLeft(RUNS, 2, 100);

    @Test
    void isNotKnownWhileNoneRunsAndOthersFollow() {
        assertThat(left.nanos(0, 50, 1_000)).isEqualTo(-1);
        assertThat(new TimeLeft(RUNS.subList(0, 1), 2, 100).nanos(0, 50, 1_000)).isEqualTo(1_000);
        assertThat(new TimeLeft(RUNS.subList(0, 1), 2, 100).nanos(0, 1, 1_000)).as("too early to tell").isEqualTo(-1);
    }

    @Test
    void throttledRunsAreForetoldFromNone() {
        left.ended(0, 1_000, Forged.report(1_000, Forged.timing(0, 1, 200, 0), Forged.timing(1, 1, 250, 0)));

        assertThat(left.nanos(1, 0, 0)).as("1000 + 4 x 250, twice").isEqualTo(4_000);
        assertThat(left.nanos(1, 50, 1_500)).as("by its own rate, then as foretold").isEqualTo(1_500 + 2_000);
    }

    @Test
    void aRepeatTakesAsLongAsTheFirstTime() {
        left.ended(0, 1_000, Forged.report(1_000, Forged.timing(0, 1, 250, 0)));
        left.ended(1, 3_333, Forged.report(3_333, Forged.timing(0, 5, 250, 1_000)));

        assertThat(left.nanos(2, 0, 33)).isEqualTo(3_300);
        assertThat(left.nanos(2, 100, 5_000)).isZero();
    }
}
