package throttlelab.engine.numerics;

import java.util.Arrays;

/// Does every operation of the forward pass on small numbers, over and over, until vectors are faster than plain loops.
final class VectorWarmUp implements Runnable {

    private static final int SIZE = 64;
    private static final int POSITIONS = 48;
    private static final int LOGITS = 512;
    /// Rounds between two looks at the time.
    private static final int ROUNDS = 100;
    /// Where vectors never get faster, they are taken all the same after so many looks.
    private static final int MOST_LOOKS = 200;
    private static final int[] ROWS = {1, 2, 4, 6};

    private final Kernels simd;
    private final Kernels scalar;
    private final PackedMatrix bfloat16 = PackedMatrix.bfloat16(SIZE, SIZE);
    private final PackedMatrix fp32 = PackedMatrix.fp32(SIZE, SIZE);
    private final RotaryTable rotary = new RotaryTable(1, SIZE, 10_000);
    private final float[] in = new float[POSITIONS * SIZE];
    private final float[] out = new float[POSITIONS * SIZE];
    private final float[] weight = new float[SIZE];

    VectorWarmUp(Kernels simd, Kernels scalar) {
        this.simd = simd;
        this.scalar = scalar;
    }

    @Override
    public void run() {
        for (int look = 0; look < MOST_LOOKS && nanos(simd) > nanos(scalar) / 2; look++) {
            Thread.onSpinWait();
        }
    }

    private long nanos(Kernels kernels) {
        long began = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            round(kernels);
        }
        return System.nanoTime() - began;
    }

    private void round(Kernels kernels) {
        for (int rows : ROWS) {
            Rows x = new Rows(rows).dense(in, 0, rows, SIZE);
            Rows y = new Rows(rows).dense(out, 0, rows, SIZE);
            kernels.matmul(bfloat16, x, y);
            kernels.matmul(fp32, x, y);
        }
        kernels.rmsNorm(in, 0, weight, 1e-6f, out, 0);
        kernels.rotate(out, 0, rotary, 0);
        kernels.scores(in, 0, SIZE, in, 0, POSITIONS, 1, out);
        kernels.softmax(out, 0, POSITIONS - 1);
        kernels.weightedSum(out, POSITIONS, in, 0, SIZE, out, POSITIONS);
        kernels.swiglu(in, 0, SIZE, out, 0);
        kernels.scale(in, 0, SIZE, 2, out, 0);
        kernels.addScaled(in, 0, SIZE, 2, out, 0);
        kernels.add(in, 0, SIZE, out, 0);
        Arrays.fill(out, 0, LOGITS, 0);
        out[LOGITS / 2] = 1;
        kernels.choose(out, 0, LOGITS, null);
    }
}
