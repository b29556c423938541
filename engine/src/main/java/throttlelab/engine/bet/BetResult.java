package throttlelab.engine.bet;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.RunSetup;

/// A bet that was run.
///
/// @param plan what was asked for
/// @param criteria what was laid down before
/// @param setup model, numerics, federation
/// @param runs the runs, `none` first; fewer than planned if it was stopped
/// @param judgement verdict, reasons, comparisons, totals
/// @param baseline how it differs from a baseline, where one fits
/// @param claims what may be said
/// @param environment what it ran on
/// @param created when it ended
public record BetResult(BetPlan plan, Criteria criteria, RunSetup setup, List<ProfileRun> runs, Judgement judgement,
        Optional<BaselineComparison> baseline, Claims claims, Environment environment, Instant created) {

    /// @throws NullPointerException if the list is null or holds null
    public BetResult {
        runs = List.copyOf(runs);
    }

    /// The verdict.
    public Verdict verdict() {
        return judgement.verdict();
    }
}
