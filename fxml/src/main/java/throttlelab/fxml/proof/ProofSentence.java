package throttlelab.fxml.proof;

import java.util.List;

/// What a proof came to, in words.
///
/// @param outcome whether it holds
/// @param sentence what that means
/// @param facts what it rests on, a line each
public record ProofSentence(ProofOutcome outcome, String sentence, List<String> facts) {

    /// @throws NullPointerException if the list is null or holds null
    public ProofSentence {
        facts = List.copyOf(facts);
    }
}
