package throttlelab.engine.throttle;

/// Works out how long one worker holds its contribution back, and keeps the account of it.
///
/// For every stage the worker calls [#deadline(long, double, long)] when its compute ends, waits until then, delivers,
/// and calls [#delivered(long)]. The delay asked for is (factor − 1) × compute. No timer is exact: what a delay ran
/// over is credit, and is taken off the next delays, so that the measured factor stays at the one set instead of
/// drifting above it. A delay is shortened by credit only, and credit is what earlier delays ran over; so
/// Σ delay ≥ Σ (factor − 1) × compute holds at any moment, as long as nobody delivers before the deadline.
///
/// Credit is for small change, and there are three places where it is not carried on, each of which can only make
/// the measured factor larger than the one set, never smaller:
///
/// - While the factor is 1 nothing is held back, so nothing can run over: the moment between the end of compute and
///   delivery is scheduling noise. It counts as delay but earns no credit, and credit left from before is dropped.
///   Otherwise an hour at full speed would pay for the first seconds of a throttle.
/// - Where the factor rises, credit is dropped, so that a throttle raised in the middle of a run acts on the very
///   next stage and in full. Where it falls, credit stays.
/// - It is never more than [#CREDIT_LIMIT_NANOS]: after a long pause of the whole process a worker would otherwise run
///   unthrottled until it had caught up.
///
/// One worker's thread uses it; whoever reads it from another thread needs a happens-before edge of its own.
public final class DelayMeter {

    /// The most overshoot that is carried on to the next delays: 20 ms, some time slices of a busy machine.
    public static final long CREDIT_LIMIT_NANOS = 20_000_000;

    /// No single delay is longer than 2⁶² ns, so that clock readings may be subtracted from each other.
    private static final long LONGEST_DELAY_NANOS = 1L << 62;

    private long credit;
    private double lastFactor = 1;

    private long pendingCompute;
    private double pendingFactor;
    private long pendingTarget;
    private long pendingEnd;
    private boolean pending;

    private long computeNanos;
    private long delayNanos;
    private double weightedFactor;

    /// The time of [Clock#nanoTime()] before which the contribution must not be delivered.
    ///
    /// @param compute time the stage's work has just taken, in nanoseconds
    /// @param factor the slowdown factor in force
    /// @param endOfCompute when the work ended, by the clock
    /// @throws IllegalArgumentException if `compute` is negative or `factor` is below 1 or not finite
    public long deadline(long compute, double factor, long endOfCompute) {
        if (compute < 0) {
            throw new IllegalArgumentException("compute cannot be negative: " + compute + " ns");
        }
        if (!(factor >= 1) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a slowdown factor is at least 1, not " + factor);
        }
        if (factor == 1 || factor > lastFactor) {
            credit = 0;
        }
        lastFactor = factor;
        pendingCompute = compute;
        pendingFactor = factor;
        pendingTarget = Math.min(LONGEST_DELAY_NANOS, Math.round((factor - 1) * compute));
        pendingEnd = endOfCompute;
        pending = true;
        return endOfCompute + Math.max(0, pendingTarget - credit);
    }

    /// Books the stage of the last call of [#deadline(long, double, long)]. A stage that is never delivered, because
    /// the run was stopped, is never booked.
    ///
    /// @param deliveredAt when the contribution was delivered, by the clock
    /// @throws IllegalStateException if no stage is waiting to be booked
    public void delivered(long deliveredAt) {
        if (!pending) {
            throw new IllegalStateException("no stage is waiting for its delivery");
        }
        pending = false;
        long actual = Math.max(0, deliveredAt - pendingEnd);
        if (pendingFactor > 1) {
            credit = Math.clamp(credit + actual - pendingTarget, 0, CREDIT_LIMIT_NANOS);
        }
        computeNanos += pendingCompute;
        delayNanos += actual;
        weightedFactor += pendingFactor * pendingCompute;
    }

    /// Σ compute over the stages delivered, in nanoseconds.
    public long computeNanos() {
        return computeNanos;
    }

    /// Σ delay over the stages delivered, in nanoseconds, as it really was.
    public long delayNanos() {
        return delayNanos;
    }

    /// The compute-weighted mean of the factors in force, or 1 before the first compute.
    public double factorSet() {
        return computeNanos == 0 ? 1 : weightedFactor / computeNanos;
    }

    /// (Σ compute + Σ delay) / Σ compute, or 1 before the first compute.
    public double factorMeasured() {
        return computeNanos == 0 ? 1 : (computeNanos + (double) delayNanos) / computeNanos;
    }

    /// Overshoot that the next delay will be shortened by, in nanoseconds.
    public long creditNanos() {
        return credit;
    }
}
