package throttlelab.engine.live;

import java.util.List;
import java.util.concurrent.atomic.AtomicLongArray;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;

/// What is known of one stage of a run, while it goes on and afterwards. All times are the federation clock's
/// nanoseconds; 0 stands for "not yet".
public final class StageTrace {

    private static final int COMPUTING = 0;
    private static final int DELAYED = 1;
    private static final int UNTIL = 2;
    private static final int DELIVERED = 3;
    private static final int ACCEPTANCE = 4;
    private static final int ARRIVAL = 5;
    private static final int DIED = 6;
    private static final int FIELDS = 7;

    private final StageId stage;
    private final int[] workers;
    private final Sha256[] addresses;
    private final int required;
    private final long began;
    /// One writer a slot, its worker; each field is published by its own volatile write.
    private final AtomicLongArray slots;
    private volatile long opened;
    private int arrivals;

    StageTrace(StageId stage, List<SlotPlan> plans, Sha256[] addresses, int required, long began) {
        this.stage = stage;
        this.workers = plans.stream().mapToInt(SlotPlan::worker).toArray();
        this.addresses = addresses;
        this.required = required;
        this.began = began;
        this.slots = new AtomicLongArray(workers.length * FIELDS);
    }

    /// A revived worker begins anew with what it died at, unless the one before it had delivered that.
    synchronized void computing(int slot, long now) {
        if (!over(slot)) {
            set(slot, DELIVERED, 0);
            set(slot, DELAYED, 0);
            set(slot, DIED, 0);
            set(slot, COMPUTING, now);
        }
    }

    /// Its worker is dead since `when`, or has been revived where that is 0.
    synchronized void died(int worker, long when) {
        for (int slot = 0; slot < workers.length; slot++) {
            if (workers[slot] == worker && !over(slot)) {
                // What was refused has not been delivered.
                set(slot, DELIVERED, 0);
                set(slot, DIED, when);
            }
        }
    }

    void delayed(int slot, long now, long until) {
        set(slot, UNTIL, until);
        set(slot, DELAYED, now);
    }

    /// @return whether nothing more is to come to the slot; what a revived worker delivers once more then changes nothing
    synchronized boolean delivered(int slot, Acceptance acceptance, long now) {
        if (over(slot)) {
            return false;
        }
        set(slot, ACCEPTANCE, acceptance.ordinal());
        // As far as one can tell from here; the barrier knows better, and says so when its gate opens.
        if (acceptance == Acceptance.LOCKED && opened == 0) {
            set(slot, ARRIVAL, ++arrivals);
        }
        set(slot, DELIVERED, now);
        return over(slot);
    }

    private boolean over(int slot) {
        return switch (state(slot)) {
            case LOCKED, LATE -> true;
            case WAITING, COMPUTING, DELAYED, DEAD, REFUSED -> false;
        };
    }

    synchronized void opened(int[] arrival, long now) {
        for (int i = 0; i < arrival.length; i++) {
            set(arrival[i], ARRIVAL, i + 1);
        }
        opened = now;
    }

    private void set(int slot, int field, long value) {
        slots.set(slot * FIELDS + field, value);
    }

    private long get(int slot, int field) {
        return slots.get(slot * FIELDS + field);
    }

    /// Which stage it is.
    public StageId stage() {
        return stage;
    }

    /// How many contributions it expects.
    public int slots() {
        return workers.length;
    }

    /// How many of them open the gate.
    public int required() {
        return required;
    }

    /// Whose contribution a slot expects.
    public int worker(int slot) {
        return workers[slot];
    }

    /// The first `digits` hex digits of a slot's content address.
    public String address(int slot, int digits) {
        return addresses[slot].prefix(digits);
    }

    /// When it was handed out.
    public long began() {
        return began;
    }

    /// When its gate opened; 0 while it is closed.
    public long openedAt() {
        return opened;
    }

    /// When a slot's worker began to compute.
    public long computingAt(int slot) {
        return get(slot, COMPUTING);
    }

    /// When a slot's compute ended and its delay began.
    public long delayedAt(int slot) {
        return get(slot, DELAYED);
    }

    /// When a slot's contribution will come, unless its throttle is changed.
    public long delayedUntil(int slot) {
        return get(slot, UNTIL);
    }

    /// When a slot's contribution came.
    public long deliveredAt(int slot) {
        return get(slot, DELIVERED);
    }

    /// Since when a slot's worker has been dead; 0 for one that lives. What it had delivered before counts.
    public long diedAt(int slot) {
        return deliveredAt(slot) == 0 ? get(slot, DIED) : 0;
    }

    /// A locked slot's place in the order of arrival, from 1; 0 for one that has not locked.
    public int arrival(int slot) {
        return (int) get(slot, ARRIVAL);
    }

    /// What a slot is doing.
    public SlotState state(int slot) {
        if (deliveredAt(slot) != 0) {
            return switch (Acceptance.values()[(int) get(slot, ACCEPTANCE)]) {
                case LOCKED -> SlotState.LOCKED;
                case STALE -> SlotState.LATE;
                case DUPLICATE, FOREIGN, CORRUPTED -> SlotState.REFUSED;
            };
        }
        if (get(slot, DIED) != 0) {
            return SlotState.DEAD;
        }
        if (delayedAt(slot) != 0) {
            return SlotState.DELAYED;
        }
        return computingAt(slot) != 0 ? SlotState.COMPUTING : SlotState.WAITING;
    }
}
