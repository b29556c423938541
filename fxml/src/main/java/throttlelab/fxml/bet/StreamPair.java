package throttlelab.fxml.bet;

/// One position of two streams.
///
/// @param position index of the token after the prompt, from 0
/// @param reference the token of `none`
/// @param actual the token of the profile looked at
/// @param outcome how they differ
/// @param ulps how far apart the log-probabilities are, in units in the last place; 0 between different tokens
/// @param consequence whether a token before it differs already
public record StreamPair(int position, StreamToken reference, StreamToken actual, Outcome outcome, long ulps,
        boolean consequence) {
}
