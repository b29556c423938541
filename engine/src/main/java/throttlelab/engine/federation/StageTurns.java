package throttlelab.engine.federation;

import java.util.Arrays;
import java.util.stream.IntStream;

/// Makes the workers of one stage deliver in a given order. A slot may come again, where its worker died after it had
/// delivered and was revived: its turn has been, and it waits for nobody.
final class StageTurns {

    /// The turn of each slot; `null` for no order.
    private final int[] turns;
    private int next;

    private StageTurns(int[] turns) {
        this.turns = turns;
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
        int[] turns = new int[slots];
        for (int turn = 0; turn < slots; turn++) {
            turns[own[turn]] = turn;
        }
        return new StageTurns(turns);
    }

    void await(int slot) throws InterruptedException {
        if (turns != null) {
            awaitTurn(slot);
        }
    }

    private synchronized void awaitTurn(int slot) throws InterruptedException {
        while (turns[slot] > next) {
            wait();
        }
    }

    /// Says that `slot` has delivered, and was its turn.
    void done(int slot) {
        if (turns != null) {
            passOn(slot);
        }
    }

    private synchronized void passOn(int slot) {
        if (turns[slot] == next) {
            next++;
            notifyAll();
        }
    }
}
