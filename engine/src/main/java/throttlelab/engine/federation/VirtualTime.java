package throttlelab.engine.federation;

import throttlelab.engine.throttle.Clock;

/// A clock that stands still unless it is told: the time of a simulation, from 0.
///
/// A [Federation] that is given one as its clock has no worker threads: its workers' steps are taken by the thread that
/// runs it, each at its own moment, and delays cost nothing. Of two steps at the same moment the one of the worker with
/// the lower number comes first, so that a run depends on nothing but model, prompts, settings and throttle. One
/// federation's, and not for use by two threads at once.
public final class VirtualTime implements Clock {

    private long now;

    @Override
    public long nanoTime() {
        return now;
    }

    /// Nothing is measured: work takes the nominal time of the tempo.
    @Override
    public long cpuTime() {
        return 0;
    }

    /// Lets time pass: nobody else is there who could.
    @Override
    public void sleepUntil(long deadline) {
        now = Math.max(now, deadline);
    }
}
