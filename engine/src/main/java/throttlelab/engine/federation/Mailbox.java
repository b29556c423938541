package throttlelab.engine.federation;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// A worker's queue of work: anyone may put, its own thread takes.
///
/// It does not spin: a spinning wait would steal the cores that the other workers need. Where the wait before was a short
/// one, it first gives its core away again and again, for at most about as long as a stage of one stream takes: whoever has
/// work gets the core at once, and no core falls asleep between two stages, from which a processor wakes more slowly than
/// a worker computes.
final class Mailbox<T> {

    /// How long a core is given away before the thread sleeps, in nanoseconds.
    static final long LULL = 100_000;
    /// A wait that took longer, in nanoseconds, is likely to be followed by another such one.
    private static final long SHORT = 10 * LULL;

    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private final long lull;
    private volatile Thread owner;
    /// Whether the wait before was a short one; the first may be.
    private boolean shortly = true;

    /// A mailbox whose owner sleeps whenever there is nothing.
    Mailbox() {
        this(0);
    }

    /// @param lull for how many nanoseconds the owner gives its core away before it sleeps
    Mailbox(long lull) {
        this.lull = lull;
    }

    void put(T item) {
        queue.add(item);
        // The queue's volatile write happens before this read: either we see the owner, or it sees the item.
        LockSupport.unpark(owner);
    }

    T take() throws InterruptedException {
        owner = Thread.currentThread();
        T item = queue.poll();
        if (item != null) {
            return item;
        }
        return lull == 0 ? sleep() : awaitFor(System.nanoTime());
    }

    private T awaitFor(long since) throws InterruptedException {
        T item = null;
        if (shortly) {
            while (item == null && System.nanoTime() - since < lull) {
                Thread.yield();
                item = queue.poll();
            }
        }
        if (item == null) {
            item = sleep();
        }
        shortly = System.nanoTime() - since < SHORT;
        return item;
    }

    private T sleep() throws InterruptedException {
        T item = queue.poll();
        while (item == null) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.park(this);
            item = queue.poll();
        }
        return item;
    }
}
