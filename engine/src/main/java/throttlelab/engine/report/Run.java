package throttlelab.engine.report;

import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.WorkerTiming;

/// One run of a federation, as far as its times matter.
///
/// @param name what it is called in this report
/// @param report what its federation measured
/// @param tokens how many tokens it gave
/// @param complete whether it gave all that were asked for
record Run(String name, FederationReport report, long tokens, boolean complete) {

    /// Of all the time of all workers, the share that they waited at barriers: the price of determinism.
    double waitingShare() {
        return share(report.workers().stream().mapToLong(WorkerTiming::waitNanos).sum());
    }

    double computeShare() {
        return share(report.workers().stream().mapToLong(WorkerTiming::computeNanos).sum());
    }

    double delayShare() {
        return share(report.workers().stream().mapToLong(WorkerTiming::delayNanos).sum());
    }

    private double share(long nanos) {
        double all = (double) report.wallNanos() * report.workers().size();
        return all == 0 ? 0 : Math.min(1, nanos / all);
    }

    double tokensPerSecond() {
        return report.wallNanos() == 0 ? 0 : tokens * Figures.NANOS_PER_SECOND / report.wallNanos();
    }
}
