package throttlelab.engine.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The contract with the Vector API, the same bits: lanes always run across outputs, positions or elements, never along
/// a sum that the contract orders. What does not fill a vector is done by the scalar lines of the contract.
public final class SimdKernels implements Kernels {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    private final ScalarKernels scalar = new ScalarKernels();
    private final Tiles fp32 = new Fp32Tiles();
    private final Tiles bfloat16 = new Bfloat16Tiles();

    @Override
    public String name() {
        return "SIMD, " + L + " lanes";
    }

    @Override
    public void matmul(PackedMatrix w, Rows x, Rows y) {
        (w.pairs() == null ? fp32 : bfloat16).multiply(w, x, y);
    }

    @Override
    public void rmsNorm(float[] x, int at, float[] weight, float epsilon, float[] out, int outAt) {
        int length = weight.length;
        if (length % ScalarKernels.NORM_CHAINS > 0) {
            scalar.rmsNorm(x, at, weight, epsilon, out, outAt);
            return;
        }
        float r = ScalarKernels.inverseRoot(SimdSums.squares(x, at, length), length, epsilon);
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector.fromArray(LANES, x, at + i).mul(r).mul(FloatVector.fromArray(LANES, weight, i))
                    .intoArray(out, outAt + i);
        }
        for (; i < length; i++) {
            out[outAt + i] = x[at + i] * r * weight[i];
        }
    }

    @Override
    public void rotate(float[] x, int at, RotaryTable table, int position) {
        int half = table.half();
        if (half % L > 0) {
            scalar.rotate(x, at, table, position);
            return;
        }
        int angle = table.at(position);
        for (int i = 0; i < half; i += L) {
            FloatVector a = FloatVector.fromArray(LANES, x, at + i);
            FloatVector b = FloatVector.fromArray(LANES, x, at + half + i);
            FloatVector c = FloatVector.fromArray(LANES, table.cosines(), angle + i);
            FloatVector s = FloatVector.fromArray(LANES, table.sines(), angle + i);
            a.mul(c).sub(b.mul(s)).intoArray(x, at + i);
            b.mul(c).add(a.mul(s)).intoArray(x, at + half + i);
        }
    }

    @Override
    public void scores(float[] query, int at, int headDim, float[] keys, int keysAt, int positions, float scale,
            float[] out) {
        SimdAttention.scores(query, at, headDim, keys, keysAt, positions, scale, out);
    }

    @Override
    public void softmax(float[] x, int at, int length) {
        SimdSoftmax.softmax(x, at, length);
    }

    @Override
    public void weightedSum(float[] weights, int positions, float[] values, int valuesAt, int headDim, float[] out,
            int outAt) {
        if (headDim < SimdAttention.L) {
            scalar.weightedSum(weights, positions, values, valuesAt, headDim, out, outAt);
        } else {
            SimdAttention.weightedSum(weights, positions, values, valuesAt, headDim, out, outAt);
        }
    }

    @Override
    public void swiglu(float[] x, int at, int width, float[] out, int outAt) {
        int i = 0;
        for (; i + L <= width; i += L) {
            FloatVector g = FloatVector.fromArray(LANES, x, at + i);
            FloatVector u = FloatVector.fromArray(LANES, x, at + width + i);
            g.div(SimdElementary.exp(g.neg()).add(1.0f)).mul(u).intoArray(out, outAt + i);
        }
        for (; i < width; i++) {
            float g = x[at + i];
            out[outAt + i] = g / (1.0f + Elementary.exp(-g)) * x[at + width + i];
        }
    }

    @Override
    public void scale(float[] x, int at, int length, float factor, float[] out, int outAt) {
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector.fromArray(LANES, x, at + i).mul(factor).intoArray(out, outAt + i);
        }
        for (; i < length; i++) {
            out[outAt + i] = x[at + i] * factor;
        }
    }

    @Override
    public void addScaled(float[] x, int at, int length, float factor, float[] out, int outAt) {
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector product = FloatVector.fromArray(LANES, x, at + i).mul(factor);
            FloatVector.fromArray(LANES, out, outAt + i).add(product).intoArray(out, outAt + i);
        }
        for (; i < length; i++) {
            float product = x[at + i] * factor;
            out[outAt + i] = out[outAt + i] + product;
        }
    }

    @Override
    public void add(float[] x, int at, int length, float[] out, int outAt) {
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector.fromArray(LANES, out, outAt + i).add(FloatVector.fromArray(LANES, x, at + i))
                    .intoArray(out, outAt + i);
        }
        for (; i < length; i++) {
            out[outAt + i] = out[outAt + i] + x[at + i];
        }
    }

    @Override
    public Choice choose(float[] logits, int at, int length, boolean[] present) {
        return present == null ? SimdSoftmax.choose(logits, at, length) : scalar.choose(logits, at, length, present);
    }
}
