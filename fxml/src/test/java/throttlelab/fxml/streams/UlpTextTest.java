package throttlelab.fxml.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// Distances that have no room for all their digits.
class UlpTextTest {

    @Test
    void fewDigitsStandAndManyAreThousandsOrMillions() {
        assertThat(UlpText.brief(0)).isEqualTo("0");
        assertThat(UlpText.brief(9_999)).isEqualTo("9999");
        assertThat(UlpText.brief(43_210)).isEqualTo("43k");
        assertThat(UlpText.brief(12_345_678)).isEqualTo("12M");
        assertThat(UlpText.brief(Integer.MAX_VALUE)).isEqualTo("2,147M");
    }
}
