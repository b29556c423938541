package throttlelab.engine.federation;

import java.util.List;
import throttlelab.engine.digest.Sha256;

/// The parts of a federation that a [SeededDefect] can be in.
interface Parts {

    /// Nothing is wrong with them.
    Parts SOUND = new Parts() { };

    /// Makes the barrier of a stage.
    default StageBarrier barrier(StageId stage, Sha256[] addresses, int[] lengths, int required) {
        return new StageBarrier(stage, addresses, lengths, required);
    }

    /// What a worker hands in for a stage, in this order.
    ///
    /// @param own what it has computed
    default List<Contribution> handedIn(StageWork work, Contribution own) {
        return List.of(own);
    }

    /// Whether checksums are looked at.
    default boolean checkChecksums() {
        return true;
    }

    /// The slots that are combined, in the order in which they are.
    ///
    /// @param slots those that have locked, in slot order
    default int[] combined(StageId stage, int[] slots) {
        return slots;
    }
}
