package throttlelab.engine.federation;

/// Makes the workers of one stage deliver in a given order.
final class StageTurns {

    private final int[] order;
    private int next;

    /// @param order the slots in the order of delivery, or `null` for no order
    StageTurns(int[] order) {
        this.order = order;
    }

    synchronized void await(int slot) throws InterruptedException {
        while (order != null && order[next] != slot) {
            wait();
        }
    }

    synchronized void done() {
        next++;
        notifyAll();
    }
}
