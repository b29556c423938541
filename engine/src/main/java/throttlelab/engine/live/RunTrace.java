package throttlelab.engine.live;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLongArray;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;
import throttlelab.engine.federation.WorkerLife;

/// The stages of a run in order, growing at the end. One writer appends (the coordinator); readers see every stage whose
/// number is below [#size()].
public final class RunTrace implements StageObserver {

    private static final int CHUNK = 1024;
    /// The fields of about sixty stages.
    private static final int BLOCK = 4096;

    private volatile StageTrace[][] chunks = new StageTrace[0][];
    private volatile int size;
    /// The stage that most is told of.
    private volatile StageTrace newest;
    /// The coordinator's.
    private AtomicLongArray block;
    private int used;
    /// Stages whose contributions have not all come, so that workers find theirs. What comes after all have come is what
    /// a worker delivered again that died and was revived.
    private final ConcurrentMap<StageId, StageTrace> open = new ConcurrentHashMap<>();
    /// Since when, by the numbers of the dead.
    private final ConcurrentMap<Integer, Long> dead = new ConcurrentHashMap<>();

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
        StageTrace trace = trace(stage, slots, addresses, required, now);
        open.put(stage, trace);
        newest = trace;
        int at = size;
        if (at == chunks.length * CHUNK) {
            StageTrace[][] longer = Arrays.copyOf(chunks, chunks.length + 1);
            longer[chunks.length] = new StageTrace[CHUNK];
            chunks = longer;
        }
        chunks[at / CHUNK][at % CHUNK] = trace;
        // After it has been put among the open ones: whoever dies meanwhile is found here or there.
        dead.forEach((worker, _) -> trace.died(worker, now));
        // Publishes the element: a reader that sees the new size sees the stage.
        size = at + 1;
    }

    private StageTrace trace(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
        int room = StageTrace.room(slots.size());
        if (block == null || used + room > block.length()) {
            block = new AtomicLongArray(Math.max(BLOCK, room));
            used = 0;
        }
        used += room;
        return new StageTrace(stage, slots, addresses, required, now, block, used - room);
    }

    @Override
    public void computing(StageId stage, int worker, int slot, long now) {
        StageTrace trace = open(stage);
        if (trace != null) {
            trace.computing(slot, now);
        }
    }

    @Override
    public void delayed(StageId stage, int worker, int slot, long computeNanos, long now, long until) {
        StageTrace trace = open(stage);
        if (trace != null) {
            trace.delayed(slot, now, until);
        }
    }

    @Override
    public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
        StageTrace trace = open(stage);
        if (trace != null && trace.delivered(slot, acceptance, now)) {
            open.remove(stage);
        }
    }

    private StageTrace open(StageId stage) {
        StageTrace trace = newest;
        return trace != null && trace.stage() == stage ? trace : open.get(stage);
    }

    @Override
    public void died(WorkerLife life) {
        dead.put(life.worker(), life.since());
        open.values().forEach(trace -> trace.died(life.worker(), life.since()));
    }

    @Override
    public void revived(int worker, long now) {
        dead.remove(worker);
        open.values().forEach(trace -> trace.died(worker, 0));
    }

    /// The workers that are dead at present, ascending.
    public List<Integer> dead() {
        return dead.isEmpty() ? List.of() : dead.keySet().stream().sorted().toList();
    }

    @Override
    public void opened(StageId stage, int[] arrival, long now) {
        StageTrace trace = open(stage);
        (trace != null ? trace : stage(size - 1)).opened(arrival, now);
    }
}
