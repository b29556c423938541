package throttlelab.engine.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

/// Exponential and logarithm: near the truth, and the same in a lane as alone.
class ElementaryTest {

    @Test
    void expIsWithinTwoUlpsOfTheTruth() {
        double worst = 0;
        for (int bits = 0; bits < 0x42B20000; bits += 997) {
            for (float x : new float[] {Float.intBitsToFloat(bits), -Float.intBitsToFloat(bits)}) {
                double truth = StrictMath.exp(x);
                if (truth <= Float.MAX_VALUE && truth >= Float.MIN_NORMAL) {
                    worst = Math.max(worst, Math.abs(Elementary.exp(x) - truth) / Math.ulp((float) truth));
                }
            }
        }
        assertThat(worst).isLessThan(2);
    }

    @Test
    void logIsWithinTwoUlpsOfTheTruth() {
        double worst = 0;
        for (int bits = Float.floatToIntBits(1.0f); bits < Float.floatToIntBits(1e6f); bits += 101) {
            float x = Float.intBitsToFloat(bits);
            double truth = StrictMath.log(x);
            worst = Math.max(worst, Math.abs(Elementary.log(x) - truth) / Math.ulp((float) truth));
        }
        assertThat(worst).isLessThan(2);
    }

    @Test
    void theEdgesOfExpAreExact() {
        assertThat(Elementary.exp(0.0f)).isEqualTo(1.0f);
        assertThat(Elementary.exp(-0.0f)).isEqualTo(1.0f);
        assertThat(Elementary.exp(Float.NEGATIVE_INFINITY)).isZero();
        assertThat(Elementary.exp(-104.0f)).isZero();
        assertThat(Elementary.exp(-103.0f)).isEqualTo(Float.MIN_VALUE);
        assertThat(Elementary.exp(89.0f)).isInfinite();
        assertThat(Elementary.exp(88.7f)).isFinite();
        assertThat(Elementary.exp(Float.POSITIVE_INFINITY)).isInfinite();
        assertThat(Elementary.exp(Float.NaN)).isNaN();
        assertThat(Float.floatToIntBits(Elementary.log(1.0f))).isZero();
    }

    @Test
    void aLaneGivesTheBitsOfTheScalarFunction() {
        Random random = new Random(45);
        int lanes = FloatVector.SPECIES_PREFERRED.length();
        float[] x = new float[lanes];
        float[] y = new float[lanes];
        for (int round = 0; round < 200_000; round++) {
            for (int i = 0; i < lanes; i++) {
                x[i] = round % 2 == 0 ? Float.intBitsToFloat(random.nextInt()) : (float) random.nextGaussian() * 40;
            }
            SimdElementary.exp(FloatVector.fromArray(FloatVector.SPECIES_PREFERRED, x, 0)).intoArray(y, 0);
            for (int i = 0; i < lanes; i++) {
                if (Float.floatToIntBits(y[i]) != Float.floatToIntBits(Elementary.exp(x[i]))) {
                    assertThat(y[i]).as("exp(%s)", x[i]).isEqualTo(Elementary.exp(x[i]));
                }
            }
        }
    }
}
