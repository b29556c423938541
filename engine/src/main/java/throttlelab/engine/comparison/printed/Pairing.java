package throttlelab.engine.comparison.printed;

/// Which answers answer the same prompt.
///
/// @param byLine whether the first answer of each file goes with the first of every other, and so on
/// @param promptId only this prompt, which all answers that tell none answer; null for all
public record Pairing(boolean byLine, String promptId) {

    /// By what the answers tell of their prompts; answers that tell nothing all answer the same one.
    public static final Pairing TOLD = new Pairing(false, null);
}
