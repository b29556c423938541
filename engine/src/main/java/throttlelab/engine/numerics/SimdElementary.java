package throttlelab.engine.numerics;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// [Elementary#exp] lane by lane: the same operations in the same order.
final class SimdElementary {

    private SimdElementary() {
    }

    static FloatVector exp(FloatVector x) {
        FloatVector t = x.fma(Elementary.LOG2_E, Elementary.ROUNDER);
        FloatVector n = t.sub(Elementary.ROUNDER);
        IntVector k = t.reinterpretAsInts().sub(Elementary.ROUNDER_BITS);
        FloatVector r = n.fma(broadcast(x, -Elementary.LN2_HIGH), x);
        r = n.fma(broadcast(x, -Elementary.LN2_LOW), r);
        FloatVector p = r.fma(Elementary.E7, Elementary.E6);
        p = p.fma(r, broadcast(x, Elementary.E5));
        p = p.fma(r, broadcast(x, Elementary.E4));
        p = p.fma(r, broadcast(x, Elementary.E3));
        p = p.fma(r, broadcast(x, Elementary.E2));
        p = p.fma(r, broadcast(x, 1.0f));
        p = p.fma(r, broadcast(x, 1.0f));
        IntVector half = k.lanewise(ASHR, 1);
        FloatVector y = p.mul(powerOfTwo(half)).mul(powerOfTwo(k.sub(half)));
        return y.blend(Float.POSITIVE_INFINITY, x.compare(GT, Elementary.EXP_OVERFLOW))
                .blend(0.0f, x.compare(LT, Elementary.EXP_UNDERFLOW));
    }

    private static FloatVector powerOfTwo(IntVector exponent) {
        return exponent.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
    }

    private static FloatVector broadcast(FloatVector like, float value) {
        return FloatVector.broadcast(like.species(), value);
    }
}
