package throttlelab.engine.federation;

import java.util.List;
import throttlelab.engine.digest.Sha256;

/// Watches stages and workers as they go. Called on the threads that do the work: an implementation notes what it is told and
/// returns at once; nothing it does can change a run. Times are those of the federation's clock.
public interface StageObserver {

    /// Watches nothing.
    StageObserver NONE = new StageObserver() { };

    /// A stage has been addressed and is about to be handed out.
    ///
    /// @param slots what it expects, in slot order
    /// @param addresses the content address of each slot
    /// @param required how many locked slots open the gate
    default void began(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
    }

    /// A worker has begun to compute its contribution.
    default void computing(StageId stage, int worker, int slot, long now) {
    }

    /// A worker's compute has ended, and its delay has begun.
    ///
    /// @param computeNanos what the work took
    /// @param until when it will deliver, unless its throttle is changed
    default void delayed(StageId stage, int worker, int slot, long computeNanos, long now, long until) {
    }

    /// A worker has delivered.
    default void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
    }

    /// The gate has opened. This may be told before the last [#delivered] is, which comes from another thread.
    ///
    /// @param arrival the slots that had locked, in the order of their arrival at the barrier
    default void opened(StageId stage, int[] arrival, long now) {
    }

    /// A worker has died.
    default void died(WorkerLife life) {
    }

    /// A dead worker has been revived: it finds its keys and values again and goes on with the stage it died at.
    default void revived(int worker, long now) {
    }

    /// A stage has waited for longer than the federation's patience. Told once, and again whenever it is for others that
    /// it waits, or something else has become of them.
    default void stalled(Stall stall) {
    }
}
