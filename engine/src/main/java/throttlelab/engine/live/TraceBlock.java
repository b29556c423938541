package throttlelab.engine.live;

import java.util.concurrent.atomic.AtomicLongArray;

/// Room for what is known of a few dozen stages. Thousands of stages are kept, and a garbage collection that copies them
/// one by one holds everybody up, so many share a few arrays; one array a slot, so that two workers on two processors do not
/// wait for each other's memory.
final class TraceBlock {

    /// How many stages a block has room for.
    static final int STAGES = 64;
    /// How many numbers the worker of a slot tells of a stage.
    private static final int FIELDS = 5;

    private final int slots;
    private final AtomicLongArray[] told;
    private final long[] addresses;
    private final int[] arrivals;

    /// @param slots the most slots that one of its stages has
    TraceBlock(int slots) {
        this.slots = slots;
        told = new AtomicLongArray[slots];
        for (int slot = 0; slot < slots; slot++) {
            told[slot] = new AtomicLongArray(STAGES * FIELDS);
        }
        addresses = new long[STAGES * slots];
        arrivals = new int[STAGES * slots];
    }

    /// Whether a stage with so many slots fits in.
    boolean fits(int count) {
        return count <= slots;
    }

    /// A number that has been told of a slot of the stage at place `at`; whoever sees it sees what was told before.
    long get(int at, int slot, int field) {
        return told[slot].getAcquire(at * FIELDS + field);
    }

    /// Tells a number.
    void set(int at, int slot, int field, long value) {
        told[slot].setRelease(at * FIELDS + field, value);
    }

    /// Tells a number if `expected` stood there.
    boolean change(int at, int slot, int field, long expected, long value) {
        return told[slot].compareAndSet(at * FIELDS + field, expected, value);
    }

    /// The beginning of a slot's content address; written before the stage is shown to others.
    long address(int at, int slot) {
        return addresses[at * slots + slot];
    }

    void setAddress(int at, int slot, long beginning) {
        addresses[at * slots + slot] = beginning;
    }

    /// A slot's place in the order of arrival, from 1; written before the stage is said to have opened.
    int arrival(int at, int slot) {
        return arrivals[at * slots + slot];
    }

    void setArrival(int at, int slot, int place) {
        arrivals[at * slots + slot] = place;
    }
}
