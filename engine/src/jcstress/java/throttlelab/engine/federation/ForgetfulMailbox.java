package throttlelab.engine.federation;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/// Broken: it says whom to wake only after it has looked, so that what is put in between wakes nobody.
final class ForgetfulMailbox<T> {

    private final ConcurrentLinkedQueue<T> queue = new ConcurrentLinkedQueue<>();
    private volatile Thread owner;

    void put(T item) {
        queue.add(item);
        LockSupport.unpark(owner);
    }

    T take() {
        T item = queue.poll();
        while (item == null) {
            owner = Thread.currentThread();
            LockSupport.park(this);
            item = queue.poll();
        }
        return item;
    }
}
