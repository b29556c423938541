package throttlelab.engine.numerics;

/// Sections 2 to 5 and 7 of the page of this package as a stranger writes them, for [PageForward].
final class PageNumbers {

    private final Broken broken;

    /// @param broken the rule that is not kept
    PageNumbers(Broken broken) {
        this.broken = broken;
    }

    float chain(float[] x, float[] w, int wAt) {
        float c = 0.0f;
        if (broken == Broken.PRODUCT_THEN_SUM) {
            for (int i = 0; i < x.length; i++) {
                c = c + x[i] * w[wAt + i];
            }
        } else if (broken == Broken.CHAIN_DESCENDING) {
            for (int i = x.length - 1; i >= 0; i--) {
                c = Math.fma(x[i], w[wAt + i], c);
            }
        } else {
            for (int i = 0; i < x.length; i++) {
                c = Math.fma(x[i], w[wAt + i], c);
            }
        }
        return c;
    }

    float sum(float[] a, Broken descending) {
        float sum = 0.0f;
        for (int i = 0; i < a.length; i++) {
            sum = sum + a[broken == descending ? a.length - 1 - i : i];
        }
        return sum;
    }

    float[] rmsnorm(float[] x, float[] w, double epsilon) {
        float[] q = new float[16];
        for (int i = 0; i < x.length; i++) {
            int j = broken == Broken.NORM_ONE_CHAIN ? 0 : i % 16;
            q[j] = Math.fma(x[i], x[i], q[j]);
        }
        float mean = (broken == Broken.NORM_NO_TREE ? sum(q, null) : tree(q)) / x.length;
        float r = 1.0f / (float) Math.sqrt(mean + (float) epsilon);
        float[] out = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = (x[i] * r) * w[i];
        }
        return out;
    }

    private static float tree(float[] q) {
        for (int half : new int[] {8, 4, 2, 1}) {
            for (int j = 0; j < half; j++) {
                q[j] = q[j] + q[j + half];
            }
        }
        return q[0];
    }

    float exp(float x) {
        if (broken == Broken.LIBRARY_EXP) {
            return (float) StrictMath.exp(x);
        }
        if (x > 0x1.62e42ep6f) {
            return Float.POSITIVE_INFINITY;
        }
        if (x < -0x1.9fe368p6f) {
            return 0.0f;
        }
        float t = Math.fma(x, 0x1.715476p0f, 0x1.8p23f);
        float n = t - 0x1.8p23f;
        int k = Float.floatToRawIntBits(t) - 0x4B400000;
        float r = Math.fma(n, -0x1.63p-1f, x);
        r = Math.fma(n, 0x1.bd0106p-13f, r);
        float p = Math.fma(0x1.a01a02p-13f, r, 0x1.6c16c2p-10f);
        p = Math.fma(p, r, 0x1.111112p-7f);
        p = Math.fma(p, r, 0x1.555556p-5f);
        p = Math.fma(p, r, 0x1.555556p-3f);
        p = Math.fma(p, r, 0x1p-1f);
        p = Math.fma(p, r, 1.0f);
        p = Math.fma(p, r, 1.0f);
        int j = k >> 1;
        return (p * Math.scalb(1.0f, j)) * Math.scalb(1.0f, k - j);
    }

    float log(float x) {
        if (broken == Broken.LIBRARY_LOG) {
            return (float) StrictMath.log(x);
        }
        int b = Float.floatToRawIntBits(x) - 0x3F3504F3;
        float e = b >> 23;
        float m = Float.intBitsToFloat((b & 0x007FFFFF) + 0x3F3504F3);
        float f = m - 1.0f;
        float s = f / (2.0f + f);
        float z = s * s;
        float p = Math.fma(z, 0x1.c71c72p-4f, 0x1.24924ap-3f);
        p = Math.fma(z, p, 0x1.99999ap-3f);
        p = Math.fma(z, p, 0x1.555556p-2f);
        float q = z * p;
        float u = s + s;
        float y = Math.fma(u, q, u);
        return Math.fma(e, 0x1.63p-1f, Math.fma(e, -0x1.bd0106p-13f, y));
    }

    float[] softmax(float[] x) {
        float[] y = exponentials(x, x[greatest(x)]);
        float sum = sum(y, Broken.SOFTMAX_DESCENDING);
        for (int i = 0; i < x.length; i++) {
            y[i] = broken == Broken.SOFTMAX_RECIPROCAL ? y[i] * (1.0f / sum) : y[i] / sum;
        }
        return y;
    }

    private float[] exponentials(float[] x, float max) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = exp(x[i] - max);
        }
        return y;
    }

    float[] rotate(float[] x, int p, double theta) {
        int half = x.length / 2;
        float[] y = new float[x.length];
        for (int i = 0; i < half; i++) {
            double angle = p * (1.0 / StrictMath.pow(theta, 2.0 * i / x.length));
            angle = broken == Broken.ANGLE_FP32 ? (float) angle : angle;
            float cos = (float) StrictMath.cos(angle);
            float sin = (float) StrictMath.sin(angle);
            float a = x[i];
            float b = x[i + half];
            y[i] = (a * cos) - (b * sin);
            y[i + half] = broken == Broken.ROTATE_FUSED ? Math.fma(a, sin, b * cos) : (b * cos) + (a * sin);
        }
        return y;
    }

    static int greatest(float[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            best = x[i] > x[best] ? i : best;
        }
        return best;
    }

    float logProbability(float[] logits) {
        float max = logits[greatest(logits)];
        return ((max - max) - log(sum(exponentials(logits, max), Broken.CHOICE_DESCENDING))) + 0.0f;
    }
}
