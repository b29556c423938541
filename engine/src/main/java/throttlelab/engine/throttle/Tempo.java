package throttlelab.engine.throttle;

/// How long a stage's work takes a worker that is not throttled.
///
/// @param stageNanos the nominal work time in slow motion, or 0 for full speed: the time the work really takes
public record Tempo(long stageNanos) {

    /// As fast as the machine goes.
    public static final Tempo FULL = new Tempo(0);

    /// @throws IllegalArgumentException if `stageNanos` is negative
    public Tempo {
        if (stageNanos < 0) {
            throw new IllegalArgumentException("a tempo cannot be negative: " + stageNanos + " ns");
        }
    }

    /// Slow motion with `millis` milliseconds of nominal work a stage; 0 means full speed.
    public static Tempo ofMillis(double millis) {
        return new Tempo(Math.round(millis * 1e6));
    }

    /// Whether nominal time stands in for measured work.
    public boolean slowMotion() {
        return stageNanos > 0;
    }
}
