package throttlelab.engine.federation;

/// One worker's time in a run, in nanoseconds.
///
/// @param worker its number, from 0
/// @param factorSet compute-weighted mean of the slowdown factors in force
/// @param computeNanos CPU time of its forward path; in slow motion the nominal time
/// @param delayNanos elapsed time from the end of compute to delivery
/// @param waitNanos time from its delivery to the opening of the gate, over all stages it delivered to in time
/// @param blameNanos waits charged to it: the time between the second-last and the last arrival, where it came last
///         (at a barrier with one slot: from the beginning of the stage)
/// @param lastArrivals how often it was the last to arrive
public record WorkerTiming(int worker, double factorSet, long computeNanos, long delayNanos, long waitNanos,
        long blameNanos, long lastArrivals) {

    /// (Σ compute + Σ delay) / Σ compute, or 1 for a worker that had nothing to do.
    public double factorMeasured() {
        return computeNanos == 0 ? 1 : (computeNanos + delayNanos) / (double) computeNanos;
    }
}
