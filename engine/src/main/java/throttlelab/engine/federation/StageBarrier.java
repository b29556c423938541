package throttlelab.engine.federation;

import java.util.Arrays;
import throttlelab.engine.digest.Sha256;

/// One slot for every contribution that a stage expects; the gate opens when enough of them have locked.
///
/// A plain state machine without threads: whoever shares it guards it. What is offered is accepted only into the slot
/// that has its address, and only once; the order of arrival is kept, and under the real policy changes nothing.
class StageBarrier {

    private final StageId stage;
    private final Sha256[] expected;
    private final int[] lengths;
    private final int required;
    private final Contribution[] locked;
    private final long[] arrivedAt;
    private final int[] order;
    private int arrived;

    /// @param expected the content address of each slot
    /// @param lengths the payload size of each slot, in floats
    /// @param required how many locked slots open the gate
    StageBarrier(StageId stage, Sha256[] expected, int[] lengths, int required) {
        this.stage = stage;
        this.expected = expected;
        this.lengths = lengths;
        this.required = required;
        this.locked = new Contribution[expected.length];
        this.arrivedAt = new long[expected.length];
        this.order = new int[expected.length];
    }

    StageId stage() {
        return stage;
    }

    int slots() {
        return expected.length;
    }

    Sha256 expected(int slot) {
        return expected[slot];
    }

    /// The slot that waits, or has waited, for this address, or −1. Needs no guard: addresses never change.
    int slotOf(Sha256 address) {
        for (int slot = 0; slot < expected.length; slot++) {
            if (expected[slot].equals(address)) {
                return slot;
            }
        }
        return -1;
    }

    /// Whether a contribution has the size that its slot expects. Needs no guard.
    boolean fits(int slot, Contribution contribution) {
        return contribution.length() == lengths[slot] && contribution.payload().length >= lengths[slot];
    }

    /// Offers a contribution whose address is that of `slot` and whose checksum has been found right.
    Acceptance offer(int slot, Contribution contribution, long now) {
        if (locked[slot] != null) {
            return Acceptance.DUPLICATE;
        }
        if (open()) {
            return Acceptance.STALE;
        }
        return lock(slot, contribution, now);
    }

    final Acceptance lock(int slot, Contribution contribution, long now) {
        locked[slot] = contribution;
        arrivedAt[slot] = now;
        order[arrived++] = slot;
        return Acceptance.LOCKED;
    }

    /// Whether enough slots have locked. It never closes again.
    boolean open() {
        return arrived >= required;
    }

    /// What locked each slot; `null` where nothing has.
    Contribution[] locked() {
        return locked;
    }

    /// The slots that have locked, in the order of their arrival.
    int[] arrivals() {
        return Arrays.copyOf(order, arrived);
    }

    /// How many slots have locked.
    int arrived() {
        return arrived;
    }

    /// The slot that was the `i`-th to lock, from 0.
    int arrival(int i) {
        return order[i];
    }

    long arrivedAt(int slot) {
        return arrivedAt[slot];
    }
}
