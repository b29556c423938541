package throttlelab.engine.federation;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// A worker's queue of work: anyone may put, its own thread takes.
///
/// It never spins: a spinning wait would steal the cores that the other workers need.
final class Mailbox<T> {

    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private volatile Thread owner;

    void put(T item) {
        queue.add(item);
        // The queue's volatile write happens before this read: either we see the owner, or it sees the item.
        LockSupport.unpark(owner);
    }

    T take() throws InterruptedException {
        owner = Thread.currentThread();
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
