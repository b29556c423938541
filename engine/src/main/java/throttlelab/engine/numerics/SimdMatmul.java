package throttlelab.engine.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The matrix product with lanes across outputs: a lane is one output's chain, so the number of lanes cannot matter,
/// and a row never meets its neighbours.
///
/// The work is cut into tiles of up to four rows by four vectors, whose sixteen sums stay in registers; what is left
/// over goes in smaller tiles.
final class SimdMatmul {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    /// Outputs of a tile.
    private static final int TILE = 4 * L;

    private SimdMatmul() {
    }

    static void matmul(PackedMatrix w, Rows x, Rows y) {
        for (int first = 0; first < w.outputs(); first += TILE) {
            int outputs = Math.min(TILE, w.outputs() - first);
            int weights = first / PackedMatrix.PANEL * w.inputs() * PackedMatrix.PANEL + first % PackedMatrix.PANEL;
            if (outputs == TILE) {
                wholeTiles(w, weights, x, y, first);
            } else {
                for (int column = 0; column < outputs; column += L) {
                    column(w, weights + column, x, y, first + column, Math.min(L, outputs - column));
                }
            }
        }
    }

    private static void wholeTiles(PackedMatrix w, int weights, Rows x, Rows y, int first) {
        int row = 0;
        for (; row + 4 <= x.count(); row += 4) {
            fourRows(w.data(), weights, w.inputs(), x.data(), x.offset(row), x.offset(row + 1), x.offset(row + 2),
                    x.offset(row + 3), y, row, first);
        }
        for (; row + 2 <= x.count(); row += 2) {
            twoRows(w.data(), weights, w.inputs(), x.data(), x.offset(row), x.offset(row + 1), y, row, first);
        }
        for (; row < x.count(); row++) {
            oneRow(w.data(), weights, w.inputs(), x.data(), x.offset(row), y.data(), y.offset(row) + first);
        }
    }

    private static void fourRows(float[] w, int weights, int inputs, float[] x, int x0, int x1, int x2, int x3, Rows y,
            int row, int first) {
        FloatVector a0 = FloatVector.zero(LANES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        FloatVector c0 = a0;
        FloatVector c1 = a0;
        FloatVector c2 = a0;
        FloatVector c3 = a0;
        FloatVector d0 = a0;
        FloatVector d1 = a0;
        FloatVector d2 = a0;
        FloatVector d3 = a0;
        for (int i = 0; i < inputs; i++) {
            int at = weights + i * PackedMatrix.PANEL;
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector w1 = FloatVector.fromArray(LANES, w, at + L);
            FloatVector w2 = FloatVector.fromArray(LANES, w, at + 2 * L);
            FloatVector w3 = FloatVector.fromArray(LANES, w, at + 3 * L);
            FloatVector v = FloatVector.broadcast(LANES, x[x0 + i]);
            a0 = v.fma(w0, a0);
            a1 = v.fma(w1, a1);
            a2 = v.fma(w2, a2);
            a3 = v.fma(w3, a3);
            v = FloatVector.broadcast(LANES, x[x1 + i]);
            b0 = v.fma(w0, b0);
            b1 = v.fma(w1, b1);
            b2 = v.fma(w2, b2);
            b3 = v.fma(w3, b3);
            v = FloatVector.broadcast(LANES, x[x2 + i]);
            c0 = v.fma(w0, c0);
            c1 = v.fma(w1, c1);
            c2 = v.fma(w2, c2);
            c3 = v.fma(w3, c3);
            v = FloatVector.broadcast(LANES, x[x3 + i]);
            d0 = v.fma(w0, d0);
            d1 = v.fma(w1, d1);
            d2 = v.fma(w2, d2);
            d3 = v.fma(w3, d3);
        }
        store(a0, a1, a2, a3, y.data(), y.offset(row) + first);
        store(b0, b1, b2, b3, y.data(), y.offset(row + 1) + first);
        store(c0, c1, c2, c3, y.data(), y.offset(row + 2) + first);
        store(d0, d1, d2, d3, y.data(), y.offset(row + 3) + first);
    }

    private static void twoRows(float[] w, int weights, int inputs, float[] x, int x0, int x1, Rows y, int row,
            int first) {
        FloatVector a0 = FloatVector.zero(LANES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        FloatVector b0 = a0;
        FloatVector b1 = a0;
        FloatVector b2 = a0;
        FloatVector b3 = a0;
        for (int i = 0; i < inputs; i++) {
            int at = weights + i * PackedMatrix.PANEL;
            FloatVector w0 = FloatVector.fromArray(LANES, w, at);
            FloatVector w1 = FloatVector.fromArray(LANES, w, at + L);
            FloatVector w2 = FloatVector.fromArray(LANES, w, at + 2 * L);
            FloatVector w3 = FloatVector.fromArray(LANES, w, at + 3 * L);
            FloatVector v = FloatVector.broadcast(LANES, x[x0 + i]);
            a0 = v.fma(w0, a0);
            a1 = v.fma(w1, a1);
            a2 = v.fma(w2, a2);
            a3 = v.fma(w3, a3);
            v = FloatVector.broadcast(LANES, x[x1 + i]);
            b0 = v.fma(w0, b0);
            b1 = v.fma(w1, b1);
            b2 = v.fma(w2, b2);
            b3 = v.fma(w3, b3);
        }
        store(a0, a1, a2, a3, y.data(), y.offset(row) + first);
        store(b0, b1, b2, b3, y.data(), y.offset(row + 1) + first);
    }

    private static void oneRow(float[] w, int weights, int inputs, float[] x, int x0, float[] y, int yAt) {
        FloatVector a0 = FloatVector.zero(LANES);
        FloatVector a1 = a0;
        FloatVector a2 = a0;
        FloatVector a3 = a0;
        for (int i = 0; i < inputs; i++) {
            int at = weights + i * PackedMatrix.PANEL;
            FloatVector v = FloatVector.broadcast(LANES, x[x0 + i]);
            a0 = v.fma(FloatVector.fromArray(LANES, w, at), a0);
            a1 = v.fma(FloatVector.fromArray(LANES, w, at + L), a1);
            a2 = v.fma(FloatVector.fromArray(LANES, w, at + 2 * L), a2);
            a3 = v.fma(FloatVector.fromArray(LANES, w, at + 3 * L), a3);
        }
        store(a0, a1, a2, a3, y, yAt);
    }

    private static void store(FloatVector s0, FloatVector s1, FloatVector s2, FloatVector s3, float[] y, int at) {
        s0.intoArray(y, at);
        s1.intoArray(y, at + L);
        s2.intoArray(y, at + 2 * L);
        s3.intoArray(y, at + 3 * L);
    }

    /// One vector of outputs, of which `width` count, for every row.
    private static void column(PackedMatrix matrix, int weights, Rows x, Rows y, int first, int width) {
        float[] w = matrix.data();
        for (int row = 0; row < x.count(); row++) {
            float[] in = x.data();
            int from = x.offset(row);
            FloatVector sum = FloatVector.zero(LANES);
            for (int i = 0; i < matrix.inputs(); i++) {
                FloatVector v = FloatVector.broadcast(LANES, in[from + i]);
                sum = v.fma(FloatVector.fromArray(LANES, w, weights + i * PackedMatrix.PANEL), sum);
            }
            if (width == L) {
                sum.intoArray(y.data(), y.offset(row) + first);
            } else {
                sum.intoArray(y.data(), y.offset(row) + first, LANES.indexInRange(0, width));
            }
        }
    }
}
