package throttlelab.app.bench;

import throttlelab.engine.throttle.ThrottleProfile;

/// Every worker gets another slowdown every second, from 1× to 20×, equal ratios equally often: a pure function of seed,
/// worker and second.
///
/// @param seed gives another profile of the kind
record ChangingProfile(long seed) implements ThrottleProfile {

    static final double LARGEST = 20;
    private static final long SECOND = 1_000_000_000;

    @Override
    public String name() {
        return "changing";
    }

    @Override
    public double factor(int worker, int workers, long elapsedNanos) {
        return Math.pow(LARGEST, chance(worker, Math.max(0, elapsedNanos) / SECOND));
    }

    @Override
    public boolean changing() {
        return true;
    }

    /// A number in [0, 1) that depends on all arguments (the mixing of SplitMix64).
    double chance(int worker, long second) {
        long z = seed + 0x9e3779b97f4a7c15L * (1 + worker) + 0xd1342543de82ef95L * second;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }
}
