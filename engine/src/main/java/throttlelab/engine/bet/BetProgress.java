package throttlelab.engine.bet;

import java.time.Duration;
import java.util.Optional;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;

/// How far a bet has come.
///
/// @param run name of the run going on
/// @param runIndex which run it is, from 0
/// @param runs how many there are
/// @param tokensDone tokens generated so far, in all runs
/// @param tokensTotal tokens that all runs will generate
/// @param elapsed time since the bet began
/// @param left time it will still take, as far as that can be told
/// @param soFar what the positions compared so far come to
public record BetProgress(String run, int runIndex, int runs, long tokensDone, long tokensTotal, Duration elapsed,
        Optional<Duration> left, Totals soFar) {

    /// The verdict if nothing else happened; timing and completeness are judged at the end.
    public Verdict verdictSoFar() {
        return soFar.verdict();
    }
}
