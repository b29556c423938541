package throttlelab.fxml.workers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactorTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"5|5", "2.5|2.5", "2,5|2.5", "5x|5", "7.25 ×|7.25", " 10X |10", ".5|0.5",
        "3.|3", "99|99"})
    void readsWhatPeopleWrite(String text, double factor) {
        assertThat(FactorText.parse(text)).hasValue(factor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "-3", "five", "1e5", "NaN", "Infinity", "2.5.1", "1234567890123"})
    void nothingElseIsAFactor(String text) {
        assertThat(FactorText.parse(text)).isEmpty();
    }

    @Test
    void writesNoMoreDigitsThanNeeded() {
        assertThat(FactorText.brief(1)).isEqualTo("1×");
        assertThat(FactorText.brief(2.5)).isEqualTo("2.5×");
        assertThat(FactorText.brief(19.96)).isEqualTo("20×");
        assertThat(FactorText.exact(10.037)).isEqualTo("10.04×");
        assertThat(FactorText.exact(Double.NaN)).isEqualTo("–");
    }
}
