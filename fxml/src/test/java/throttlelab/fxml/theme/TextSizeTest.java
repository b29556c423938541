package throttlelab.fxml.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextSizeTest {

    @ParameterizedTest
    @CsvSource({"80, 10.4", "100, 13", "150, 19.5", "200, 26"})
    void isWhatWasAskedForInAWindowOfADesktop(int zoom, double pixels) {
        assertThat(TextSize.pixels(zoom, 1000, 700)).isEqualTo(pixels);
        assertThat(TextSize.pixels(zoom, 1400, 900)).isEqualTo(pixels);
    }

    @Test
    void isLargerInALargeWindow() {
        assertThat(TextSize.pixels(100, 2560, 1440)).isEqualTo(16, within(0.5));
        assertThat(TextSize.pixels(100, 3840, 2160)).isEqualTo(19.5, within(0.5));
    }

    @Test
    void aNarrowWindowHasNoRoomForMoreHoweverHighItIs() {
        assertThat(TextSize.pixels(100, 1000, 2160)).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({"1000, 700", "1920, 1080", "2560, 1440", "5000, 3000"})
    void growsWithEveryStep(double width, double height) {
        for (int zoom = Themes.SMALLEST; zoom < Themes.LARGEST; zoom += 10) {
            assertThat(TextSize.pixels(zoom + 10, width, height)).isGreaterThan(TextSize.pixels(zoom, width, height));
        }
    }
}
