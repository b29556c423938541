package throttlelab.engine.comparison;

/// One position of two streams, side by side.
///
/// @param position index of the token after the prompt, from 0
/// @param kind how it differs
/// @param expectedToken token of the reference
/// @param actualToken token of the other stream
/// @param expectedLogprob log-probability of the reference
/// @param actualLogprob log-probability of the other stream
/// @param ulps how far apart the log-probabilities are; between different tokens it means nothing, and is 0
/// @param consequence whether a token before it differs already: from there on the two streams continue different texts
public record PositionDiff(int position, Difference kind, int expectedToken, int actualToken, float expectedLogprob,
        float actualLogprob, long ulps, boolean consequence) {
}
