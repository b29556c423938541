package throttlelab.engine.model;

import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.RotaryTable;
import throttlelab.engine.numerics.Rows;

/// The forward path of one slice of one attention layer: its heads' queries, keys and values, attention over the
/// positions so far, and the slice of the output product. Holds scratch memory; one for each thread.
public final class AttentionForward {

    private final ModelConfig config;
    private final Kernels kernels;
    private final RotaryTable rotary;
    private final float scale;
    private final Rows in;
    private final Rows out;
    private float[] heads = new float[0];
    private float[] contexts = new float[0];
    private float[] scores = new float[0];

    /// A forward path for steps of up to `maxRows` rows.
    public AttentionForward(ModelConfig config, Kernels kernels, RotaryTable rotary, int maxRows) {
        this.config = config;
        this.kernels = kernels;
        this.rotary = rotary;
        this.scale = (float) (1.0 / Math.sqrt(config.headDim()));
        this.in = new Rows(maxRows);
        this.out = new Rows(maxRows);
    }

    /// Computes one slice's contribution to the residual, for every row.
    ///
    /// @param input normalised hidden states, rows × hidden
    /// @param caches the slice's cache of each sequence of the batch; keys and values of the rows are put there
    /// @param result receives rows × hidden floats from `resultAt`
    public void forward(LayerWeights layer, int slice, float[] input, TokenRows rows, KeyValueCache[] caches,
            float[] result, int resultAt) {
        remember(layer, slice, input, rows, caches);
        AttentionSlice weights = layer.attention().get(slice);
        int count = rows.count();
        int width = weights.queryKeyValue().outputs();
        int contextWidth = weights.output().inputs();
        for (int row = 0; row < count; row++) {
            attend(row * width, rows.positions()[row], caches[rows.sequences()[row]], row * contextWidth);
        }
        kernels.matmul(weights.output(), in.dense(contexts, 0, count, contextWidth),
                out.dense(result, resultAt, count, config.hiddenSize()));
    }

    /// Only puts the rows' keys and values into the caches: all that later positions need of these.
    ///
    /// @param input normalised hidden states, rows × hidden
    public void remember(LayerWeights layer, int slice, float[] input, TokenRows rows, KeyValueCache[] caches) {
        AttentionSlice weights = layer.attention().get(slice);
        int count = rows.count();
        int width = weights.queryKeyValue().outputs();
        if (heads.length < count * width) {
            heads = new float[count * width];
            contexts = new float[count * weights.output().inputs()];
        }
        kernels.matmul(weights.queryKeyValue(), in.dense(input, 0, count, config.hiddenSize()),
                out.dense(heads, 0, count, width));
        for (int row = 0; row < count; row++) {
            prepare(layer, row * width, rows.positions()[row], caches[rows.sequences()[row]]);
        }
    }

    /// Normalises and turns a row's queries and keys, and caches its keys and values.
    private void prepare(LayerWeights layer, int at, int position, KeyValueCache cache) {
        int headDim = config.headDim();
        int queries = config.headsPerSlice();
        int keyValues = config.keyValueHeadsPerSlice();
        for (int head = 0; head < queries + keyValues; head++) {
            int headAt = at + head * headDim;
            float[] norm = head < queries ? layer.queryNorm() : layer.keyNorm();
            kernels.rmsNorm(heads, headAt, norm, config.rmsEpsilon(), heads, headAt);
            kernels.rotate(heads, headAt, rotary, position);
        }
        int keysAt = at + queries * headDim;
        int valuesAt = keysAt + keyValues * headDim;
        for (int head = 0; head < keyValues; head++) {
            cache.put(head, position, heads, keysAt + head * headDim, heads, valuesAt + head * headDim);
        }
    }

    private void attend(int at, int position, KeyValueCache cache, int contextAt) {
        int headDim = config.headDim();
        int positions = position + 1;
        if (scores.length < cache.capacity()) {
            scores = new float[cache.capacity()];
        }
        int group = config.headsPerSlice() / config.keyValueHeadsPerSlice();
        for (int head = 0; head < config.headsPerSlice(); head++) {
            int shared = head / group;
            kernels.scores(heads, at + head * headDim, headDim, cache.keys(), cache.keysAt(shared), positions,
                    scale, scores);
            kernels.softmax(scores, 0, positions);
            kernels.weightedSum(scores, positions, cache.values(), cache.valuesAt(shared), headDim, contexts,
                    contextAt + head * headDim);
        }
    }
}
