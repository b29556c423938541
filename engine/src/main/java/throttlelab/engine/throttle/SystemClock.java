package throttlelab.engine.throttle;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.LockSupport;

/// Real time: the JVM's monotonic clock and the operating system's account of a thread's CPU time.
public final class SystemClock implements Clock {

    /// The end of a wait that is not slept: a thread that sleeps wakes about this much too late, and a stage ends with the
    /// last worker to wake.
    private static final long AWAKE = 100_000;
    /// Waits from this length on are slept to their end: that much too late is little of them, and many of them are only
    /// looks at whether something has changed.
    private static final long LONG = 10_000_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    @Override
    public long nanoTime() {
        return System.nanoTime();
    }

    @Override
    public long cpuTime() {
        return threads.getCurrentThreadCpuTime();
    }

    @Override
    public void sleepUntil(long deadline) throws InterruptedException {
        long awake = deadline - System.nanoTime() < LONG ? AWAKE : 0;
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            if (left > awake) {
                LockSupport.parkNanos(this, left - awake);
            } else {
                // Whoever has work gets the core at once.
                Thread.yield();
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
