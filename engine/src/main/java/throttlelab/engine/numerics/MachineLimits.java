package throttlelab.engine.numerics;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// Loops that do nothing but what bounds the forward pass, to time: how fast this machine multiplies and adds, and how fast
/// it reads memory.
public final class MachineLimits {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
    private static final int L = LANES.length();
    private static final int SUMS = 12;

    private MachineLimits() {
    }

    /// Runs `rounds` rounds of independent fused multiply-adds in registers, as many sums at once as a tile of a matrix
    /// product has, and puts their total into `sink[0]` so that none is left out.
    ///
    /// @return how many floating-point operations that were; a fused multiply-add counts as two
    public static long multiplyAdd(int rounds, float[] sink) {
        FloatVector factor = FloatVector.broadcast(LANES, 1 - 0x1p-20f);
        FloatVector step = FloatVector.broadcast(LANES, sink[0]);
        FloatVector a = step;
        FloatVector b = step;
        FloatVector c = step;
        FloatVector d = step;
        FloatVector e = step;
        FloatVector f = step;
        FloatVector g = step;
        FloatVector h = step;
        FloatVector i = step;
        FloatVector j = step;
        FloatVector k = step;
        FloatVector l = step;
        for (int round = 0; round < rounds; round++) {
            a = a.fma(factor, step);
            b = b.fma(factor, step);
            c = c.fma(factor, step);
            d = d.fma(factor, step);
            e = e.fma(factor, step);
            f = f.fma(factor, step);
            g = g.fma(factor, step);
            h = h.fma(factor, step);
            i = i.fma(factor, step);
            j = j.fma(factor, step);
            k = k.fma(factor, step);
            l = l.fma(factor, step);
        }
        FloatVector total = a.add(b).add(c).add(d).add(e).add(f).add(g).add(h).add(i).add(j).add(k).add(l);
        sink[0] = total.lane(0);
        return 2L * SUMS * L * rounds;
    }

    /// Reads `memory` from `from` to `end − 1`, a multiple of four vectors, and puts its total into `sink[0]`.
    public static void read(float[] memory, int from, int end, float[] sink) {
        FloatVector a = FloatVector.zero(LANES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        for (int i = from; i < end; i += 4 * L) {
            a = a.add(FloatVector.fromArray(LANES, memory, i));
            b = b.add(FloatVector.fromArray(LANES, memory, i + L));
            c = c.add(FloatVector.fromArray(LANES, memory, i + 2 * L));
            d = d.add(FloatVector.fromArray(LANES, memory, i + 3 * L));
        }
        sink[0] = a.add(b).add(c.add(d)).lane(0);
    }
}
