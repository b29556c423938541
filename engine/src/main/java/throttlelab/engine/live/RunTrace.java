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
import throttlelab.engine.federation.WorkerLife;

/// The stages of a run in order, growing at the end. One writer appends (the coordinator); readers see every stage whose
/// number is below [#size()].
public final class RunTrace implements StageObserver {

    private static final int CHUNK = 1024;

    private volatile StageTrace[][] chunks = new StageTrace[0][];
    private volatile int size;
    /// The stage that most is told of.
    private volatile StageTrace newest;
    /// The one before: the worker that opened its gate tells of it when the next one may have begun.
    private volatile StageTrace previous;
    /// The coordinator's.
    private TraceBlock block;
    private int used;
    /// Stages before those two whose contributions have not all come, so that workers find theirs. What comes after all
    /// have come is what a worker delivered again that died and was revived.
    private final ConcurrentMap<StageId, StageTrace> behind = new ConcurrentHashMap<>();
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
        leaveBehind(previous);
        previous = newest;
        newest = trace;
        int at = size;
        if (at == chunks.length * CHUNK) {
            StageTrace[][] longer = Arrays.copyOf(chunks, chunks.length + 1);
            longer[chunks.length] = new StageTrace[CHUNK];
            chunks = longer;
        }
        chunks[at / CHUNK][at % CHUNK] = trace;
        // After it has become the newest: whoever dies meanwhile is found here or there.
        if (!dead.isEmpty()) {
            dead.forEach((worker, _) -> trace.died(worker, now));
        }
        // Publishes the element: a reader that sees the new size sees the stage.
        size = at + 1;
    }

    private StageTrace trace(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
        if (block == null || used == TraceBlock.STAGES || !block.fits(slots.size())) {
            block = new TraceBlock(slots.size());
            used = 0;
        }
        return new StageTrace(stage, slots, addresses, required, now, block, used++);
    }

    private void leaveBehind(StageTrace trace) {
        if (trace != null && !trace.complete()) {
            behind.put(trace.stage(), trace);
            // Its last contribution may have come meanwhile, from somebody who had not found it there.
            if (trace.complete()) {
                behind.remove(trace.stage());
            }
        }
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
        if (trace != null && trace.delivered(slot, acceptance, now) && !behind.isEmpty()) {
            behind.remove(stage);
        }
    }

    private StageTrace open(StageId stage) {
        StageTrace trace = newest;
        if (is(trace, stage)) {
            return trace;
        }
        trace = previous;
        return is(trace, stage) ? trace : behind.get(stage);
    }

    private static boolean is(StageTrace trace, StageId stage) {
        return trace != null && (trace.stage() == stage || trace.stage().equals(stage));
    }

    @Override
    public void died(WorkerLife life) {
        dead.put(life.worker(), life.since());
        tell(life.worker(), life.since());
    }

    @Override
    public void revived(int worker, long now) {
        dead.remove(worker);
        tell(worker, 0);
    }

    /// From the newest to those behind, the way a stage goes as others begin: none is missed.
    private void tell(int worker, long since) {
        for (StageTrace trace : Arrays.asList(newest, previous)) {
            if (trace != null) {
                trace.died(worker, since);
            }
        }
        behind.values().forEach(trace -> trace.died(worker, since));
    }

    /// The workers that are dead at present, ascending.
    public List<Integer> dead() {
        return dead.isEmpty() ? List.of() : dead.keySet().stream().sorted().toList();
    }

    @Override
    public void opened(StageId stage, int[] arrival, long now) {
        // The coordinator begins no other before.
        newest.opened(arrival, now);
    }
}
