package throttlelab.app.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;

/// Finds the least time that a run can take: what its workers measured as work and what its throttle told them to wait, stage
/// after stage, and what the coordinator worked in between.
///
/// In a stage, workers compute in the order in which they began, as many at a moment as there are processors, and each
/// waits its delay after its own compute; the stage lasts until the last of them. Each stage must expect all its
/// contributions: content-addressed.
final class CriticalPath implements StageObserver {

    /// One worker's part of a stage, in nanoseconds.
    record Part(long began, long compute, long delay) {
    }

    private static final class Stage {
        private final long[] began;
        private final Part[] parts;

        private Stage(int slots) {
            began = new long[slots];
            parts = new Part[slots];
        }
    }

    private final int processors;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<StageId, Stage> stages = new ConcurrentHashMap<>();
    private long coordinatorBegan = -1;
    private long coordinator;

    /// @param processors how many workers can compute at the same moment
    CriticalPath(int processors) {
        this.processors = processors;
    }

    @Override
    public void began(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
        if (coordinatorBegan < 0) {
            coordinatorBegan = threads.getCurrentThreadCpuTime();
        }
        stages.put(stage, new Stage(slots.size()));
    }

    @Override
    public void computing(StageId stage, int worker, int slot, long now) {
        stages.get(stage).began[slot] = now;
    }

    @Override
    public void delayed(StageId stage, int worker, int slot, long computeNanos, long now, long until) {
        Stage current = stages.get(stage);
        current.parts[slot] = new Part(current.began[slot], computeNanos, Math.max(0, until - now));
    }

    @Override
    public void opened(StageId stage, int[] arrival, long now) {
        coordinator = threads.getCurrentThreadCpuTime() - coordinatorBegan;
    }

    /// The length of the path. To be asked for once the run is over.
    long nanos() {
        return coordinator + stages.values().stream().mapToLong(stage -> nanos(stage.parts, processors)).sum();
    }

    /// How long a stage takes at least.
    static long nanos(Part[] parts, int processors) {
        long[] free = new long[processors];
        long last = 0;
        Part[] inOrder = Arrays.stream(parts).sorted(Comparator.comparingLong(Part::began)).toArray(Part[]::new);
        for (Part part : inOrder) {
            Arrays.sort(free);
            free[0] += part.compute();
            last = Math.max(last, free[0] + part.delay());
        }
        return last;
    }
}
