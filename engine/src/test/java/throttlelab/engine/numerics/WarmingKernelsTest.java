package throttlelab.engine.numerics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WarmingKernelsTest {

    @Test
    @Timeout(60)
    void givesTheSameBitsBeforeAndAfterItHasWarmedUp() {
        WarmingKernels kernels = new WarmingKernels(1);
        PackedMatrix w = PackedMatrix.fp32(40, 30);
        Random random = new Random(1);
        float[] row = new float[30];
        for (int output = 0; output < 40; output++) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
            w.putRow(output, row, 0);
        }
        float[] before = product(kernels, w, row);
        while (!kernels.warm()) {
            assertThat(product(kernels, w, row)).isEqualTo(before);
        }
        assertThat(product(kernels, w, row)).isEqualTo(before);
    }

    @Test
    void doesNotWarmUpBeforeItsHeadStartIsOver() {
        WarmingKernels kernels = new WarmingKernels(Long.MAX_VALUE);
        product(kernels, PackedMatrix.fp32(40, 30), new float[30]);
        assertThat(kernels.warm()).isFalse();
    }

    private static float[] product(Kernels kernels, PackedMatrix w, float[] x) {
        float[] y = new float[w.outputs()];
        kernels.matmul(w, new Rows(1).dense(x, 0, 1, x.length), new Rows(1).dense(y, 0, 1, y.length));
        return y;
    }
}
