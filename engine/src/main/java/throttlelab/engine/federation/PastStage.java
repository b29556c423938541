package throttlelab.engine.federation;

import throttlelab.engine.digest.Sha256;

/// What is kept of an attention stage that has been handed out, until its batch is over: what a revived worker needs to
/// find its keys and values again.
///
/// @param step the step it belonged to
/// @param layer its layer
/// @param input its normalised hidden states, rows × hidden; the array that was handed out, not a copy
/// @param chain digest of what came before it
/// @param digest its input digest; `null` where nothing is verified
record PastStage(Step step, int layer, float[] input, Sha256 chain, Sha256 digest) {
}
