package throttlelab.app.bench;

import java.util.List;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;

/// What came of a soak: a very long run under slowdowns that change all the time.
///
/// @param environment the machine
/// @param model what ran
/// @param window whether it ran in the window in real time, and not in simulated time
/// @param seed where the slowdowns come from
/// @param spanNanos how long it ran, in its own time
/// @param wallNanos how long that took
/// @param prompts how many prompts were continued, one after another
/// @param tokens how many tokens came
/// @param divergent how many of the streams differed from what was expected, in a token or a bit
/// @param changes how often a slowdown was changed
/// @param heap bytes in use after a garbage collection, at equal distances, the first after the first tenth
public record SoakResult(Environment environment, ModelIdentity model, boolean window, long seed, long spanNanos,
        long wallNanos, long prompts, long tokens, long divergent, long changes, List<Long> heap) {

    /// The most that may be in use at the end beyond what was at the first look.
    public static final long MOST_GROWTH = 16L << 20;

    /// How much more is in use at the end than at the first look, in bytes; negative if less is.
    public long growth() {
        return heap.size() < 2 ? 0 : heap.getLast() - heap.getFirst();
    }

    /// Whether memory stayed flat.
    public boolean flat() {
        return growth() <= MOST_GROWTH;
    }
}
