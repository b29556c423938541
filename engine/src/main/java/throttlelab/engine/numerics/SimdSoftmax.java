package throttlelab.engine.numerics;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.MAX;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/// What works on a whole row of scores or logits: maxima and exponentials by vectors, sums one by one, as the contract
/// orders them.
final class SimdSoftmax {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();

    private SimdSoftmax() {
    }

    static void softmax(float[] x, int at, int length) {
        exponentials(x, at, length, maximum(x, at, length));
        divide(x, at, length, sum(x, at, length));
    }

    /// The greatest of the values; its order is free, a maximum is exact.
    private static float maximum(float[] x, int at, int length) {
        // Not from the first values on: where few rows are longer than one vector when this is compiled, the compiler makes
        // objects of them.
        FloatVector most = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i + L <= length; i += L) {
            most = most.max(FloatVector.fromArray(LANES, x, at + i));
        }
        float max = most.reduceLanes(MAX);
        for (; i < length; i++) {
            max = Math.max(max, x[at + i]);
        }
        return max;
    }

    /// `x = exp(x − max)`. The last vector may overlap the one before, and is therefore read first.
    private static void exponentials(float[] x, int at, int length, float max) {
        if (length < L) {
            for (int i = at; i < at + length; i++) {
                x[i] = Elementary.exp(x[i] - max);
            }
            return;
        }
        int end = at + length - L;
        FloatVector last = FloatVector.fromArray(LANES, x, end);
        for (int i = at; i < end; i += L) {
            SimdElementary.exp(FloatVector.fromArray(LANES, x, i).sub(max)).intoArray(x, i);
        }
        SimdElementary.exp(last.sub(max)).intoArray(x, end);
    }

    private static float sum(float[] x, int at, int length) {
        float sum = 0.0f;
        for (int i = at; i < at + length; i++) {
            sum = sum + x[i];
        }
        return sum;
    }

    private static void divide(float[] x, int at, int length, float divisor) {
        if (length < L) {
            for (int i = at; i < at + length; i++) {
                x[i] = x[i] / divisor;
            }
            return;
        }
        int end = at + length - L;
        FloatVector last = FloatVector.fromArray(LANES, x, end).div(divisor);
        for (int i = at; i < end; i += L) {
            FloatVector.fromArray(LANES, x, i).div(divisor).intoArray(x, i);
        }
        last.intoArray(x, end);
    }

    /// The greedy choice among all logits.
    static Choice choose(float[] logits, int at, int length) {
        Ranking ranking = rank(logits, at, length);
        exponentials(logits, at, length, ranking.max());
        return ranking.choice(sum(logits, at, length));
    }

    /// Best and second-best. Where the best has no equal and none is NaN, the order in which they are looked at cannot
    /// matter; else they are looked at one by one.
    private static Ranking rank(float[] logits, int at, int length) {
        float max = maximum(logits, at, length);
        FloatVector others = FloatVector.broadcast(LANES, Float.NEGATIVE_INFINITY);
        int best = 0;
        int equal = 0;
        int i = 0;
        for (; i + L <= length; i += L) {
            FloatVector v = FloatVector.fromArray(LANES, logits, at + i);
            VectorMask<Float> greatest = v.compare(EQ, max);
            if (greatest.anyTrue()) {
                best = i + greatest.firstTrue();
                equal += greatest.trueCount();
                v = v.blend(Float.NEGATIVE_INFINITY, greatest);
            }
            others = others.max(v);
        }
        float second = others.reduceLanes(MAX);
        for (; i < length; i++) {
            if (logits[at + i] == max) {
                best = i;
                equal++;
            } else {
                second = Math.max(second, logits[at + i]);
            }
        }
        return equal == 1 ? new Ranking(best, max, second, true) : Ranking.of(logits, at, length, null);
    }
}
