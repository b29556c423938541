package throttlelab.engine.bet;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.throttle.ThrottleProfile;

/// Tells how long a bet will still take.
///
/// Profiles differ in speed, so one rate for all would mislead. From the run of `none` two times are known: how long it
/// took, and how much of that its busiest worker computed. A throttled run takes about the first, and on top
/// (factor − 1) times the second, for its largest factor. The run going on is told by its own rate once that means
/// something.
final class TimeLeft {

    private static final double TELLING_SHARE = 0.05;
    private static final int SAMPLES = 20;
    private static final long SAMPLE_NANOS = 250_000_000;

    private final List<PlannedRun> runs;
    private final long tokensPerRun;
    private final double[] factors;
    private final long[] took;
    private long wallOfNone = -1;
    private long computeOfNone;

    TimeLeft(List<PlannedRun> runs, int workers, long tokensPerRun) {
        this.runs = runs;
        this.factors = runs.stream().mapToDouble(run -> largestFactor(run.profile(), workers)).toArray();
        this.tokensPerRun = tokensPerRun;
        this.took = new long[runs.size()];
        Arrays.fill(took, -1);
    }

    void ended(int run, long nanos, FederationReport report) {
        took[run] = nanos;
        if (run == 0) {
            wallOfNone = nanos;
            computeOfNone = report.workers().stream().mapToLong(WorkerTiming::computeNanos).max().orElse(0);
        }
    }

    /// Nanoseconds left, or −1 if it cannot be told yet.
    ///
    /// @param run the run going on
    /// @param tokens how many it has given
    /// @param nanos for how long it has been going on
    long nanos(int run, long tokens, long nanos) {
        double share = (double) tokens / tokensPerRun;
        long whole = share >= TELLING_SHARE ? Math.round(nanos / share) : expected(run);
        if (whole < 0 || wallOfNone < 0 && run + 1 < runs.size()) {
            return -1;
        }
        return Math.max(0, whole - nanos)
                + LongStream.range(run + 1L, runs.size()).map(later -> expected((int) later)).sum();
    }

    private long expected(int run) {
        // The same profile has run before: nothing tells better.
        for (int earlier = 0; earlier < run; earlier++) {
            if (took[earlier] >= 0 && runs.get(earlier).profile().equals(runs.get(run).profile())) {
                return took[earlier];
            }
        }
        return wallOfNone < 0 ? -1
                : wallOfNone + Math.round((factors[run] - 1) * computeOfNone);
    }

    private static double largestFactor(ThrottleProfile profile, int workers) {
        return IntStream.range(0, workers)
                .mapToDouble(worker -> LongStream.range(0, SAMPLES)
                        .mapToDouble(i -> profile.factor(worker, workers, i * SAMPLE_NANOS)).average().orElse(1))
                .max().orElse(1);
    }
}
