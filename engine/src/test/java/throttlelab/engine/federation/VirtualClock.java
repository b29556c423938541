package throttlelab.engine.federation;

import java.util.SplittableRandom;
import throttlelab.engine.throttle.Clock;

/// Each thread's own time: it passes only while the thread computes or sleeps, without a processor to compete for.
/// Every stage takes between 20 µs and 2 ms of CPU time, and every timer is late.
final class VirtualClock implements Clock {

    static final long LATE = 60_000;

    private static final class Time {
        private final SplittableRandom random = new SplittableRandom(45);
        private long now;
        private long cpu;
    }

    private final ThreadLocal<Time> times = ThreadLocal.withInitial(Time::new);
    private final long late;

    /// @param late how long after its deadline a sleeper wakes, in nanoseconds
    VirtualClock(long late) {
        this.late = late;
    }

    @Override
    public long nanoTime() {
        return times.get().now;
    }

    @Override
    public long cpuTime() {
        Time time = times.get();
        long used = time.random.nextLong(20_000, 2_000_000);
        time.now += used;
        return time.cpu += used;
    }

    @Override
    public void sleepUntil(long deadline) {
        Time time = times.get();
        if (deadline > time.now) {
            time.now = deadline + late;
        }
    }
}
