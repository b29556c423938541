package throttlelab.engine.schedule;

import java.util.Locale;
import throttlelab.engine.federation.StageId;

/// One worker held back at one stage.
///
/// @param stage at which stage; its step counted from the first that reads the prompt
/// @param worker who
/// @param nanos for how long, in simulated time
public record Slowdown(StageId stage, int worker, long nanos) {

    /// The slowdown factor that this is, for a stage of the nominal time.
    public double factor() {
        return 1 + (double) nanos / Simulation.STAGE_NANOS;
    }

    /// In words: "worker-3 held back for 1 ns (1.000001×) at token 1, layer 1, attention".
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "worker-%d held back for %,d ns (%.6f×) at %s", worker, nanos, factor(), stage);
    }
}
