package throttlelab.engine.federation;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// Broken: it says whom to wake only after it has looked, so that what is put in between wakes nobody.
final class ForgetfulMailbox<T> {

    /// Whoever nobody wakes wakes up by itself: a test must end.
    private static final long LONGEST_SLEEP_NANOS = 1_000_000;

    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private volatile Thread owner;

    /// @return whether somebody was woken
    boolean put(T item) {
        queue.add(item);
        Thread who = owner;
        LockSupport.unpark(who);
        return who != null;
    }

    /// Takes an item.
    ///
    /// @return whether it slept
    boolean takeAsleep() {
        boolean slept = false;
        while (queue.poll() == null) {
            owner = Thread.currentThread();
            slept = true;
            LockSupport.parkNanos(this, LONGEST_SLEEP_NANOS);
        }
        return slept;
    }
}
