package throttlelab.app.bench;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;

/// Measures what a stage costs beyond its work. Each stage must wait for all its contributions: content-addressed.
final class StageClock implements StageObserver {

    private final int processors;
    private final AtomicLong compute = new AtomicLong();
    private final AtomicLong longest = new AtomicLong();
    private long began;
    private double[] micros = new double[1024];
    private int stages;

    /// @param processors how many workers can compute at the same moment
    StageClock(int processors) {
        this.processors = processors;
    }

    @Override
    public void began(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
        compute.set(0);
        longest.set(0);
        began = now;
    }

    @Override
    public void delayed(StageId stage, int worker, int slot, long computeNanos, long now, long until) {
        compute.addAndGet(computeNanos);
        longest.accumulateAndGet(computeNanos, Math::max);
    }

    @Override
    public void opened(StageId stage, int[] arrival, long now) {
        if (stages == micros.length) {
            micros = Arrays.copyOf(micros, 2 * stages);
        }
        long atLeast = Math.max(longest.get(), compute.get() / processors);
        micros[stages++] = (now - began - atLeast) / 1e3;
    }

    /// The median over all stages.
    double medianMicros() {
        return Sample.of(Arrays.copyOf(micros, stages)).median();
    }
}
