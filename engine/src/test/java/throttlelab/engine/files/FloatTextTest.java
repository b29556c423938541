package throttlelab.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "0.0", "-0.0", "1", "-2.27E-5", "-1.4E-45", "3.4028235E38", "3.5E38", "1e-400",
        "1e400", "123456789012345", "1234567890123456", "0.000000000000001", "1e22", "1e23", "12E+3", "-0.1e-3",
        "1.00000005960464477539062500000000000001", "16777217", "16777217.0000001", "0.1234567890123456789"})
    void agreesWithThePlatform(String text) {
        assertSame(text);
    }

    @Test
    void agreesWithThePlatformForEveryDecimalThatFloatsAreWrittenAs() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 200_000; i++) {
            float value = Float.intBitsToFloat(random.nextInt());
            if (Float.isFinite(value)) {
                assertSame(Float.toString(value));
                assertSame(new BigDecimal(value).movePointRight(random.nextInt(3)).toPlainString());
            }
        }
    }

    /// In the middle of two floats, and a hair beside it: there a double does not know any more which is nearer.
    @Test
    void agreesWithThePlatformBetweenTwoFloats() {
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 50_000; i++) {
            float value = random.nextInt(1, 1 << 24) / (float) (1 << random.nextInt(24));
            BigDecimal middle = new BigDecimal(value).add(new BigDecimal(Math.nextUp(value))).divide(BigDecimal.TWO);
            assertSame(middle.toPlainString());
            assertSame(middle.add(new BigDecimal("1e-30")).toPlainString());
            assertSame(middle.subtract(new BigDecimal("1e-30")).toPlainString());
        }
    }

    private static void assertSame(String text) {
        char[] padded = ("9" + text + "9").toCharArray();
        assertThat(Float.floatToRawIntBits(FloatText.parse(padded, 1, text.length()))).as(text)
                .isEqualTo(Float.floatToRawIntBits(Float.parseFloat(text)));
    }
}
