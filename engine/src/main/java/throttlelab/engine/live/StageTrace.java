package throttlelab.engine.live;

import java.util.HexFormat;
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
    /// The first 16 hex digits.
    private static final int ADDRESS = 7;
    private static final int FIELDS = 8;

    private final StageId stage;
    private final List<SlotPlan> plans;
    private final int required;
    private final long began;
    /// One writer a slot, its worker; each field is published by its own volatile write. Many stages share the array:
    /// thousands of stages are kept, and a garbage collection that copies them one by one holds everybody up.
    private final AtomicLongArray fields;
    private final int at;
    private volatile long opened;
    private int arrivals;
    /// How many slots something is still to come to.
    private int missing;

    /// @param fields where it keeps what is known of its slots, from `at` on; zeros so far, as many as [#room(int)] says
    StageTrace(StageId stage, List<SlotPlan> plans, Sha256[] addresses, int required, long began,
            AtomicLongArray fields, int at) {
        this.stage = stage;
        this.plans = plans;
        this.required = required;
        this.began = began;
        this.fields = fields;
        this.at = at;
        this.missing = plans.size();
        for (int slot = 0; slot < addresses.length; slot++) {
            set(slot, ADDRESS, addresses[slot].w0());
        }
    }

    /// How many fields a stage with so many slots takes.
    static int room(int slots) {
        return slots * FIELDS;
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
        for (int slot = 0; slot < plans.size(); slot++) {
            if (worker(slot) == worker && !over(slot)) {
                // What was refused has not been delivered.
                set(slot, DELIVERED, 0);
                set(slot, DIED, when);
            }
        }
    }

    void delayed(int slot, long now, long until) {
        if (!over(slot)) {
            set(slot, UNTIL, until);
            set(slot, DELAYED, now);
        }
    }

    /// What a revived worker delivers once more changes nothing.
    ///
    /// @return whether this was the last that was to come
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
        if (over(slot)) {
            missing--;
        }
        return missing == 0;
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
        fields.set(at + slot * FIELDS + field, value);
    }

    private long get(int slot, int field) {
        return fields.get(at + slot * FIELDS + field);
    }

    /// Which stage it is.
    public StageId stage() {
        return stage;
    }

    /// How many contributions it expects.
    public int slots() {
        return plans.size();
    }

    /// How many of them open the gate.
    public int required() {
        return required;
    }

    /// Whose contribution a slot expects.
    public int worker(int slot) {
        return plans.get(slot).worker();
    }

    /// The first `digits` hex digits of a slot's content address, 16 at most.
    public String address(int slot, int digits) {
        return HexFormat.of().toHexDigits(get(slot, ADDRESS)).substring(0, digits);
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
