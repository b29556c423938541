package throttlelab.engine.federation;

import java.time.Duration;

/// What a federation does about workers that are dead or do not answer.
///
/// @param waits whether a run waits for a dead worker until it is revived; if not, a death ends the run with an error
/// @param stallNanos after how long a stage that waits is told to the observer as stalled; 0 for never
/// @param reviveNanos after how long a dead worker is revived by itself; 0 for never
public record Patience(boolean waits, long stallNanos, long reviveNanos) {

    /// A death ends the run: what is measured there is a run that nothing happened to.
    public static final Patience NONE = new Patience(false, 0, 0);

    /// A run waits for a dead worker; after ten seconds it says who is missing.
    public static final Patience DEFAULT = new Patience(true, Duration.ofSeconds(10).toNanos(), 0);

    /// A run waits for a dead worker; nobody has to be told, because somebody watches.
    public static final Patience WATCHED = new Patience(true, 0, 0);

    /// @throws IllegalArgumentException if a time is negative
    public Patience {
        if (stallNanos < 0 || reviveNanos < 0) {
            throw new IllegalArgumentException("times cannot be negative: " + stallNanos + ", " + reviveNanos);
        }
    }
}
