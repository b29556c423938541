package throttlelab.engine.numerics;

/// Exponential and logarithm by polynomials, IEEE operations only: section 4 of the contract.
///
/// Never `Math.exp` or `Math.log`: their intrinsics may differ between processors.
final class Elementary {

    static final float EXP_OVERFLOW = 0x1.62e42ep6f;
    static final float EXP_UNDERFLOW = -0x1.9fe368p6f;
    static final float LOG2_E = 0x1.715476p0f;
    static final float ROUNDER = 0x1.8p23f;
    static final int ROUNDER_BITS = 0x4B400000;
    static final float LN2_HIGH = 0x1.63p-1f;
    static final float LN2_LOW = -0x1.bd0106p-13f;

    /// 1/7!, 1/6!, …, 1/1!, 1/0!, each rounded to fp32.
    static final float E7 = 0x1.a01a02p-13f;
    static final float E6 = 0x1.6c16c2p-10f;
    static final float E5 = 0x1.111112p-7f;
    static final float E4 = 0x1.555556p-5f;
    static final float E3 = 0x1.555556p-3f;
    static final float E2 = 0x1.0p-1f;

    private static final float L3 = 0x1.555556p-2f;
    private static final float L5 = 0x1.99999ap-3f;
    private static final float L7 = 0x1.24924ap-3f;
    private static final float L9 = 0x1.c71c72p-4f;
    private static final int SQRT_HALF_BITS = 0x3F3504F3;
    private static final int FRACTION_MASK = 0x007FFFFF;

    private Elementary() {
    }

    static float exp(float x) {
        if (x > EXP_OVERFLOW) {
            return Float.POSITIVE_INFINITY;
        }
        if (x < EXP_UNDERFLOW) {
            return 0.0f;
        }
        float t = Math.fma(x, LOG2_E, ROUNDER);
        float n = t - ROUNDER;
        int k = Float.floatToRawIntBits(t) - ROUNDER_BITS;
        float r = Math.fma(n, -LN2_HIGH, x);
        r = Math.fma(n, -LN2_LOW, r);
        float p = Math.fma(E7, r, E6);
        p = Math.fma(p, r, E5);
        p = Math.fma(p, r, E4);
        p = Math.fma(p, r, E3);
        p = Math.fma(p, r, E2);
        p = Math.fma(p, r, 1.0f);
        p = Math.fma(p, r, 1.0f);
        int half = k >> 1;
        return p * powerOfTwo(half) * powerOfTwo(k - half);
    }

    /// For positive, finite, normal x; the contract needs it from 1 up to the size of the vocabulary.
    static float log(float x) {
        int shifted = Float.floatToRawIntBits(x) - SQRT_HALF_BITS;
        float e = shifted >> 23;
        float m = Float.intBitsToFloat((shifted & FRACTION_MASK) + SQRT_HALF_BITS);
        float f = m - 1.0f;
        float s = f / (2.0f + f);
        float z = s * s;
        float p = Math.fma(z, L9, L7);
        p = Math.fma(z, p, L5);
        p = Math.fma(z, p, L3);
        float q = z * p;
        float twice = s + s;
        float y = Math.fma(twice, q, twice);
        return Math.fma(e, LN2_HIGH, Math.fma(e, LN2_LOW, y));
    }

    private static float powerOfTwo(int exponent) {
        return Float.intBitsToFloat((exponent + 127) << 23);
    }
}
