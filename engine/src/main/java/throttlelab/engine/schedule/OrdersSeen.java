package throttlelab.engine.schedule;

import java.util.BitSet;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;

/// Notes which orders of arrival barriers have seen, where all contributions had arrived when they opened. One
/// thread's.
final class OrdersSeen implements StageObserver {

    private final int slots;
    private final BitSet numbers;

    OrdersSeen(int slots) {
        this.slots = slots;
        this.numbers = new BitSet(Orders.count(slots));
    }

    @Override
    public void opened(StageId stage, int[] arrival, long now) {
        if (arrival.length == slots) {
            numbers.set(Orders.number(arrival));
        }
    }

    void add(OrdersSeen other) {
        numbers.or(other.numbers);
    }

    int count() {
        return numbers.cardinality();
    }
}
