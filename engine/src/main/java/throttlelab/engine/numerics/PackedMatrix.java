package throttlelab.engine.numerics;

/// A weight matrix laid out for one pass: panels of [#PANEL] outputs, and within a panel, for each input in order, the
/// weights of its outputs side by side.
///
/// Weights are kept as fp32, or, where all of them are bfloat16 numbers, in half the memory: an int holds the weights of
/// two outputs that are [#HALF] apart, the upper 16 bits of the first in its lower half and those of the second in its
/// upper half. Both widen exactly, so that how a matrix is kept cannot change a bit.
///
/// Outputs that only fill up the last panel have zero weights; what is computed for them is never read.
public final class PackedMatrix {

    /// Outputs in a panel: two vectors of sixteen lanes, or eight of four.
    public static final int PANEL = 32;

    /// Half a panel: the distance of two outputs that share an int.
    static final int HALF = PANEL / 2;

    private static final int UPPER = 0xFFFF_0000;

    private final int outputs;
    private final int inputs;
    private final float[] floats;
    private final int[] pairs;

    private PackedMatrix(int outputs, int inputs, boolean bfloat16) {
        this.outputs = outputs;
        this.inputs = inputs;
        int length = Math.multiplyExact(Math.multiplyExact(panels(), bfloat16 ? HALF : PANEL), inputs);
        this.floats = bfloat16 ? null : new float[length];
        this.pairs = bfloat16 ? new int[length] : null;
    }

    /// A matrix of zeros, `outputs` × `inputs`, for any weights.
    public static PackedMatrix fp32(int outputs, int inputs) {
        return new PackedMatrix(outputs, inputs, false);
    }

    /// A matrix of zeros, `outputs` × `inputs`, for weights that are bfloat16 numbers.
    public static PackedMatrix bfloat16(int outputs, int inputs) {
        return new PackedMatrix(outputs, inputs, true);
    }

    /// Sets the weights of one output from `inputs` consecutive floats of `source`.
    ///
    /// @throws IllegalArgumentException if this is a matrix of bfloat16 numbers and one of them is not
    public void putRow(int output, float[] source, int offset) {
        if (floats != null) {
            int at = output / PANEL * inputs * PANEL + output % PANEL;
            for (int i = 0; i < inputs; i++, at += PANEL) {
                floats[at] = source[offset + i];
            }
        } else if (output % PANEL < HALF) {
            putLower(output / PANEL * inputs * HALF + output % PANEL, source, offset);
        } else {
            putUpper(output / PANEL * inputs * HALF + output % PANEL - HALF, source, offset);
        }
    }

    private void putLower(int at, float[] source, int offset) {
        int seen = 0;
        for (int i = 0; i < inputs; i++, at += HALF) {
            int bits = Float.floatToRawIntBits(source[offset + i]);
            seen |= bits;
            pairs[at] = pairs[at] & UPPER | bits >>> Short.SIZE;
        }
        requireBfloat16(seen);
    }

    private void putUpper(int at, float[] source, int offset) {
        int seen = 0;
        for (int i = 0; i < inputs; i++, at += HALF) {
            int bits = Float.floatToRawIntBits(source[offset + i]);
            seen |= bits;
            pairs[at] = pairs[at] & ~UPPER | bits & UPPER;
        }
        requireBfloat16(seen);
    }

    private static void requireBfloat16(int bits) {
        if ((bits & ~UPPER) != 0) {
            throw new IllegalArgumentException("a weight is no bfloat16 number");
        }
    }

    /// The weight that takes `input` to `output`.
    public float get(int output, int input) {
        int panel = output / PANEL * inputs + input;
        int column = output % PANEL;
        if (floats != null) {
            return floats[panel * PANEL + column];
        }
        int pair = pairs[panel * HALF + column % HALF];
        return Float.intBitsToFloat(column < HALF ? pair << Short.SIZE : pair & UPPER);
    }

    /// How many values come out.
    public int outputs() {
        return outputs;
    }

    /// How many values go in: the length of every chain.
    public int inputs() {
        return inputs;
    }

    /// How many bytes the weights take.
    public long bytes() {
        return (long) Float.BYTES * (floats == null ? pairs.length : floats.length);
    }

    private int panels() {
        return (outputs + PANEL - 1) / PANEL;
    }

    /// The fp32 weights, element (output, input) at `(output / PANEL · inputs + input) · PANEL + output mod PANEL`;
    /// `null` if they are kept as bfloat16. Not to be changed once a run has begun.
    float[] floats() {
        return floats;
    }

    /// The bfloat16 weights, outputs o and o + HALF of a panel at `(panel · inputs + input) · HALF + o`; `null` if they
    /// are kept as fp32. Not to be changed once a run has begun.
    int[] pairs() {
        return pairs;
    }
}
