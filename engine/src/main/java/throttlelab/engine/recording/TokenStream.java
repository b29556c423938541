package throttlelab.engine.recording;

/// A stream: the tokens that came after one prompt, with their log-probabilities. The arrays are shared and must not be
/// changed.
///
/// @param tokens ids; fewer than asked for if the run was stopped
/// @param text what the tokens say; bytes that are no UTF-8 are shown as U+FFFD
/// @param logprobs natural logarithm of each token's probability
/// @param margins distance of each token's logit to that of the second-best token; empty where it is not known
public record TokenStream(int[] tokens, String text, float[] logprobs, float[] margins) {

    /// @throws IllegalArgumentException if the arrays do not have one entry for each token
    public TokenStream {
        if (logprobs.length != tokens.length || margins.length != tokens.length && margins.length != 0) {
            throw new IllegalArgumentException(tokens.length + " tokens, but " + logprobs.length
                    + " log-probabilities and " + margins.length + " margins");
        }
    }

    /// How many tokens there are.
    public int length() {
        return tokens.length;
    }

    /// The bits of the log-probability at `position`, as they are compared.
    public int bits(int position) {
        return Float.floatToIntBits(logprobs[position]);
    }
}
