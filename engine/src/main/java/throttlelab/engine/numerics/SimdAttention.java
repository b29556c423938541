package throttlelab.engine.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Scores with lanes across positions, weighted sums with lanes across a head's dimensions: eight vectors at a time. Where
/// there are fewer, the last one is computed again, which gives the same bits.
final class SimdAttention {

    /// As wide as the machine has them, but no wider than a block of keys.
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED.length() <= Kernels.BLOCK
            ? FloatVector.SPECIES_PREFERRED : FloatVector.SPECIES_512;
    static final int L = LANES.length();

    private SimdAttention() {
    }

    static void scores(float[] query, int at, int headDim, float[] keys, int keysAt, int positions, float scale,
            float[] out) {
        for (int p = 0; p < positions; p += 8 * L) {
            scoresOfEight(query, at, headDim, keys, keysAt, p, (positions - 1) / L * L, scale, out);
        }
    }

    /// @param p the first position
    /// @param last the first position of the last vector
    private static void scoresOfEight(float[] query, int at, int headDim, float[] keys, int keysAt, int p, int last,
            float scale, float[] out) {
        int p1 = Math.min(p + L, last);
        int p2 = Math.min(p + 2 * L, last);
        int p3 = Math.min(p + 3 * L, last);
        int p4 = Math.min(p + 4 * L, last);
        int p5 = Math.min(p + 5 * L, last);
        int p6 = Math.min(p + 6 * L, last);
        int p7 = Math.min(p + 7 * L, last);
        int k0 = key(keysAt, headDim, p);
        int k1 = key(keysAt, headDim, p1);
        int k2 = key(keysAt, headDim, p2);
        int k3 = key(keysAt, headDim, p3);
        int k4 = key(keysAt, headDim, p4);
        int k5 = key(keysAt, headDim, p5);
        int k6 = key(keysAt, headDim, p6);
        int k7 = key(keysAt, headDim, p7);
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int d = 0; d < headDim; d++) {
            FloatVector q = FloatVector.broadcast(LANES, query[at + d]);
            int row = d * Kernels.BLOCK;
            s0 = q.fma(FloatVector.fromArray(LANES, keys, k0 + row), s0);
            s1 = q.fma(FloatVector.fromArray(LANES, keys, k1 + row), s1);
            s2 = q.fma(FloatVector.fromArray(LANES, keys, k2 + row), s2);
            s3 = q.fma(FloatVector.fromArray(LANES, keys, k3 + row), s3);
            s4 = q.fma(FloatVector.fromArray(LANES, keys, k4 + row), s4);
            s5 = q.fma(FloatVector.fromArray(LANES, keys, k5 + row), s5);
            s6 = q.fma(FloatVector.fromArray(LANES, keys, k6 + row), s6);
            s7 = q.fma(FloatVector.fromArray(LANES, keys, k7 + row), s7);
        }
        s0.mul(scale).intoArray(out, p);
        s1.mul(scale).intoArray(out, p1);
        s2.mul(scale).intoArray(out, p2);
        s3.mul(scale).intoArray(out, p3);
        s4.mul(scale).intoArray(out, p4);
        s5.mul(scale).intoArray(out, p5);
        s6.mul(scale).intoArray(out, p6);
        s7.mul(scale).intoArray(out, p7);
    }

    private static int key(int keysAt, int headDim, int position) {
        return keysAt + position / Kernels.BLOCK * Kernels.BLOCK * headDim + position % Kernels.BLOCK;
    }

    /// @param headDim at least a vector
    static void weightedSum(float[] weights, int positions, float[] values, int valuesAt, int headDim, float[] out,
            int outAt) {
        for (int d = 0; d < headDim; d += 8 * L) {
            sumOfEight(weights, positions, values, valuesAt, headDim, d, out, outAt);
        }
    }

    /// @param d the first dimension
    private static void sumOfEight(float[] weights, int positions, float[] values, int valuesAt, int headDim, int d,
            float[] out, int outAt) {
        int last = headDim - L;
        int d0 = Math.min(d, last);
        int d1 = Math.min(d + L, last);
        int d2 = Math.min(d + 2 * L, last);
        int d3 = Math.min(d + 3 * L, last);
        int d4 = Math.min(d + 4 * L, last);
        int d5 = Math.min(d + 5 * L, last);
        int d6 = Math.min(d + 6 * L, last);
        int d7 = Math.min(d + 7 * L, last);
        FloatVector s0 = FloatVector.zero(LANES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int p = 0; p < positions; p++) {
            FloatVector w = FloatVector.broadcast(LANES, weights[p]);
            int row = valuesAt + p * headDim;
            s0 = w.fma(FloatVector.fromArray(LANES, values, row + d0), s0);
            s1 = w.fma(FloatVector.fromArray(LANES, values, row + d1), s1);
            s2 = w.fma(FloatVector.fromArray(LANES, values, row + d2), s2);
            s3 = w.fma(FloatVector.fromArray(LANES, values, row + d3), s3);
            s4 = w.fma(FloatVector.fromArray(LANES, values, row + d4), s4);
            s5 = w.fma(FloatVector.fromArray(LANES, values, row + d5), s5);
            s6 = w.fma(FloatVector.fromArray(LANES, values, row + d6), s6);
            s7 = w.fma(FloatVector.fromArray(LANES, values, row + d7), s7);
        }
        s0.intoArray(out, outAt + d0);
        s1.intoArray(out, outAt + d1);
        s2.intoArray(out, outAt + d2);
        s3.intoArray(out, outAt + d3);
        s4.intoArray(out, outAt + d4);
        s5.intoArray(out, outAt + d5);
        s6.intoArray(out, outAt + d6);
        s7.intoArray(out, outAt + d7);
    }
}
