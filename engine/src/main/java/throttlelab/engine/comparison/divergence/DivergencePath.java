package throttlelab.engine.comparison.divergence;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.words.Sentence;

/// The way from "these two recordings differ" to who made the difference, as far as it could be followed.
///
/// @param outcome how far that was
/// @param visible the first difference to be seen in the streams; nothing if only the audit logs differ
/// @param stage the stage where the runs part, if it was found
/// @param steps the way, from the prompt to the contribution
/// @param sayings what else is to be known
public record DivergencePath(Outcome outcome, Optional<Visible> visible, Optional<PartedStage> stage,
        List<PathStep> steps, List<Sentence> sayings) {

    /// A difference to be seen in the streams.
    ///
    /// @param promptId of which prompt
    /// @param diff the position
    public record Visible(String promptId, PositionDiff diff) {
    }

    /// The steps that a difference in the streams tells by itself: prompt and token.
    public static List<PathStep> seen(Visible visible) {
        return PathWords.visible(visible);
    }

    /// @throws NullPointerException if a list is null or holds null
    public DivergencePath {
        steps = List.copyOf(steps);
        sayings = List.copyOf(sayings);
    }

    /// The sayings in English.
    public List<String> remarks() {
        return sayings.stream().map(Sentence::english).toList();
    }
}
