package throttlelab.fxml.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineWindowTest {

    private static final long SECOND = 1_000_000_000;
    private static final long MILLI = 1_000_000;

    private final TimelineWindow window = new TimelineWindow();

    @ParameterizedTest
    @CsvSource({"1, 1", "35, 1", "350, 3", "1000, 6", "10000, 30"})
    void itShowsSomeStagesAtThePaceOfTheRun(long paceMillis, long seconds) {
        window.turn(100 * SECOND, paceMillis * MILLI, false);
        window.follow();

        assertThat(window.span()).isEqualTo(seconds * SECOND);
        assertThat(window.start()).isEqualTo((100 - seconds) * SECOND);
    }

    @Test
    void itDoesNotBreatheWithThePace() {
        window.turn(100 * SECOND, 350 * MILLI, false);
        window.turn(100 * SECOND, 300 * MILLI, false);
        window.turn(100 * SECOND, 390 * MILLI, false);

        assertThat(window.span()).isEqualTo(3 * SECOND);
    }

    @Test
    void aShortRunFillsItWhenItIsOver() {
        window.turn(150 * MILLI, MILLI, false);
        assertThat(window.span()).isEqualTo(SECOND);

        window.turn(150 * MILLI, MILLI, true);
        assertThat(window.span()).isEqualTo(150 * MILLI);
    }

    @Test
    void zoomingKeepsWhatIsUnderTheMouse() {
        window.turn(100 * SECOND, SECOND, false);
        window.moveTo(40 * SECOND);

        window.zoom(0.5, 42 * SECOND);

        assertThat(window.span()).isEqualTo(3 * SECOND);
        assertThat(window.start()).isEqualTo(41 * SECOND);
        window.turn(101 * SECOND, MILLI, false);
        assertThat(window.span()).as("a person's zoom stays").isEqualTo(3 * SECOND);
    }

    @Test
    void itNeverLeavesTheRun() {
        window.turn(10 * SECOND, SECOND, false);

        window.moveTo(-5 * SECOND);
        assertThat(window.start()).isZero();
        window.moveTo(50 * SECOND);
        assertThat(window.start()).isEqualTo(4 * SECOND);
        assertThat(window.atEnd()).isTrue();
        window.zoom(1000, 5 * SECOND);
        assertThat(window.span()).isEqualTo(10 * SECOND);
        window.zoom(1e-12, 5 * SECOND);
        assertThat(window.span()).isPositive();
        window.whole();
        assertThat(window.start()).isZero();
        assertThat(window.span()).isEqualTo(10 * SECOND);
    }

    @Test
    void aTimeIsRevealedOnlyIfItIsOutOfView() {
        window.turn(100 * SECOND, SECOND, false);
        window.moveTo(50 * SECOND);

        window.reveal(52 * SECOND);
        assertThat(window.start()).isEqualTo(50 * SECOND);
        window.reveal(20 * SECOND);
        assertThat(window.start()).isEqualTo(17 * SECOND);
    }
}
