package throttlelab.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {

    @Test
    void theBarSaysHowFarItHasComeAndHowLongItWillTake() {
        assertThat(line(7_500, Duration.ofMillis(61_001)).bar(80, true)).isEqualTo(
                "steady 2/3  ████████████░░░░░░░░░░░░   50 %   7,500 of 15,000 tokens  1:02 left");
        assertThat(line(7_500, Duration.ofMillis(61_001)).bar(80, false)).contains("###########...........");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 60, 80, 200})
    void itNeverFillsTheLastColumn(int width) {
        assertThat(line(15_000, Duration.ZERO).bar(width, true).length()).isLessThan(width);
    }

    @Test
    void theBarDoesNotJump() {
        var first = new ProgressLine("none", 1, 15_000, "tokens", Optional.empty(), "");
        var last = new ProgressLine("none", 14_999, 15_000, "tokens", Optional.of(Duration.ofSeconds(1)), "");

        assertThat(first.bar(80, true).indexOf('%')).isEqualTo(last.bar(80, true).indexOf('%'));
    }

    @Test
    void aLineOfALogSaysTheSame() {
        assertThat(line(7_500, Duration.ofHours(2)).plain())
                .isEqualTo(" 50 %  steady 2/3, 7,500 of 15,000 tokens  2:00:00 left");
    }

    private static ProgressLine line(long done, Duration left) {
        return new ProgressLine("steady 2/3", done, 15_000, "tokens", Optional.of(left), "");
    }
}
