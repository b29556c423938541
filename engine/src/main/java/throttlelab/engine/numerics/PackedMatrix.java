package throttlelab.engine.numerics;

/// A weight matrix laid out for one pass: panels of [#PANEL] outputs, and within a panel, for each input in order, the
/// weights of its outputs side by side.
///
/// Element (output, input) lies at `(output / PANEL · inputs + input) · PANEL + output mod PANEL`. Outputs that only
/// fill up the last panel have zero weights; what is computed for them is never read.
public final class PackedMatrix {

    /// Outputs in a panel: four vectors of sixteen lanes, or sixteen of four.
    public static final int PANEL = 64;

    private final int outputs;
    private final int inputs;
    private final float[] data;

    /// A matrix of zeros, `outputs` × `inputs`.
    public PackedMatrix(int outputs, int inputs) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.data = new float[Math.multiplyExact(Math.multiplyExact(panels(), PANEL), inputs)];
    }

    /// Sets the weights of one output from `inputs` consecutive floats of `source`.
    public void putRow(int output, float[] source, int offset) {
        int at = output / PANEL * inputs * PANEL + output % PANEL;
        for (int i = 0; i < inputs; i++, at += PANEL) {
            data[at] = source[offset + i];
        }
    }

    /// The weight that takes `input` to `output`.
    public float get(int output, int input) {
        return data[(output / PANEL * inputs + input) * PANEL + output % PANEL];
    }

    /// How many values come out.
    public int outputs() {
        return outputs;
    }

    /// How many values go in: the length of every chain.
    public int inputs() {
        return inputs;
    }

    /// How many panels the outputs fill.
    public int panels() {
        return (outputs + PANEL - 1) / PANEL;
    }

    /// The packed weights, not to be changed once a run has begun.
    public float[] data() {
        return data;
    }
}
