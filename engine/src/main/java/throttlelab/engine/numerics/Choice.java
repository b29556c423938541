package throttlelab.engine.numerics;

/// The token that greedy decoding takes.
///
/// @param token its index in the logits; the lower one of a tie
/// @param logprob natural logarithm of its probability; NaN if any logit that counted is NaN
/// @param margin its logit less that of the second-best; infinite if there is no second
public record Choice(int token, float logprob, float margin) {
}
