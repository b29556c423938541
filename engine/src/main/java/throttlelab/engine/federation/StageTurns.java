package throttlelab.engine.federation;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Makes the workers of one stage deliver in a given order.
final class StageTurns {

    private final int[] order;
    private int next;

    private StageTurns(int[] order) {
        this.order = order;
    }

    /// @param order the slots in the order of delivery, or `null` for no order
    /// @throws IllegalArgumentException if a slot is missing or named twice: its worker would wait for ever
    static StageTurns of(int[] order, int slots) {
        if (order == null) {
            return new StageTurns(null);
        }
        int[] own = order.clone();
        if (!Arrays.equals(IntStream.of(own).sorted().toArray(), IntStream.range(0, slots).toArray())) {
            throw new IllegalArgumentException("an order of delivery names each of " + slots + " slots once, not "
                    + Arrays.toString(own));
        }
        return new StageTurns(own);
    }

    void await(int slot) throws InterruptedException {
        if (order != null) {
            awaitTurn(slot);
        }
    }

    private synchronized void awaitTurn(int slot) throws InterruptedException {
        while (order[next] != slot) {
            wait();
        }
    }

    void done() {
        if (order != null) {
            passOn();
        }
    }

    private synchronized void passOn() {
        next++;
        notifyAll();
    }
}
