package throttlelab.engine.model;

/// The numbers of a Qwen3-MoE decoder, as `config.json` gives them.
///
/// Every layer is cut into [#SLICES] slices, by definition of the model and whoever computes it: slice s has the heads
/// from s · heads / 8 on, the units from s · expertWidth / 8 on of every expert, and the tokens from
/// s · vocabularySize / 8 on of the output head. Where the model has fewer than eight key-value heads, neighbouring
/// slices share one, and each holds a copy of it.
///
/// @param vocabularySize rows of the embedding and of the output head; a multiple of 8
/// @param hiddenSize width of the residual stream; even
/// @param layers decoder layers
/// @param heads query heads; a multiple of 8
/// @param keyValueHeads key and value heads; divides `heads`, and divides 8 or is a multiple of it
/// @param headDim width of a head; even
/// @param experts experts of a layer
/// @param expertsPerToken experts at work for a token
/// @param expertWidth hidden units of an expert; a multiple of 8
/// @param normTopK whether the router weights of a token's experts are divided by their sum
/// @param rmsEpsilon what RMSNorm adds to the mean of squares
/// @param ropeTheta base of the rotary embedding
/// @param maxPositions longest prompt and answer together, begin token included
/// @param tiedHead whether the output head is the embedding
/// @param beginToken id that comes before every prompt, -1 if there is none
/// @param endToken id that ends a text (the first, if the configuration lists several), -1 if there is none
public record ModelConfig(int vocabularySize, int hiddenSize, int layers, int heads, int keyValueHeads, int headDim,
        int experts, int expertsPerToken, int expertWidth, boolean normTopK, float rmsEpsilon, double ropeTheta,
        int maxPositions, boolean tiedHead, int beginToken, int endToken) {

    /// Slices of a layer and of the output head: part of the model's definition, not of the number of workers.
    public static final int SLICES = 8;

    /// Query heads of a slice.
    public int headsPerSlice() {
        return heads / SLICES;
    }

    /// Key-value heads of a slice, at least one.
    public int keyValueHeadsPerSlice() {
        return Math.max(1, keyValueHeads / SLICES);
    }

    /// Hidden units of an expert in a slice.
    public int expertWidthPerSlice() {
        return expertWidth / SLICES;
    }

    /// Tokens of the output head in a slice.
    public int vocabularyPerSlice() {
        return vocabularySize / SLICES;
    }

    /// The first key-value head of a slice.
    int firstKeyValueHead(int slice) {
        return slice * keyValueHeads / SLICES;
    }
}
