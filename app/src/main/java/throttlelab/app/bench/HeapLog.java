package throttlelab.app.bench;

import java.util.ArrayList;
import java.util.List;

/// What a long run leaves in memory, looked at again and again: only what is still in use counts.
final class HeapLog {

    private final List<Long> samples = new ArrayList<>();

    /// Looks at what is in use after a garbage collection.
    void look() {
        // What cleaners hold is let go one collection later.
        System.gc();
        System.gc();
        samples.add(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
    }

    List<Long> samples() {
        return List.copyOf(samples);
    }
}
