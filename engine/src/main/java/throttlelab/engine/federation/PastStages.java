package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;

/// What the coordinator knows of the batch so far, so that a worker that died can be revived: its attention inputs.
///
/// A stage's input is an array of its own anyway; keeping it costs a reference a stage, no copy and no work. Held are
/// layers × positions × hidden floats, the positions of all prompts of the batch taken together: 8 KiB a position for
/// FractalMoE, a quarter of what all workers' keys and values take. The end of the batch lets go of them.
///
/// The other way would be to keep token ids only and to have all workers replay the batch; then every death would cost
/// everybody the whole batch, and a second death meanwhile would hold up the first one's replay.
final class PastStages {

    private final boolean kept;
    private final List<PastStage> stages = new ArrayList<>();
    private int[] positions = {};

    /// @param kept whether anybody will ever be revived; if not, nothing is kept
    PastStages(boolean kept) {
        this.kept = kept;
    }

    /// Begins a batch.
    synchronized void begin(int[] batch) {
        stages.clear();
        positions = batch;
    }

    /// Keeps a stage that is about to be handed out.
    synchronized void add(PastStage stage) {
        if (kept) {
            stages.add(stage);
        }
    }

    /// Lets go of a batch that is over.
    synchronized void end() {
        stages.clear();
    }

    /// How many positions each sequence of the batch can come to.
    synchronized int[] positions() {
        return positions;
    }

    /// All stages that came before `work`, or all there are if it is `null`.
    synchronized List<PastStage> before(StageWork work) {
        return work == null ? List.copyOf(stages)
                : stages.stream().filter(past -> isBefore(past, work.stage())).toList();
    }

    private static boolean isBefore(PastStage past, StageId stage) {
        if (past.step().number() != stage.step() || past.layer() != stage.layer()) {
            return past.step().number() < stage.step()
                    || past.step().number() == stage.step() && past.layer() < stage.layer();
        }
        return stage.kind() != StageKind.ATTENTION;
    }
}
