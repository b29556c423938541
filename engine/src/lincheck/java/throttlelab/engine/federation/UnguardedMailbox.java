package throttlelab.engine.federation;

import java.util.concurrent.locks.LockSupport;

/// Broken: a plain array for a queue, so that two that put at once can take each other's place.
final class UnguardedMailbox {

    private static final int ROOM = 16;

    private final Integer[] items = new Integer[ROOM];
    private int put;
    private int taken;
    private volatile Thread owner;

    void put(Integer item) {
        items[put] = item;
        put = put + 1;
        LockSupport.unpark(owner);
    }

    Integer take() {
        owner = Thread.currentThread();
        while (taken == put) {
            LockSupport.park(this);
        }
        return items[taken++];
    }
}
