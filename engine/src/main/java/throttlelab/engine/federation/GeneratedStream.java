package throttlelab.engine.federation;

/// What a run gave for one prompt. The arrays are the receiver's own.
///
/// @param promptTokens ids of the prompt, begin token first
/// @param tokens ids that came after it; fewer than asked for if the run was stopped
/// @param logprobs natural logarithm of each token's probability
/// @param margins distance of each token's logit to that of the second-best token: how near the choice was to tipping
public record GeneratedStream(int[] promptTokens, int[] tokens, float[] logprobs, float[] margins) {
}
