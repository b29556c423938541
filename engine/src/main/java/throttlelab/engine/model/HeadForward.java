package throttlelab.engine.model;

import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.Rows;

/// The forward path of one slice of the output head: the logits of its part of the vocabulary. Holds scratch memory;
/// one for each thread.
public final class HeadForward {

    private final ModelConfig config;
    private final Kernels kernels;
    private final Rows in;
    private final Rows out;

    /// A forward path for steps of up to `maxRows` rows.
    public HeadForward(ModelConfig config, Kernels kernels, int maxRows) {
        this.config = config;
        this.kernels = kernels;
        this.in = new Rows(maxRows);
        this.out = new Rows(maxRows);
    }

    /// Computes one slice's logits.
    ///
    /// @param input normalised hidden states, rows × hidden
    /// @param result receives rows × `stride` floats, of which the first `vocabularyPerSlice` of each are written
    public void forward(HeadSlice slice, float[] input, int rows, float[] result, int resultAt, int stride) {
        kernels.matmul(slice.weights(), in.dense(input, 0, rows, config.hiddenSize()),
                out.dense(result, resultAt, rows, stride));
    }
}
