package throttlelab.fxml.barrier;

import throttlelab.engine.live.RunTrace;
import throttlelab.engine.live.SlotState;
import throttlelab.engine.live.StageTrace;

/// Counts the contributions that came too late, worker by worker. A worker finishes its stages in order, so that one
/// look never has to go back behind the last.
final class FallenViewModel {

    private final RunTrace trace;
    private final int[] next;
    private final int[] fallen;

    /// @param workers how many workers, each with its own slot in every stage
    FallenViewModel(RunTrace trace, int workers) {
        this.trace = trace;
        this.next = new int[workers];
        this.fallen = new int[workers];
    }

    void look() {
        int size = trace.size();
        for (int worker = 0; worker < next.length; worker++) {
            while (next[worker] < size && trace.stage(next[worker]).deliveredAt(worker) != 0) {
                StageTrace stage = trace.stage(next[worker]++);
                if (stage.state(worker) == SlotState.LATE) {
                    fallen[worker]++;
                }
            }
        }
    }

    int of(int worker) {
        return fallen[worker];
    }
}
