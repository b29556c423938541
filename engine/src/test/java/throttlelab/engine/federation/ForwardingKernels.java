package throttlelab.engine.federation;

import throttlelab.engine.numerics.Choice;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.PackedMatrix;
import throttlelab.engine.numerics.RotaryTable;
import throttlelab.engine.numerics.Rows;
import throttlelab.engine.numerics.SimdKernels;

/// The SIMD kernels, for tests that change one of them.
public class ForwardingKernels implements Kernels {

    private final Kernels kernels = new SimdKernels();

    @Override
    public String name() {
        return kernels.name();
    }

    @Override
    public void matmul(PackedMatrix w, Rows x, Rows y) {
        kernels.matmul(w, x, y);
    }

    @Override
    public void rmsNorm(float[] x, int at, float[] weight, float epsilon, float[] out, int outAt) {
        kernels.rmsNorm(x, at, weight, epsilon, out, outAt);
    }

    @Override
    public void rotate(float[] x, int at, RotaryTable table, int position) {
        kernels.rotate(x, at, table, position);
    }

    @Override
    public void scores(float[] query, int at, int headDim, float[] keys, int keysAt, int positions,
            float scale, float[] out) {
        kernels.scores(query, at, headDim, keys, keysAt, positions, scale, out);
    }

    @Override
    public void softmax(float[] x, int at, int length) {
        kernels.softmax(x, at, length);
    }

    @Override
    public void weightedSum(float[] weights, int positions, float[] values, int valuesAt, int headDim, float[] out,
            int outAt) {
        kernels.weightedSum(weights, positions, values, valuesAt, headDim, out, outAt);
    }

    @Override
    public void swiglu(float[] x, int at, int width, float[] out, int outAt) {
        kernels.swiglu(x, at, width, out, outAt);
    }

    @Override
    public void scale(float[] x, int at, int length, float factor, float[] out, int outAt) {
        kernels.scale(x, at, length, factor, out, outAt);
    }

    @Override
    public void addScaled(float[] x, int at, int length, float factor, float[] out, int outAt) {
        kernels.addScaled(x, at, length, factor, out, outAt);
    }

    @Override
    public void add(float[] x, int at, int length, float[] out, int outAt) {
        kernels.add(x, at, length, out, outAt);
    }

    @Override
    public Choice choose(float[] logits, int at, int length, boolean[] present) {
        return kernels.choose(logits, at, length, present);
    }
}
