package throttlelab.fxml.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TempoScaleTest {

    @Test
    void leadsFromAStageASecondToFullSpeed() {
        assertThat(TempoScale.millis(0)).isEqualTo(1000);
        assertThat(TempoScale.millis(TempoScale.last())).isZero();
        assertThat(IntStream.range(1, TempoScale.last()).mapToDouble(step -> TempoScale.millis(step - 1)
                / TempoScale.millis(step))).allSatisfy(ratio -> assertThat(ratio).isBetween(1.2, 2.01));
    }

    @Test
    void everyStepIsItsOwnNearest() {
        assertThat(IntStream.rangeClosed(0, TempoScale.last()).map(step -> TempoScale.step(TempoScale.millis(step)))
                .toArray())
                .containsExactly(IntStream.rangeClosed(0, TempoScale.last()).toArray());
    }

    @Test
    void aTempoBetweenTwoStepsIsShownAtTheNearest() {
        assertThat(TempoScale.millis(TempoScale.step(33))).isCloseTo(35, within(0.0));
        assertThat(TempoScale.millis(TempoScale.step(5000))).isEqualTo(1000);
        assertThat(TempoScale.millis(TempoScale.step(0.01))).isEqualTo(1);
    }
}
