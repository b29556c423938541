package throttlelab.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;

/// Writes down how long each worker was really held back at each stage of one prompt.
final class SlowdownRecorder implements StageObserver {

    private final List<Slowdown> slowdowns = new ArrayList<>();
    private final long[] ends = new long[FederationSettings.DEFAULT.workers()];
    private long firstStep = -1;

    /// Begins with the next prompt.
    void clear() {
        slowdowns.clear();
        firstStep = -1;
    }

    List<Slowdown> slowdowns() {
        return List.copyOf(slowdowns);
    }

    @Override
    public void began(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
        if (firstStep < 0) {
            firstStep = stage.step();
        }
    }

    @Override
    public void delayed(StageId stage, int worker, int slot, long computeNanos, long now, long until) {
        ends[worker] = now;
    }

    @Override
    public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
        if (now > ends[worker]) {
            slowdowns.add(new Slowdown(new StageId(stage.step() - firstStep, stage.token(), stage.layer(), stage.kind()),
                    worker, now - ends[worker]));
        }
    }
}
