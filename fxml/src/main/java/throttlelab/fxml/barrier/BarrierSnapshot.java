package throttlelab.fxml.barrier;

import java.util.List;
import java.util.stream.IntStream;

/// All that a barrier shows, at one moment.
///
/// @param stage which stage
/// @param title where the run is, in words; where stages are sampled it may be further than the one that is shown
/// @param place where that is among the stages of a token, from 0; -1 before the first
/// @param past whether a person looks back at it
/// @param sampled of how many stages this one is shown, where they go by too fast for eyes; else 1
/// @param slowed how many times slower than it was it is shown
/// @param still whether nothing in it moves by itself, since at full speed the workers need the processors
/// @param gate the gate
/// @param waiting for whom it waits
/// @param slots the slots, in slot order
/// @param walk the way of the token; `null` where a stage is the work of all
public record BarrierSnapshot(BarrierStage stage, String title, int place, boolean past, int sampled,
        double slowed, boolean still, BarrierGate gate, BarrierWait waiting, List<BarrierSlot> slots, BarrierWalk walk) {

    /// The barrier of `workers` workers before anything runs.
    public static BarrierSnapshot empty(int workers) {
        return new BarrierSnapshot(BarrierStage.NONE, "", -1, false, 1, 1, false,
                new BarrierGate(BarrierCombining.SLOT_ORDER, workers, workers, 0, false), BarrierWait.NONE,
                IntStream.range(0, workers)
                        .mapToObj(worker -> new BarrierSlot(worker, BarrierPhase.WAITING, 0, 1, "", 0, 0)).toList(),
                null);
    }
}
