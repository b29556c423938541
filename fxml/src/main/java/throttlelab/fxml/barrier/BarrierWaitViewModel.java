package throttlelab.fxml.barrier;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import throttlelab.engine.live.StageTrace;

/// Works out for whom a stage waits and since when, as blame is defined: the time between the second-last and the last
/// arrival is the last one's.
final class BarrierWaitViewModel {

    private BarrierWaitViewModel() {
    }

    /// @param now the moment of the stage's life that is shown
    /// @param patience for how long a stage waits before those are named who could come and do not, in nanoseconds
    static BarrierWait of(StageTrace stage, BarrierGate gate, long now, long patience) {
        if (gate.open()) {
            return over(stage, gate, now);
        }
        long since = gate.arrived() == 0 ? stage.began() : arrivalTime(stage, gate.arrived(), now);
        long waited = Math.max(0, now - since);
        List<Integer> dead = workers(stage, slot -> stage.deliveredAt(slot) == 0 && stage.diedAt(slot) != 0);
        if (!dead.isEmpty()) {
            return BarrierWait.missing(BarrierWait.Kind.FOR_DEAD, dead, waited);
        }
        if (waited >= patience) {
            List<Integer> silent = workers(stage, slot -> stage.deliveredAt(slot) == 0 && stage.delayedAt(slot) == 0);
            if (!silent.isEmpty()) {
                return BarrierWait.missing(BarrierWait.Kind.STALLED, silent, waited);
            }
        }
        boolean all = gate.required() == gate.expected();
        if (all && gate.arrived() == gate.expected() - 1) {
            return new BarrierWait(BarrierWait.Kind.FOR_ONE, stage.worker(missing(stage, now)), 1, waited);
        }
        if (gate.arrived() == 0) {
            return new BarrierWait(BarrierWait.Kind.WORKING, -1, gate.expected(), 0);
        }
        return new BarrierWait(BarrierWait.Kind.FOR_SEVERAL, -1, Math.max(1, gate.required() - gate.arrived()),
                Math.max(0, now - arrivalTime(stage, 1, now)));
    }

    private static List<Integer> workers(StageTrace stage, IntPredicate slots) {
        return IntStream.range(0, stage.slots()).filter(slots).map(stage::worker).sorted().boxed().toList();
    }

    private static BarrierWait over(StageTrace stage, BarrierGate gate, long now) {
        if (gate.required() < gate.expected()) {
            return new BarrierWait(BarrierWait.Kind.WENT_ON, -1, gate.expected() - gate.required(), 0);
        }
        int last = slotOf(stage, gate.expected());
        if (last < 0) {
            return BarrierWait.NONE;
        }
        long before = gate.expected() == 1 ? stage.began() : arrivalTime(stage, gate.expected() - 1, now);
        return new BarrierWait(BarrierWait.Kind.WAITED, stage.worker(last), 1,
                Math.max(0, stage.deliveredAt(last) - before));
    }

    /// The place in the order is published a moment before the time.
    private static long arrivalTime(StageTrace stage, int arrival, long now) {
        int slot = slotOf(stage, arrival);
        long time = slot < 0 ? stage.began() : stage.deliveredAt(slot);
        return time == 0 ? now : time;
    }

    private static int slotOf(StageTrace stage, int arrival) {
        for (int slot = 0; slot < stage.slots(); slot++) {
            if (stage.arrival(slot) == arrival) {
                return slot;
            }
        }
        return -1;
    }

    private static int missing(StageTrace stage, long now) {
        for (int slot = 0; slot < stage.slots(); slot++) {
            if (stage.deliveredAt(slot) == 0 || stage.deliveredAt(slot) > now) {
                return slot;
            }
        }
        return 0;
    }
}
