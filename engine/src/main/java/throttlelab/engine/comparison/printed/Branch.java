package throttlelab.engine.comparison.printed;

import java.util.List;
import throttlelab.engine.recording.foreign.Piece;

/// One way that answers go on where they part.
///
/// @param piece the token that follows; null for answers that were ended there
/// @param answers which answers, by their place among those compared
public record Branch(Piece piece, List<Integer> answers) {

    /// @throws NullPointerException if the list is null or holds null
    public Branch {
        answers = List.copyOf(answers);
    }
}
