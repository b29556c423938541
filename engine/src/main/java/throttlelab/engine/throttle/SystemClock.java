package throttlelab.engine.throttle;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.locks.LockSupport;

/// Real time: the JVM's monotonic clock and the operating system's account of a thread's CPU time.
public final class SystemClock implements Clock {

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
        for (long left = deadline - System.nanoTime(); left > 0; left = deadline - System.nanoTime()) {
            LockSupport.parkNanos(this, left);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }
}
