package throttlelab.engine.schedule;

import java.util.List;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;

/// Several that watch the same run.
record Watching(StageObserver... all) implements StageObserver {

    @Override
    public void began(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
        for (StageObserver one : all) {
            one.began(stage, slots, addresses, required, now);
        }
    }

    @Override
    public void computing(StageId stage, int worker, int slot, long now) {
        for (StageObserver one : all) {
            one.computing(stage, worker, slot, now);
        }
    }

    @Override
    public void delayed(StageId stage, int worker, int slot, long computeNanos, long now, long until) {
        for (StageObserver one : all) {
            one.delayed(stage, worker, slot, computeNanos, now, until);
        }
    }

    @Override
    public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
        for (StageObserver one : all) {
            one.delivered(stage, worker, slot, acceptance, now);
        }
    }

    @Override
    public void opened(StageId stage, int[] arrival, long now) {
        for (StageObserver one : all) {
            one.opened(stage, arrival, now);
        }
    }
}
