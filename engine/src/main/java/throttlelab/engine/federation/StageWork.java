package throttlelab.engine.federation;

import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Routing;

/// What the coordinator hands to one worker for one stage.
///
/// @param stage which stage
/// @param step the step it belongs to
/// @param slot which of its slots
/// @param plan what the slot expects
/// @param rows how many rows the input has
/// @param input normalised hidden states, rows × hidden; read-only
/// @param routing the rows' experts; only in an experts stage
/// @param chain digest of what came before; the worker binds the input's bytes to it
/// @param turns the order of delivery
record StageWork(StageId stage, Step step, int slot, SlotPlan plan, int rows, float[] input, Routing routing,
        Sha256 chain, StageTurns turns) implements WorkerThread.Mail {
}
