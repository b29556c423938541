package throttlelab.engine.model;

import throttlelab.engine.digest.Sha256;
import throttlelab.engine.numerics.PackedMatrix;

/// The weights of one slice of a layer's attention.
///
/// @param queryKeyValue from the width of the residual stream to, one after the other, the slice's queries
///         (headsPerSlice · headDim rows), keys and values (keyValueHeadsPerSlice · headDim rows each)
/// @param output from the slice's heads (headsPerSlice · headDim) to the width of the residual stream: the columns of
///         `o_proj` that belong to these heads
/// @param digest SHA-256 over both matrices in this order, each as its outputs and inputs (four bytes each,
///         big-endian) and its fp32 bits (little-endian), output by output
public record AttentionSlice(PackedMatrix queryKeyValue, PackedMatrix output, Sha256 digest) {
}
