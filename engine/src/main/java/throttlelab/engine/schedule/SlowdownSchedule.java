package throttlelab.engine.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;
import throttlelab.engine.throttle.ThrottleProfile;

/// A throttle profile that is a list of slowdowns; everything else is at full speed. It is to be the observer of the
/// federation that it throttles, too.
final class SlowdownSchedule implements ThrottleProfile, StageObserver {

    private record Cell(StageId stage, int worker) {
    }

    private final Map<Cell, Slowdown> slowdowns = new HashMap<>();
    private final double[] factors;

    SlowdownSchedule(List<Slowdown> list, int workers) {
        list.forEach(slowdown -> slowdowns.put(new Cell(slowdown.stage(), slowdown.worker()), slowdown));
        factors = new double[workers];
        Arrays.fill(factors, 1);
    }

    @Override
    public void computing(StageId stage, int worker, int slot, long now) {
        Slowdown slowdown = slowdowns.get(new Cell(stage, worker));
        factors[worker] = slowdown == null ? 1 : slowdown.factor();
    }

    @Override
    public String name() {
        return "shrunk";
    }

    @Override
    public boolean changing() {
        return true;
    }

    @Override
    public double factor(int worker, int workers, long elapsedNanos) {
        return factors[worker];
    }
}
