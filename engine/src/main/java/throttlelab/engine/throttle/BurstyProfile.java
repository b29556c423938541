package throttlelab.engine.throttle;

/// A phone that heats up, throttles and recovers, over and over: a pure function of seed, worker and time.
///
/// Time is cut into windows of [#WINDOW_NANOS], shifted by a fixed part of a window from worker to worker so that at
/// any moment some are hot and some are cool. In each window the worker heats up at once, in steps; stays at its peak;
/// recovers in steps; and is cool for the rest. Peak and lengths come from a hash of seed, worker and window.
/// Steps and not slopes, because every rise of a factor forgets the credit of a delay ([DelayMeter]).
record BurstyProfile(String name, long seed) implements ThrottleProfile {

    static final long WINDOW_NANOS = 1_200_000_000;
    static final double LEAST_PEAK = 4;
    static final double MOST_PEAK = 9;
    private static final int STEPS = 4;
    /// The golden ratio's fraction: spreads any number of workers evenly over a window.
    private static final double SPREAD = 0.6180339887498949;

    @Override
    public double factor(int worker, int workers, long elapsedNanos) {
        long time = Math.max(0, elapsedNanos) + (long) ((worker * SPREAD) % 1 * WINDOW_NANOS);
        long window = time / WINDOW_NANOS;
        double at = (double) (time % WINDOW_NANOS) / WINDOW_NANOS;

        double peak = LEAST_PEAK + (MOST_PEAK - LEAST_PEAK) * chance(worker, window, 0);
        double heating = 0.05 + 0.15 * chance(worker, window, 1);
        double throttled = heating + 0.15 + 0.25 * chance(worker, window, 2);
        double recovering = throttled + 0.05 + 0.15 * chance(worker, window, 3);
        if (at < heating) {
            return step(peak, at / heating);
        }
        if (at < throttled) {
            return peak;
        }
        return at < recovering ? step(peak, 1 - (at - throttled) / (recovering - throttled)) : 1;
    }

    @Override
    public boolean changing() {
        return true;
    }

    /// From full speed to `peak` in equal steps, the first of which is already slower than full speed.
    private static double step(double peak, double share) {
        double step = Math.clamp(Math.ceil(share * STEPS), 1, STEPS);
        return 1 + (peak - 1) * step / (STEPS + 1);
    }

    /// A number in [0, 1) that depends on all arguments (the mixing of SplitMix64).
    private double chance(int worker, long window, int purpose) {
        long z = seed + 0x9e3779b97f4a7c15L * (1 + worker + 1_000L * purpose) + 0xd1342543de82ef95L * window;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
