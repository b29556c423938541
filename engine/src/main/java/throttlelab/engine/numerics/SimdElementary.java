package throttlelab.engine.numerics;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/// [Elementary#exp] lane by lane: the same operations in the same order, on vectors of the machine's width.
///
/// The constants stand ready as vectors, so that the compiler has little to inline wherever this is used: what it gives
/// up on would allocate its vectors one by one.
final class SimdElementary {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final FloatVector LOG2_E = FloatVector.broadcast(LANES, Elementary.LOG2_E);
    private static final FloatVector ROUNDER = FloatVector.broadcast(LANES, Elementary.ROUNDER);
    private static final FloatVector MINUS_LN2_HIGH = FloatVector.broadcast(LANES, -Elementary.LN2_HIGH);
    private static final FloatVector MINUS_LN2_LOW = FloatVector.broadcast(LANES, -Elementary.LN2_LOW);
    private static final FloatVector E7 = FloatVector.broadcast(LANES, Elementary.E7);
    private static final FloatVector E6 = FloatVector.broadcast(LANES, Elementary.E6);
    private static final FloatVector E5 = FloatVector.broadcast(LANES, Elementary.E5);
    private static final FloatVector E4 = FloatVector.broadcast(LANES, Elementary.E4);
    private static final FloatVector E3 = FloatVector.broadcast(LANES, Elementary.E3);
    private static final FloatVector E2 = FloatVector.broadcast(LANES, Elementary.E2);
    private static final FloatVector ONE = FloatVector.broadcast(LANES, 1.0f);

    private SimdElementary() {
    }

    static FloatVector exp(FloatVector x) {
        FloatVector t = x.fma(LOG2_E, ROUNDER);
        FloatVector n = t.sub(ROUNDER);
        IntVector k = t.reinterpretAsInts().sub(Elementary.ROUNDER_BITS);
        FloatVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, x));
        FloatVector p = E7.fma(r, E6).fma(r, E5).fma(r, E4).fma(r, E3).fma(r, E2).fma(r, ONE).fma(r, ONE);
        IntVector half = k.lanewise(ASHR, 1);
        FloatVector low = half.add(127).lanewise(LSHL, 23).reinterpretAsFloats();
        FloatVector high = k.sub(half).add(127).lanewise(LSHL, 23).reinterpretAsFloats();
        return p.mul(low).mul(high).blend(Float.POSITIVE_INFINITY, x.compare(GT, Elementary.EXP_OVERFLOW))
                .blend(0.0f, x.compare(LT, Elementary.EXP_UNDERFLOW));
    }
}
