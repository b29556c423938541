package throttlelab.engine.report.content;

import java.util.List;
import java.util.Optional;
import throttlelab.engine.comparison.divergence.DivergencePath;
import throttlelab.engine.comparison.divergence.PathStep;
import throttlelab.engine.comparison.divergence.Source;

/// The way to who made a difference, as audit logs or running again told it when a report was made. Streams do not tell
/// it, so a report carries it; prompt and token they do tell, and of those only the place is carried.
///
/// @param pair which two of those that the report compares, from 0
/// @param visible where it is to be seen in the streams; nothing if only the logs differ
/// @param steps the way from there on
/// @param remarks what else is to be known: sentences
public record FoundPath(int pair, Optional<Place> visible, List<PathStep> steps, List<String> remarks) {

    /// A position of a stream.
    ///
    /// @param promptId of which prompt
    /// @param position index of the token after it, from 0
    public record Place(String promptId, int position) {
    }

    /// @throws NullPointerException if a list is null or holds null
    public FoundPath {
        steps = List.copyOf(steps);
        remarks = List.copyOf(remarks);
    }

    /// What is to be carried of a path; nothing if it tells no more than the streams do.
    public static Optional<FoundPath> of(int pair, DivergencePath path) {
        List<PathStep> deeper = path.steps().stream().filter(step -> step.source() != Source.STREAMS).toList();
        return switch (path.outcome()) {
            case NO_LOG, STOPPED -> Optional.empty();
            case LOCATED, LOGS_EQUAL, NOT_REPRODUCED -> Optional.of(new FoundPath(pair, path.visible()
                    .map(visible -> new Place(visible.promptId(), visible.diff().position())), deeper, path.remarks()));
        };
    }
}
