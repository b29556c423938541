package throttlelab.engine.throttle;

import java.util.concurrent.atomic.AtomicReferenceArray;

/// The factors in force in one federation: those of a profile, unless a person has set a worker's own. Both may be
/// changed by any thread while a run goes on; a change acts on the next stage a worker finishes.
public final class Throttle {

    private volatile ThrottleProfile profile;
    private final AtomicReferenceArray<Double> own;

    /// A throttle for `workers` workers that starts with `profile`.
    public Throttle(ThrottleProfile profile, int workers) {
        this.profile = profile;
        this.own = new AtomicReferenceArray<>(workers);
    }

    /// The profile that holds where no own factor is set.
    public ThrottleProfile profile() {
        return profile;
    }

    /// How many workers it throttles.
    public int workers() {
        return own.length();
    }

    /// The factor in force for `worker`, `elapsedNanos` after the run began.
    public double factor(int worker, long elapsedNanos) {
        Double set = own.get(worker);
        return set != null ? set : profile.factor(worker, own.length(), elapsedNanos);
    }

    /// Whether a worker's factor is the profile's, and not its own.
    public boolean follows(int worker) {
        return own.get(worker) == null;
    }

    /// Gives one worker its own factor, whatever the profile says.
    ///
    /// @throws IllegalArgumentException if `factor` is below 1 or not finite
    public void set(int worker, double factor) {
        if (!(factor >= 1) || Double.isInfinite(factor)) {
            throw new IllegalArgumentException("a slowdown factor is at least 1, not " + factor);
        }
        own.set(worker, factor);
    }

    /// Changes to another profile; own factors are dropped.
    public void apply(ThrottleProfile other) {
        profile = other;
        for (int worker = 0; worker < own.length(); worker++) {
            own.set(worker, null);
        }
    }
}
