package throttlelab.engine.comparison;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import throttlelab.engine.federation.WorkerTiming;

/// The verdict on a run that somebody watches, against its baseline. While the run goes on it is the verdict so far,
/// and that tokens are still to come does not make it VOID.
///
/// @param verdict the verdict
/// @param soFar whether the run goes on
/// @param totals the counts behind it; positions that the run's end left without a comparison are missing
/// @param voidReasons what keeps a STRICT from being one, the weightiest first; beside a divergence, which is never
///         hidden by it, it says what else is to be known
public record LiveJudgement(Verdict verdict, boolean soFar, Totals totals, List<VoidReason> voidReasons) {

    /// A throttled worker whose measured factor is below this share of the one set was not throttled.
    public static final double LEAST_FACTOR_SHARE = 0.9;

    /// How far a run has come.
    public enum Progress {

        /// It goes on, or is held.
        GOING_ON,

        /// It has ended with all tokens asked for.
        COMPLETE,

        /// It has ended before.
        STOPPED
    }

    /// @throws NullPointerException if the list is null or holds null
    public LiveJudgement {
        voidReasons = List.copyOf(voidReasons);
    }

    /// The judgement on a run.
    ///
    /// @param diff how its tokens compare with the baseline's; `null` if there is no baseline for its prompt
    /// @param sameRun whether the baseline is a recording of this very run
    /// @param tokens how many tokens it was asked for
    /// @param workers what its federation measured
    public static LiveJudgement of(LiveDiff diff, boolean sameRun, int tokens, Progress progress,
            List<WorkerTiming> workers) {
        boolean soFar = progress == Progress.GOING_ON;
        Totals totals = diff == null ? new Totals(0, 0, 0, 0, soFar ? 0 : tokens, 0)
                : diff.totals(soFar ? 0 : tokens - diff.length());
        EnumSet<VoidReason> reasons = EnumSet.noneOf(VoidReason.class);
        note(reasons, diff == null, VoidReason.NO_BASELINE);
        note(reasons, sameRun, VoidReason.BASELINE_IS_THE_RUN);
        note(reasons, soFar && totals.comparisons() == 0, VoidReason.NO_TOKEN_YET);
        note(reasons, progress == Progress.STOPPED, VoidReason.STOPPED);
        note(reasons, diff != null && progress == Progress.COMPLETE && totals.missing() > 0,
                VoidReason.BASELINE_TOO_SHORT);
        note(reasons, workers.stream().anyMatch(LiveJudgement::throttleNotShown), VoidReason.THROTTLE_NOT_SHOWN);
        note(reasons, workers.stream().noneMatch(LiveJudgement::throttled), VoidReason.NOBODY_THROTTLED);
        return new LiveJudgement(totals.verdict().unlessVoid(reasons), soFar, totals, List.copyOf(reasons));
    }

    /// Whether a worker was slowed down while it worked.
    public static boolean throttled(WorkerTiming worker) {
        return worker.computeNanos() > 0 && worker.factorSet() > 1;
    }

    /// Whether a worker was to be slowed down, and its times do not show it.
    public static boolean throttleNotShown(WorkerTiming worker) {
        return throttled(worker) && worker.factorMeasured() < LEAST_FACTOR_SHARE * worker.factorSet();
    }

    private static void note(Set<VoidReason> reasons, boolean holds, VoidReason reason) {
        if (holds) {
            reasons.add(reason);
        }
    }
}
