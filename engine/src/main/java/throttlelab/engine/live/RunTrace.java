package throttlelab.engine.live;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;

/// The stages of a run in order, growing at the end. One writer appends (the coordinator); readers see every stage whose
/// number is below [#size()].
public final class RunTrace implements StageObserver {

    private static final int CHUNK = 1024;

    private volatile StageTrace[][] chunks = new StageTrace[0][];
    private volatile int size;
    /// Stages whose contributions have not all come, so that workers find theirs.
    private final ConcurrentMap<StageId, StageTrace> open = new ConcurrentHashMap<>();
    private final ConcurrentMap<StageId, Integer> missing = new ConcurrentHashMap<>();

    /// How many stages there are so far.
    public int size() {
        return size;
    }

    /// The stage with this number, from 0 to [#size()] − 1.
    public StageTrace stage(int number) {
        return chunks[number / CHUNK][number % CHUNK];
    }

    @Override
    public void began(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
        StageTrace trace = new StageTrace(stage, slots, addresses, required, now);
        open.put(stage, trace);
        missing.put(stage, slots.size());
        int at = size;
        if (at == chunks.length * CHUNK) {
            StageTrace[][] longer = Arrays.copyOf(chunks, chunks.length + 1);
            longer[chunks.length] = new StageTrace[CHUNK];
            chunks = longer;
        }
        chunks[at / CHUNK][at % CHUNK] = trace;
        // Publishes the element: a reader that sees the new size sees the stage.
        size = at + 1;
    }

    @Override
    public void computing(StageId stage, int worker, int slot, long now) {
        open.get(stage).computing(slot, now);
    }

    @Override
    public void delayed(StageId stage, int worker, int slot, long computeNanos, long now, long until) {
        open.get(stage).delayed(slot, now, until);
    }

    @Override
    public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
        open.get(stage).delivered(slot, acceptance, now);
        if (missing.merge(stage, -1, Integer::sum) == 0) {
            missing.remove(stage);
            open.remove(stage);
        }
    }

    @Override
    public void opened(StageId stage, int[] arrival, long now) {
        StageTrace trace = open.get(stage);
        (trace != null ? trace : stage(size - 1)).opened(arrival, now);
    }
}
