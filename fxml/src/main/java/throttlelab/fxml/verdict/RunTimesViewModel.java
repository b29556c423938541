package throttlelab.fxml.verdict;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.comparison.LiveJudgement;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.RunTrace;

/// The times of a run, up to the last gate that has opened.
///
/// @param wallNanos from the beginning of its first stage to the opening of the last gate, without the time that a
///         person held it
/// @param waitNanos time that its workers together waited for gates after they had delivered
/// @param workers how many workers it has
/// @param slowest the worker with the largest set factor among those that were slowed down, if any
record RunTimesViewModel(long wallNanos, long waitNanos, int workers, Optional<WorkerTiming> slowest) {

    static RunTimesViewModel of(LiveRun run, FederationReport report) {
        List<WorkerTiming> timings = report.workers();
        return new RunTimesViewModel(wall(run), timings.stream().mapToLong(WorkerTiming::waitNanos).sum(),
                timings.size(), timings.stream().filter(LiveJudgement::throttled)
                        .max(Comparator.comparingDouble(WorkerTiming::factorSet)));
    }

    private static long wall(LiveRun run) {
        RunTrace trace = run.trace();
        for (int stage = trace.size() - 1; stage >= 0; stage--) {
            long opened = trace.stage(stage).openedAt();
            if (opened != 0) {
                return Math.max(0, opened - trace.stage(0).began() - run.control().heldNanos());
            }
        }
        return 0;
    }

    /// The price of determinism: of all the time of all workers, the share that they waited at barriers, from 0 to 1.
    double waitingShare() {
        return wallNanos == 0 ? 0 : Math.min(1, waitNanos / (double) (workers * wallNanos));
    }

    /// Tokens a second.
    double rate(int tokens) {
        return wallNanos == 0 ? 0 : tokens * 1e9 / wallNanos;
    }
}
