package throttlelab.app.bench;

import java.util.List;
import java.util.Optional;
import throttlelab.app.bench.Figure.Curve;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;

/// What was measured.
///
/// @param environment the machine
/// @param model the model
/// @param plan what was asked for
/// @param promptTokens tokens of all prompts together
/// @param figures what was measured, in order
/// @param verification what addresses, checksums and audit log cost
/// @param waiting what it costs to combine in slot order rather than in the order of arrival, at no throttle
/// @param curves how it goes with workers, batch and context, if that was asked for
/// @param verdict of the whole bet, if it was asked for
public record BenchResult(Environment environment, ModelIdentity model, BenchPlan plan, long promptTokens,
        List<Figure> figures, Paired verification, Optional<Paired> waiting, List<Curve> curves,
        Optional<Verdict> verdict) {

    /// @throws NullPointerException if a list is null or holds null
    public BenchResult {
        figures = List.copyOf(figures);
        curves = List.copyOf(curves);
    }
}
