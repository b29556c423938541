package throttlelab.engine.numerics;

import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// Tiles of a matrix that is kept as bfloat16: a vector of ints holds the weights of a pair, which widen by a shift and by
/// a mask. It reads half the memory, and the multipliers wait for neither.
final class Bfloat16Tiles extends Tiles {

    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, LANES.vectorShape());
    private static final int UPPER = 0xFFFF_0000;

    @Override
    void oneRow(PackedMatrix w, int pair, int last, Rows x, Rows y) {
        int[] weights = w.pairs();
        int pair1 = Math.min(pair + 1, last);
        int pair2 = Math.min(pair + 2, last);
        int pair3 = Math.min(pair + 3, last);
        int at0 = at(w, pair, PackedMatrix.HALF);
        int at1 = at(w, pair1, PackedMatrix.HALF);
        int at2 = at(w, pair2, PackedMatrix.HALF);
        int at3 = at(w, pair3, PackedMatrix.HALF);
        float[] in = x.data();
        int x0 = x.offset(0);
        float[] out = y.data();
        int y0 = y.offset(0) + output(pair);
        int y1 = y.offset(0) + output(pair1);
        int y2 = y.offset(0) + output(pair2);
        int y3 = y.offset(0) + output(pair3);
        int inputs = w.inputs();
        FloatVector aLow = FloatVector.zero(LANES);
        FloatVector aHigh = aLow;
        FloatVector bLow = aLow;
        FloatVector bHigh = aLow;
        FloatVector cLow = aLow;
        FloatVector cHigh = aLow;
        FloatVector dLow = aLow;
        FloatVector dHigh = aLow;
        for (int i = 0; i < inputs; i++) {
            int input = i * PackedMatrix.HALF;
            FloatVector v = FloatVector.broadcast(LANES, in[x0 + i]);
            IntVector both = IntVector.fromArray(INTS, weights, at0 + input);
            FloatVector low = both.lanewise(LSHL, Short.SIZE).reinterpretAsFloats();
            FloatVector high = both.and(UPPER).reinterpretAsFloats();
            aLow = v.fma(low, aLow);
            aHigh = v.fma(high, aHigh);
            both = IntVector.fromArray(INTS, weights, at1 + input);
            low = both.lanewise(LSHL, Short.SIZE).reinterpretAsFloats();
            high = both.and(UPPER).reinterpretAsFloats();
            bLow = v.fma(low, bLow);
            bHigh = v.fma(high, bHigh);
            both = IntVector.fromArray(INTS, weights, at2 + input);
            low = both.lanewise(LSHL, Short.SIZE).reinterpretAsFloats();
            high = both.and(UPPER).reinterpretAsFloats();
            cLow = v.fma(low, cLow);
            cHigh = v.fma(high, cHigh);
            both = IntVector.fromArray(INTS, weights, at3 + input);
            low = both.lanewise(LSHL, Short.SIZE).reinterpretAsFloats();
            high = both.and(UPPER).reinterpretAsFloats();
            dLow = v.fma(low, dLow);
            dHigh = v.fma(high, dHigh);
        }
        aLow.intoArray(out, y0);
        aHigh.intoArray(out, y0 + PackedMatrix.HALF);
        bLow.intoArray(out, y1);
        bHigh.intoArray(out, y1 + PackedMatrix.HALF);
        cLow.intoArray(out, y2);
        cHigh.intoArray(out, y2 + PackedMatrix.HALF);
        dLow.intoArray(out, y3);
        dHigh.intoArray(out, y3 + PackedMatrix.HALF);
    }

    @Override
    void twoRows(PackedMatrix w, int pair, int last, Rows x, Rows y) {
        int[] weights = w.pairs();
        int next = Math.min(pair + 1, last);
        int at0 = at(w, pair, PackedMatrix.HALF);
        int at1 = at(w, next, PackedMatrix.HALF);
        float[] in = x.data();
        int x0 = x.offset(0);
        int x1 = x.offset(1);
        float[] out = y.data();
        int y0 = y.offset(0) + output(pair);
        int y1 = y.offset(1) + output(pair);
        int ahead = output(next) - output(pair);
        int inputs = w.inputs();
        FloatVector aLow = FloatVector.zero(LANES);
        FloatVector aHigh = aLow;
        FloatVector bLow = aLow;
        FloatVector bHigh = aLow;
        FloatVector cLow = aLow;
        FloatVector cHigh = aLow;
        FloatVector dLow = aLow;
        FloatVector dHigh = aLow;
        for (int i = 0; i < inputs; i++) {
            int input = i * PackedMatrix.HALF;
            FloatVector v0 = FloatVector.broadcast(LANES, in[x0 + i]);
            FloatVector v1 = FloatVector.broadcast(LANES, in[x1 + i]);
            IntVector both = IntVector.fromArray(INTS, weights, at0 + input);
            FloatVector low = both.lanewise(LSHL, Short.SIZE).reinterpretAsFloats();
            FloatVector high = both.and(UPPER).reinterpretAsFloats();
            aLow = v0.fma(low, aLow);
            aHigh = v0.fma(high, aHigh);
            bLow = v1.fma(low, bLow);
            bHigh = v1.fma(high, bHigh);
            both = IntVector.fromArray(INTS, weights, at1 + input);
            low = both.lanewise(LSHL, Short.SIZE).reinterpretAsFloats();
            high = both.and(UPPER).reinterpretAsFloats();
            cLow = v0.fma(low, cLow);
            cHigh = v0.fma(high, cHigh);
            dLow = v1.fma(low, dLow);
            dHigh = v1.fma(high, dHigh);
        }
        aLow.intoArray(out, y0);
        aHigh.intoArray(out, y0 + PackedMatrix.HALF);
        bLow.intoArray(out, y1);
        bHigh.intoArray(out, y1 + PackedMatrix.HALF);
        cLow.intoArray(out, y0 + ahead);
        cHigh.intoArray(out, y0 + ahead + PackedMatrix.HALF);
        dLow.intoArray(out, y1 + ahead);
        dHigh.intoArray(out, y1 + ahead + PackedMatrix.HALF);
    }

    @Override
    void fourRows(PackedMatrix w, int pair, Rows x, Rows y, int first, int last) {
        int[] weights = w.pairs();
        int at = at(w, pair, PackedMatrix.HALF);
        int row1 = Math.min(first + 1, last);
        int row2 = Math.min(first + 2, last);
        int row3 = Math.min(first + 3, last);
        float[] in = x.data();
        int x0 = x.offset(first);
        int x1 = x.offset(row1);
        int x2 = x.offset(row2);
        int x3 = x.offset(row3);
        float[] out = y.data();
        int output = output(pair);
        int y0 = y.offset(first) + output;
        int y1 = y.offset(row1) + output;
        int y2 = y.offset(row2) + output;
        int y3 = y.offset(row3) + output;
        int inputs = w.inputs();
        FloatVector aLow = FloatVector.zero(LANES);
        FloatVector aHigh = aLow;
        FloatVector bLow = aLow;
        FloatVector bHigh = aLow;
        FloatVector cLow = aLow;
        FloatVector cHigh = aLow;
        FloatVector dLow = aLow;
        FloatVector dHigh = aLow;
        for (int i = 0; i < inputs; i++) {
            IntVector both = IntVector.fromArray(INTS, weights, at + i * PackedMatrix.HALF);
            FloatVector low = both.lanewise(LSHL, Short.SIZE).reinterpretAsFloats();
            FloatVector high = both.and(UPPER).reinterpretAsFloats();
            FloatVector v = FloatVector.broadcast(LANES, in[x0 + i]);
            aLow = v.fma(low, aLow);
            aHigh = v.fma(high, aHigh);
            v = FloatVector.broadcast(LANES, in[x1 + i]);
            bLow = v.fma(low, bLow);
            bHigh = v.fma(high, bHigh);
            v = FloatVector.broadcast(LANES, in[x2 + i]);
            cLow = v.fma(low, cLow);
            cHigh = v.fma(high, cHigh);
            v = FloatVector.broadcast(LANES, in[x3 + i]);
            dLow = v.fma(low, dLow);
            dHigh = v.fma(high, dHigh);
        }
        aLow.intoArray(out, y0);
        aHigh.intoArray(out, y0 + PackedMatrix.HALF);
        bLow.intoArray(out, y1);
        bHigh.intoArray(out, y1 + PackedMatrix.HALF);
        cLow.intoArray(out, y2);
        cHigh.intoArray(out, y2 + PackedMatrix.HALF);
        dLow.intoArray(out, y3);
        dHigh.intoArray(out, y3 + PackedMatrix.HALF);
    }

    @Override
    void sixRows(PackedMatrix w, int pair, Rows x, Rows y, int first, int last) {
        int[] weights = w.pairs();
        int at = at(w, pair, PackedMatrix.HALF);
        int row1 = Math.min(first + 1, last);
        int row2 = Math.min(first + 2, last);
        int row3 = Math.min(first + 3, last);
        int row4 = Math.min(first + 4, last);
        int row5 = Math.min(first + 5, last);
        float[] in = x.data();
        int x0 = x.offset(first);
        int x1 = x.offset(row1);
        int x2 = x.offset(row2);
        int x3 = x.offset(row3);
        int x4 = x.offset(row4);
        int x5 = x.offset(row5);
        float[] out = y.data();
        int output = output(pair);
        int y0 = y.offset(first) + output;
        int y1 = y.offset(row1) + output;
        int y2 = y.offset(row2) + output;
        int y3 = y.offset(row3) + output;
        int y4 = y.offset(row4) + output;
        int y5 = y.offset(row5) + output;
        int inputs = w.inputs();
        FloatVector aLow = FloatVector.zero(LANES);
        FloatVector aHigh = aLow;
        FloatVector bLow = aLow;
        FloatVector bHigh = aLow;
        FloatVector cLow = aLow;
        FloatVector cHigh = aLow;
        FloatVector dLow = aLow;
        FloatVector dHigh = aLow;
        FloatVector eLow = aLow;
        FloatVector eHigh = aLow;
        FloatVector fLow = aLow;
        FloatVector fHigh = aLow;
        for (int i = 0; i < inputs; i++) {
            IntVector both = IntVector.fromArray(INTS, weights, at + i * PackedMatrix.HALF);
            FloatVector low = both.lanewise(LSHL, Short.SIZE).reinterpretAsFloats();
            FloatVector high = both.and(UPPER).reinterpretAsFloats();
            FloatVector v = FloatVector.broadcast(LANES, in[x0 + i]);
            aLow = v.fma(low, aLow);
            aHigh = v.fma(high, aHigh);
            v = FloatVector.broadcast(LANES, in[x1 + i]);
            bLow = v.fma(low, bLow);
            bHigh = v.fma(high, bHigh);
            v = FloatVector.broadcast(LANES, in[x2 + i]);
            cLow = v.fma(low, cLow);
            cHigh = v.fma(high, cHigh);
            v = FloatVector.broadcast(LANES, in[x3 + i]);
            dLow = v.fma(low, dLow);
            dHigh = v.fma(high, dHigh);
            v = FloatVector.broadcast(LANES, in[x4 + i]);
            eLow = v.fma(low, eLow);
            eHigh = v.fma(high, eHigh);
            v = FloatVector.broadcast(LANES, in[x5 + i]);
            fLow = v.fma(low, fLow);
            fHigh = v.fma(high, fHigh);
        }
        aLow.intoArray(out, y0);
        aHigh.intoArray(out, y0 + PackedMatrix.HALF);
        bLow.intoArray(out, y1);
        bHigh.intoArray(out, y1 + PackedMatrix.HALF);
        cLow.intoArray(out, y2);
        cHigh.intoArray(out, y2 + PackedMatrix.HALF);
        dLow.intoArray(out, y3);
        dHigh.intoArray(out, y3 + PackedMatrix.HALF);
        eLow.intoArray(out, y4);
        eHigh.intoArray(out, y4 + PackedMatrix.HALF);
        fLow.intoArray(out, y5);
        fHigh.intoArray(out, y5 + PackedMatrix.HALF);
    }
}
