package throttlelab.engine.federation;

/// Watches the tokens of a run. Called on the coordinator's thread: it must be quick, and whatever it does cannot
/// change the run.
@FunctionalInterface
public interface RunListener {

    /// Watches nothing.
    RunListener NONE = (prompt, position, token, logprob, margin) -> { };

    /// A new token.
    ///
    /// @param prompt index of the prompt in the batch
    /// @param position index of the token after the prompt, from 0
    /// @param token its id
    /// @param logprob natural logarithm of its probability
    /// @param margin distance of its logit to that of the second-best token
    void onToken(int prompt, int position, int token, float logprob, float margin);
}
