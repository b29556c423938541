package throttlelab.engine.model;

import throttlelab.engine.digest.Sha256;
import throttlelab.engine.numerics.PackedMatrix;

/// The weights of one slice of one expert: an eighth of its hidden units.
///
/// @param gateUp from the width of the residual stream to the slice's gate rows and then as many up rows
///         (expertWidthPerSlice each)
/// @param down from the slice's hidden units to the width of the residual stream: their columns of `down_proj`
/// @param digest SHA-256 over both matrices in this order, each as its outputs and inputs (four bytes each,
///         big-endian) and its fp32 bits (little-endian), output by output
public record ExpertSlice(PackedMatrix gateUp, PackedMatrix down, Sha256 digest) {
}
