package throttlelab.engine.throttle;

/// A slowdown factor per worker, fixed or changing over time.
///
/// A factor of 1 is full speed; 5 means that the worker takes five times as long. The same profile asked the same
/// question gives the same answer: what looks random in it comes from a seed.
public interface ThrottleProfile {

    /// The name it goes by in results and on screens.
    String name();

    /// The factor in force, at least 1.
    ///
    /// @param worker whose factor, from 0
    /// @param workers how many there are
    /// @param elapsedNanos time since the run began
    double factor(int worker, int workers, long elapsedNanos);

    /// Whether a factor may change over time.
    default boolean changing() {
        return false;
    }
}
