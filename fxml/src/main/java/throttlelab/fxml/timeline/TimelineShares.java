package throttlelab.fxml.timeline;

/// How each worker spent its time where stages are too many to be told apart: for equal stretches of time, the shares of
/// compute and of injected delay; the rest is waiting. Never changed once it is made.
public final class TimelineShares {

    private final long from;
    private final long stretch;
    private final float[][] compute;
    private final float[][] delay;

    /// @param from where the first stretch begins, in nanoseconds since the run began
    /// @param stretch how long each is
    /// @param compute by worker and stretch, from 0 to 1
    /// @param delay likewise
    TimelineShares(long from, long stretch, float[][] compute, float[][] delay) {
        this.from = from;
        this.stretch = stretch;
        this.compute = compute;
        this.delay = delay;
    }

    long from() {
        return from;
    }

    long stretch() {
        return stretch;
    }

    int count() {
        return compute.length == 0 ? 0 : compute[0].length;
    }

    /// The share of compute.
    public float compute(int worker, int index) {
        return compute[worker][index];
    }

    /// The share of injected delay.
    public float delay(int worker, int index) {
        return delay[worker][index];
    }
}
