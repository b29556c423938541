package throttlelab.engine.live;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;

/// What is known of one stage of a run, while it goes on and afterwards. All times are the federation clock's
/// nanoseconds; 0 stands for "not yet".
///
/// No lock is taken: the workers of a run at full speed tell of themselves many times a stage. What a slot's worker tells is
/// published with each number; of the numbers of one slot only the delivery has more than one writer, where a worker has been
/// given up and another goes on in its place, and so it is changed as a whole.
public final class StageTrace {

    private static final int COMPUTING = 0;
    private static final int DELAYED = 1;
    private static final int UNTIL = 2;
    /// When, and how it was taken: in one number, for there may be two who deliver.
    private static final int DELIVERED = 3;
    private static final int DIED = 4;
    private static final int ACCEPTANCE_BITS = 3;
    private static final Acceptance[] ACCEPTANCES = Acceptance.values();
    private static final AtomicIntegerFieldUpdater<StageTrace> MISSING =
            AtomicIntegerFieldUpdater.newUpdater(StageTrace.class, "missing");

    private final StageId stage;
    private final List<SlotPlan> plans;
    private final int required;
    private final long began;
    private final TraceBlock block;
    private final int at;
    private volatile long opened;
    /// How many slots something is still to come to.
    private volatile int missing;

    /// @param block where it keeps what is known of its slots
    /// @param at its place there
    StageTrace(StageId stage, List<SlotPlan> plans, Sha256[] addresses, int required, long began, TraceBlock block,
            int at) {
        this.stage = stage;
        this.plans = plans;
        this.required = required;
        this.began = began;
        this.block = block;
        this.at = at;
        this.missing = plans.size();
        for (int slot = 0; slot < addresses.length; slot++) {
            block.setAddress(at, slot, addresses[slot].w0());
        }
    }

    /// A revived worker begins anew with what it died at, unless the one before it had delivered that.
    void computing(int slot, long now) {
        long before = get(slot, DELIVERED);
        if (over(before)) {
            return;
        }
        if (get(slot, COMPUTING) != 0) {
            set(slot, DELAYED, 0);
            // What was refused has not been delivered.
            block.change(at, slot, DELIVERED, before, 0);
        }
        if (get(slot, DIED) != 0) {
            set(slot, DIED, 0);
        }
        set(slot, COMPUTING, now);
    }

    /// Its worker is dead since `when`, or has been revived where that is 0.
    void died(int worker, long when) {
        for (int slot = 0; slot < plans.size(); slot++) {
            long before = get(slot, DELIVERED);
            if (worker(slot) == worker && !over(before)) {
                block.change(at, slot, DELIVERED, before, 0);
                set(slot, DIED, when);
            }
        }
    }

    void delayed(int slot, long now, long until) {
        if (!over(get(slot, DELIVERED))) {
            set(slot, UNTIL, until);
            set(slot, DELAYED, now);
        }
    }

    /// What a revived worker delivers once more changes nothing.
    ///
    /// @return whether this was the last that was to come
    boolean delivered(int slot, Acceptance acceptance, long now) {
        long delivery = now << ACCEPTANCE_BITS | acceptance.ordinal() + 1;
        long before;
        do {
            before = get(slot, DELIVERED);
            if (over(before)) {
                return false;
            }
        } while (!block.change(at, slot, DELIVERED, before, delivery));
        return over(delivery) && MISSING.decrementAndGet(this) == 0;
    }

    /// Whether nothing is to come any more.
    boolean complete() {
        return missing == 0;
    }

    private static boolean over(long delivery) {
        return delivery != 0 && switch (acceptance(delivery)) {
            case LOCKED, STALE -> true;
            case DUPLICATE, FOREIGN, CORRUPTED -> false;
        };
    }

    private static Acceptance acceptance(long delivery) {
        return ACCEPTANCES[(int) (delivery & (1 << ACCEPTANCE_BITS) - 1) - 1];
    }

    private boolean locked(int slot) {
        long delivery = get(slot, DELIVERED);
        return delivery != 0 && acceptance(delivery) == Acceptance.LOCKED;
    }

    void opened(int[] arrival, long now) {
        for (int i = 0; i < arrival.length; i++) {
            block.setArrival(at, arrival[i], i + 1);
        }
        opened = now;
    }

    private void set(int slot, int field, long value) {
        block.set(at, slot, field, value);
    }

    private long get(int slot, int field) {
        return block.get(at, slot, field);
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
        return HexFormat.of().toHexDigits(block.address(at, slot)).substring(0, digits);
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
        return get(slot, DELIVERED) >> ACCEPTANCE_BITS;
    }

    /// Since when a slot's worker has been dead; 0 for one that lives. What it had delivered before counts.
    public long diedAt(int slot) {
        return get(slot, DELIVERED) == 0 ? get(slot, DIED) : 0;
    }

    /// A locked slot's place in the order of arrival, from 1; 0 for one that has not locked. While the gate is closed it is
    /// told from the times of delivery; the barrier knows better, and says so when its gate opens.
    public int arrival(int slot) {
        if (opened != 0) {
            return block.arrival(at, slot);
        }
        if (!locked(slot)) {
            return 0;
        }
        int place = 1;
        long mine = deliveredAt(slot);
        for (int other = 0; other < plans.size(); other++) {
            long its = deliveredAt(other);
            if (locked(other) && (its < mine || its == mine && other < slot)) {
                place++;
            }
        }
        return place;
    }

    /// What a slot is doing.
    public SlotState state(int slot) {
        long delivery = get(slot, DELIVERED);
        if (delivery != 0) {
            return switch (acceptance(delivery)) {
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
