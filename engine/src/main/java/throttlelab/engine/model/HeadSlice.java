package throttlelab.engine.model;

import throttlelab.engine.digest.Sha256;
import throttlelab.engine.numerics.PackedMatrix;

/// The weights of one slice of the output head: an eighth of the vocabulary.
///
/// @param weights from the width of the residual stream to the logits of the slice's tokens
/// @param digest SHA-256 over the outputs and inputs (four bytes each, big-endian) and the fp32 bits (little-endian),
///         output by output
public record HeadSlice(PackedMatrix weights, Sha256 digest) {
}
