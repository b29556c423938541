package throttlelab.engine.numerics;

/// The operations of the forward pass, each with one result, to the bit, for every implementation: the page of this
/// package is their contract. An implementation holds no state and may be shared by threads.
public interface Kernels {

    /// The version of the contract; recordings carry it, and no two versions are compared in silence.
    String CONTRACT = "throttlelab-numerics-1";

    /// Positions in a block of keys, so that scores run across positions and memory is read from front to back.
    int BLOCK = 16;

    /// A name with the lane count, for the environment of a result: "scalar" or "SIMD, 16 lanes".
    String name();

    /// `y[r][o]` = the chain of fused multiply-adds of `x[r][i] · w[o][i]` over `i` ascending from 0.0f, for every row
    /// `r` and output `o`.
    ///
    /// @param x rows of `w.inputs()` floats
    /// @param y as many rows of `w.outputs()` floats
    void matmul(PackedMatrix w, Rows x, Rows y);

    /// `out = (x · r) · weight` with `r = 1 / sqrt(mean of squares + epsilon)`, over `weight.length` floats. `out` may
    /// be `x` itself.
    void rmsNorm(float[] x, int at, float[] weight, float epsilon, float[] out, int outAt);

    /// Turns the head at `x[at]` by its position, in place: half rotation.
    void rotate(float[] x, int at, RotaryTable table, int position);

    /// `out[p]` = the chain of `query[d] · key_p[d]` over `d` ascending, times `scale`, for `p` from 0 to
    /// `positions − 1`.
    ///
    /// @param keys blocks of [#BLOCK] positions from `keysAt`, each headDim rows of as many floats, a position a column;
    ///         the last block is whole
    /// @param out room for whole blocks; what is after `positions` is nothing of use
    void scores(float[] query, int at, int headDim, float[] keys, int keysAt, int positions, float scale, float[] out);

    /// Subtracts the maximum, exponentiates, sums ascending, divides; in place.
    void softmax(float[] x, int at, int length);

    /// `out[d]` = the chain of `weights[p] · values[p][d]` over `p` ascending from 0.0f.
    ///
    /// @param values `positions` rows of `headDim` floats from `valuesAt`
    void weightedSum(float[] weights, int positions, float[] values, int valuesAt, int headDim, float[] out, int outAt);

    /// `out[i] = (g / (1 + exp(−g))) · u` with `g = x[at + i]` and `u = x[at + width + i]`.
    void swiglu(float[] x, int at, int width, float[] out, int outAt);

    /// `out[i] = x[i] · factor`.
    void scale(float[] x, int at, int length, float factor, float[] out, int outAt);

    /// `out[i] = out[i] + x[i] · factor`: a product, then an addition.
    void addScaled(float[] x, int at, int length, float factor, float[] out, int outAt);

    /// `out[i] = out[i] + x[i]`.
    void add(float[] x, int at, int length, float[] out, int outAt);

    /// The greedy choice among logits: maximum, one ascending sum of exponentials, log-probability
    /// `(logit − max) − log(sum)`.
    ///
    /// @param logits changed by the call
    /// @param present which of them count; `null` for all
    Choice choose(float[] logits, int at, int length, boolean[] present);
}
