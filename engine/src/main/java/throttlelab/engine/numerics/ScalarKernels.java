package throttlelab.engine.numerics;

/// The contract as plain loops: one line of it, one line here. Slow, and the yardstick for every other implementation.
public final class ScalarKernels implements Kernels {

    /// Chains of the sum of squares.
    static final int NORM_CHAINS = 16;

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void matmul(PackedMatrix w, Rows x, Rows y) {
        for (int row = 0; row < x.count(); row++) {
            for (int output = 0; output < w.outputs(); output++) {
                float sum = 0.0f;
                for (int input = 0; input < w.inputs(); input++) {
                    sum = Math.fma(x.data()[x.offset(row) + input], w.get(output, input), sum);
                }
                y.data()[y.offset(row) + output] = sum;
            }
        }
    }

    @Override
    public void rmsNorm(float[] x, int at, float[] weight, float epsilon, float[] out, int outAt) {
        int length = weight.length;
        float[] chains = new float[NORM_CHAINS];
        for (int i = 0; i < length; i++) {
            chains[i % NORM_CHAINS] = Math.fma(x[at + i], x[at + i], chains[i % NORM_CHAINS]);
        }
        float r = inverseRoot(chains, length, epsilon);
        for (int i = 0; i < length; i++) {
            out[outAt + i] = x[at + i] * r * weight[i];
        }
    }

    /// Folds the sixteen chains in the fixed tree, 16 → 8 → 4 → 2 → 1, and gives 1 / sqrt(mean + epsilon).
    private static float inverseRoot(float[] chains, int length, float epsilon) {
        for (int width = NORM_CHAINS / 2; width > 0; width /= 2) {
            for (int j = 0; j < width; j++) {
                chains[j] = chains[j] + chains[j + width];
            }
        }
        return inverseRoot(chains[0], length, epsilon);
    }

    /// 1 / sqrt(mean + epsilon) of a sum of squares.
    static float inverseRoot(float squares, int length, float epsilon) {
        float mean = squares / length;
        return 1.0f / (float) Math.sqrt(mean + epsilon);
    }

    @Override
    public void rotate(float[] x, int at, RotaryTable table, int position) {
        int half = table.half();
        for (int i = 0; i < half; i++) {
            float a = x[at + i];
            float b = x[at + half + i];
            float c = table.cosine(position, i);
            float s = table.sine(position, i);
            x[at + i] = a * c - b * s;
            x[at + half + i] = b * c + a * s;
        }
    }

    @Override
    public void scores(float[] query, int at, int headDim, float[] keys, int keysAt, int positions, float scale,
            float[] out) {
        for (int p = 0; p < positions; p++) {
            int key = keysAt + p / BLOCK * BLOCK * headDim + p % BLOCK;
            float sum = 0.0f;
            for (int d = 0; d < headDim; d++) {
                sum = Math.fma(query[at + d], keys[key + d * BLOCK], sum);
            }
            out[p] = sum * scale;
        }
    }

    @Override
    public void softmax(float[] x, int at, int length) {
        float max = maximum(x, at, length);
        float sum = 0.0f;
        for (int i = 0; i < length; i++) {
            x[at + i] = Elementary.exp(x[at + i] - max);
            sum = sum + x[at + i];
        }
        for (int i = 0; i < length; i++) {
            x[at + i] = x[at + i] / sum;
        }
    }

    private static float maximum(float[] x, int at, int length) {
        float max = x[at];
        for (int i = 1; i < length; i++) {
            max = Math.max(max, x[at + i]);
        }
        return max;
    }

    @Override
    public void weightedSum(float[] weights, int positions, float[] values, int valuesAt, int headDim, float[] out,
            int outAt) {
        for (int d = 0; d < headDim; d++) {
            float sum = 0.0f;
            for (int p = 0; p < positions; p++) {
                sum = Math.fma(weights[p], values[valuesAt + p * headDim + d], sum);
            }
            out[outAt + d] = sum;
        }
    }

    @Override
    public void swiglu(float[] x, int at, int width, float[] out, int outAt) {
        for (int i = 0; i < width; i++) {
            float g = x[at + i];
            out[outAt + i] = g / (1.0f + Elementary.exp(-g)) * x[at + width + i];
        }
    }

    @Override
    public void scale(float[] x, int at, int length, float factor, float[] out, int outAt) {
        for (int i = 0; i < length; i++) {
            out[outAt + i] = x[at + i] * factor;
        }
    }

    @Override
    public void addScaled(float[] x, int at, int length, float factor, float[] out, int outAt) {
        for (int i = 0; i < length; i++) {
            float product = x[at + i] * factor;
            out[outAt + i] = out[outAt + i] + product;
        }
    }

    @Override
    public void add(float[] x, int at, int length, float[] out, int outAt) {
        for (int i = 0; i < length; i++) {
            out[outAt + i] = out[outAt + i] + x[at + i];
        }
    }

    @Override
    public Choice choose(float[] logits, int at, int length, boolean[] present) {
        Ranking ranking = Ranking.of(logits, at, length, present);
        float sum = 0.0f;
        for (int i = 0; i < length; i++) {
            if (present == null || present[i]) {
                sum = sum + Elementary.exp(logits[at + i] - ranking.max());
            }
        }
        return ranking.choice(sum);
    }
}
