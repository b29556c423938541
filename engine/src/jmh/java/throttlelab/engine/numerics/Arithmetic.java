package throttlelab.engine.numerics;

import java.util.Random;

/// The two implementations of the contract that benchmarks compare, and numbers for them to work on.
public enum Arithmetic {

    /// Lanes across results.
    SIMD(new SimdKernels()),

    /// The yardstick.
    SCALAR(new ScalarKernels());

    private final Kernels kernels;

    Arithmetic(Kernels kernels) {
        this.kernels = kernels;
    }

    Kernels kernels() {
        return kernels;
    }

    /// Numbers like activations; always the same.
    static float[] floats(int length) {
        Random random = new Random(45);
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    /// The same, cut to bfloat16.
    static float[] bfloat16(int length) {
        float[] values = floats(length);
        for (int i = 0; i < length; i++) {
            values[i] = Float.intBitsToFloat(Float.floatToRawIntBits(values[i]) & 0xFFFF_0000);
        }
        return values;
    }
}
