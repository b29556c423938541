package throttlelab.engine.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The sum of squares that RMSNorm takes: sixteen chains, four in a vector on every machine.
final class SimdSums {

    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;
    private static final int CHAINS = ScalarKernels.NORM_CHAINS;

    private SimdSums() {
    }

    /// The chains, folded in the contract's tree.
    ///
    /// @param length a multiple of sixteen
    static float squares(float[] x, int at, int length) {
        FloatVector q0 = FloatVector.zero(FOUR);
        FloatVector q4 = q0;
        FloatVector q8 = q0;
        FloatVector q12 = q0;
        for (int i = 0; i < length; i += CHAINS) {
            FloatVector v = FloatVector.fromArray(FOUR, x, at + i);
            q0 = v.fma(v, q0);
            v = FloatVector.fromArray(FOUR, x, at + i + 4);
            q4 = v.fma(v, q4);
            v = FloatVector.fromArray(FOUR, x, at + i + 8);
            q8 = v.fma(v, q8);
            v = FloatVector.fromArray(FOUR, x, at + i + 12);
            q12 = v.fma(v, q12);
        }
        // j with j + 8, then j with j + 4, then j with j + 2, then the two that are left.
        FloatVector q = q0.add(q8).add(q4.add(q12));
        float even = q.lane(0) + q.lane(2);
        float odd = q.lane(1) + q.lane(3);
        return even + odd;
    }
}
