package throttlelab.engine.model;

import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.Rows;

/// The forward path of one slice of a range of one layer's experts. Holds scratch memory; one for each thread.
public final class ExpertForward {

    private final ModelConfig config;
    private final Kernels kernels;
    private final Rows in;
    private final Rows out;
    private final int[] entries;
    private float[] gateUp = new float[0];
    private float[] hidden = new float[0];
    private float[] down = new float[0];

    /// A forward path for steps of up to `maxRows` rows.
    public ExpertForward(ModelConfig config, Kernels kernels, int maxRows) {
        this.config = config;
        this.kernels = kernels;
        this.in = new Rows(maxRows);
        this.out = new Rows(maxRows);
        this.entries = new int[maxRows];
    }

    /// Computes one slice's weighted expert outputs.
    ///
    /// @param firstExpert the first expert that is computed here
    /// @param endExpert one past the last
    /// @param input normalised hidden states, rows × hidden
    /// @param targets for each routing entry the row of the result it goes to; entries that share a row are added in
    ///         ascending order of expert
    /// @param result receives rows of hidden floats from `resultAt`
    public void forward(LayerWeights layer, int slice, int firstExpert, int endExpert, float[] input, Routing routing,
            int[] targets, float[] result, int resultAt) {
        for (int expert = firstExpert; expert < endExpert; expert++) {
            int count = 0;
            for (int entry = 0; entry < routing.experts().length; entry++) {
                if (routing.experts()[entry] == expert) {
                    entries[count++] = entry;
                }
            }
            if (count > 0) {
                expert(layer.experts().get(expert).get(slice), count, input, routing);
                for (int i = 0; i < count; i++) {
                    deliver(i, entries[i], firstExpert, routing, targets, result, resultAt);
                }
            }
        }
    }

    private void expert(ExpertSlice weights, int count, float[] input, Routing routing) {
        int width = config.expertWidthPerSlice();
        int size = config.hiddenSize();
        if (gateUp.length < count * 2 * width) {
            gateUp = new float[count * 2 * width];
            hidden = new float[count * width];
            down = new float[count * size];
        }
        in.over(input);
        for (int i = 0; i < count; i++) {
            in.add(routing.row(entries[i]) * size);
        }
        kernels.matmul(weights.gateUp(), in, out.dense(gateUp, 0, count, 2 * width));
        for (int i = 0; i < count; i++) {
            kernels.swiglu(gateUp, i * 2 * width, width, hidden, i * width);
        }
        kernels.matmul(weights.down(), in.dense(hidden, 0, count, width), out.dense(down, 0, count, size));
    }

    /// Weights one expert's output for one row and puts it into the result: the first of a row is set, the others are
    /// added.
    private void deliver(int i, int entry, int firstExpert, Routing routing, int[] targets, float[] result,
            int resultAt) {
        int size = config.hiddenSize();
        int at = resultAt + targets[entry] * size;
        float weight = routing.weights()[entry];
        boolean shared = entry % routing.top() > 0 && targets[entry - 1] == targets[entry]
                && routing.experts()[entry - 1] >= firstExpert;
        if (shared) {
            kernels.addScaled(down, i * size, size, weight, result, at);
        } else {
            kernels.scale(down, i * size, size, weight, result, at);
        }
    }
}
