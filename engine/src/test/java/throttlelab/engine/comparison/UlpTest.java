package throttlelab.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class UlpTest {

    @Test
    void equalFloatsAreNotApart() {
        for (float value : new float[] {0f, -0f, 1, -1, Float.MIN_VALUE, -Float.MAX_VALUE, Float.NEGATIVE_INFINITY}) {
            assertThat(Ulp.distance(value, value)).isZero();
        }
    }

    @Test
    void zerosAreNeighboursAndTheirNeighboursAreDenormals() {
        assertThat(Ulp.distance(0f, -0f)).isEqualTo(1);
        assertThat(Ulp.distance(0f, Float.MIN_VALUE)).isEqualTo(1);
        assertThat(Ulp.distance(-0f, -Float.MIN_VALUE)).isEqualTo(1);
        assertThat(Ulp.distance(-Float.MIN_VALUE, Float.MIN_VALUE)).isEqualTo(3);
    }

    @Test
    void edgesOfTheRange() {
        assertThat(Ulp.distance(Float.MAX_VALUE, Float.POSITIVE_INFINITY)).isEqualTo(1);
        assertThat(Ulp.distance(Float.MIN_NORMAL, Math.nextDown(Float.MIN_NORMAL))).isEqualTo(1);
        assertThat(Ulp.distance(2f, Math.nextDown(2f))).as("where the step changes its size").isEqualTo(1);
        assertThat(Ulp.distance(1f, 2f)).isEqualTo(1 << 23);
        assertThat(Ulp.distance(Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY)).isEqualTo(2L * 0x7f800000 + 1);
    }

    @Test
    void countsSteps() {
        var random = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            float from = (random.nextFloat() - 0.5f) * 1e-3f;
            int steps = random.nextInt(1, 200);
            float to = from;
            for (int s = 0; s < steps; s++) {
                to = Math.nextDown(to);
            }
            // nextDown leaves +0 out on its way down.
            long zero = from > 0 && to <= 0 ? 1 : 0;
            assertThat(Ulp.distance(from, to)).isBetween((long) steps, steps + zero);
            assertThat(Ulp.distance(to, from)).isEqualTo(Ulp.distance(from, to));
        }
    }

    @Test
    void notANumberHasNoDistance() {
        assertThatThrownBy(() -> Ulp.distance(Float.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Ulp.distance(1, Float.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
