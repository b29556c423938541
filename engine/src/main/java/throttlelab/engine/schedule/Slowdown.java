package throttlelab.engine.schedule;

import throttlelab.engine.federation.StageId;
import throttlelab.engine.words.Sentence;

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
    public Sentence words() {
        return Sentence.of("schedule.slowdown", worker, Sentence.number("%,d", nanos), Sentence.number("%.6f",
                factor()),
                stage.words());
    }

    @Override
    public String toString() {
        return words().english();
    }
}
