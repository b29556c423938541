package throttlelab.engine.numerics;

import static jdk.incubator.vector.VectorOperators.MAX;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The contract with the Vector API, the same bits: lanes always run across outputs, positions or elements, never along
/// a sum that the contract orders. What does not fill a vector is done by the scalar lines of the contract.
public final class SimdKernels implements Kernels {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    private final ScalarKernels scalar = new ScalarKernels();

    @Override
    public String name() {
        return "SIMD, " + L + " lanes";
    }

    @Override
    public void matmul(PackedMatrix w, Rows x, Rows y) {
        SimdMatmul.matmul(w, x, y);
    }

    @Override
    public void rmsNorm(float[] x, int at, float[] weight, float epsilon, float[] out, int outAt) {
        int length = weight.length;
        float[] chains = new float[ScalarKernels.NORM_CHAINS];
        int whole = length - length % chains.length;
        for (int chain = 0; chain < chains.length; chain += L) {
            FloatVector sum = FloatVector.zero(LANES);
            for (int i = chain; i < whole; i += chains.length) {
                FloatVector v = FloatVector.fromArray(LANES, x, at + i);
                sum = v.fma(v, sum);
            }
            sum.intoArray(chains, chain);
        }
        for (int i = whole; i < length; i++) {
            chains[i - whole] = Math.fma(x[at + i], x[at + i], chains[i - whole]);
        }
        float r = ScalarKernels.inverseRoot(chains, length, epsilon);
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
        scalar.rotate(x, at, table, position);
    }

    @Override
    public void scores(float[] query, int at, int headDim, float[] keys, int keysAt, int capacity, int positions,
            float scale, float[] out) {
        int p = 0;
        for (; p + 2 * L < positions; p += 4 * L) {
            if (p + 4 * L > capacity) {
                break;
            }
            FloatVector s0 = FloatVector.zero(LANES);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            for (int d = 0; d < headDim; d++) {
                int column = keysAt + d * capacity + p;
                FloatVector q = FloatVector.broadcast(LANES, query[at + d]);
                s0 = q.fma(FloatVector.fromArray(LANES, keys, column), s0);
                s1 = q.fma(FloatVector.fromArray(LANES, keys, column + L), s1);
                s2 = q.fma(FloatVector.fromArray(LANES, keys, column + 2 * L), s2);
                s3 = q.fma(FloatVector.fromArray(LANES, keys, column + 3 * L), s3);
            }
            s0.mul(scale).intoArray(out, p);
            s1.mul(scale).intoArray(out, p + L);
            s2.mul(scale).intoArray(out, p + 2 * L);
            s3.mul(scale).intoArray(out, p + 3 * L);
        }
        for (; p < positions; p += L) {
            FloatVector sum = FloatVector.zero(LANES);
            for (int d = 0; d < headDim; d++) {
                FloatVector q = FloatVector.broadcast(LANES, query[at + d]);
                sum = q.fma(FloatVector.fromArray(LANES, keys, keysAt + d * capacity + p), sum);
            }
            sum.mul(scale).intoArray(out, p);
        }
    }

    @Override
    public void softmax(float[] x, int at, int length) {
        float max = maximum(x, at, length);
        exponentials(x, at, length, max);
        float sum = 0.0f;
        for (int i = 0; i < length; i++) {
            sum = sum + x[at + i];
        }
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector.fromArray(LANES, x, at + i).div(sum).intoArray(x, at + i);
        }
        for (; i < length; i++) {
            x[at + i] = x[at + i] / sum;
        }
    }

    /// The greatest of the values; its order is free, a maximum is exact.
    private static float maximum(float[] x, int at, int length) {
        float max = x[at];
        int i = 0;
        if (length >= L) {
            FloatVector most = FloatVector.fromArray(LANES, x, at);
            for (i = L; i + L <= length; i += L) {
                most = most.max(FloatVector.fromArray(LANES, x, at + i));
            }
            max = most.reduceLanes(MAX);
        }
        for (; i < length; i++) {
            max = Math.max(max, x[at + i]);
        }
        return max;
    }

    private static void exponentials(float[] x, int at, int length, float max) {
        int i = 0;
        for (; i + L <= length; i += L) {
            SimdElementary.exp(FloatVector.fromArray(LANES, x, at + i).sub(max)).intoArray(x, at + i);
        }
        for (; i < length; i++) {
            x[at + i] = Elementary.exp(x[at + i] - max);
        }
    }

    @Override
    public void weightedSum(float[] weights, int positions, float[] values, int valuesAt, int headDim, float[] out,
            int outAt) {
        int d = 0;
        for (; d + 4 * L <= headDim; d += 4 * L) {
            FloatVector s0 = FloatVector.zero(LANES);
            FloatVector s1 = s0;
            FloatVector s2 = s0;
            FloatVector s3 = s0;
            for (int p = 0; p < positions; p++) {
                int from = valuesAt + p * headDim + d;
                FloatVector w = FloatVector.broadcast(LANES, weights[p]);
                s0 = w.fma(FloatVector.fromArray(LANES, values, from), s0);
                s1 = w.fma(FloatVector.fromArray(LANES, values, from + L), s1);
                s2 = w.fma(FloatVector.fromArray(LANES, values, from + 2 * L), s2);
                s3 = w.fma(FloatVector.fromArray(LANES, values, from + 3 * L), s3);
            }
            s0.intoArray(out, outAt + d);
            s1.intoArray(out, outAt + d + L);
            s2.intoArray(out, outAt + d + 2 * L);
            s3.intoArray(out, outAt + d + 3 * L);
        }
        for (; d + L <= headDim; d += L) {
            FloatVector sum = FloatVector.zero(LANES);
            for (int p = 0; p < positions; p++) {
                FloatVector w = FloatVector.broadcast(LANES, weights[p]);
                sum = w.fma(FloatVector.fromArray(LANES, values, valuesAt + p * headDim + d), sum);
            }
            sum.intoArray(out, outAt + d);
        }
        for (; d < headDim; d++) {
            float sum = 0.0f;
            for (int p = 0; p < positions; p++) {
                sum = Math.fma(weights[p], values[valuesAt + p * headDim + d], sum);
            }
            out[outAt + d] = sum;
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
        Ranking ranking = Ranking.of(logits, at, length, present);
        exponentials(logits, at, length, ranking.max());
        float sum = 0.0f;
        for (int i = 0; i < length; i++) {
            if (present == null || present[i]) {
                sum = sum + logits[at + i];
            }
        }
        return ranking.choice(sum);
    }
}
