package throttlelab.engine.federation;

import java.util.List;
import java.util.Objects;

/// A run that waits, and for whom.
///
/// @param stage the stage whose gate is closed; `null` at the end of a batch, where late contributions are waited for
/// @param nanos how long it has waited since the stage was handed out, by the federation's clock
/// @param missing whose contributions have not come, by number
public record Stall(StageId stage, long nanos, List<Missing> missing) {

    /// Whether another moment of waiting belongs to the same stage.
    boolean isSameStage(Stall other) {
        return Objects.equals(stage, other.stage);
    }

    /// A worker whose contribution has not come.
    ///
    /// @param life whether it lives
    /// @param heldBack whether its throttle holds it back, which is no fault of its own
    public record Missing(WorkerLife life, boolean heldBack) {
    }
}
