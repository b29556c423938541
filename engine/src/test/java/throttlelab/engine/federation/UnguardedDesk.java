package throttlelab.engine.federation;

import java.util.concurrent.locks.LockSupport;
import throttlelab.engine.digest.Checksum;

/// Broken: it offers as [ContributionDesk] does, but without the lock, so that two deliveries can meet in the barrier.
final class UnguardedDesk implements Desk {

    private volatile Thread coordinator;
    private volatile StageBarrier current;
    private volatile int duplicate;
    private volatile int foreign;

    @Override
    public void beginRun() {
        coordinator = Thread.currentThread();
    }

    @Override
    public void open(StageBarrier barrier, int deliveries) {
        current = barrier;
    }

    @Override
    public Acceptance deliver(Contribution contribution, Checksum crc) {
        StageBarrier barrier = current;
        int slot = barrier.slotOf(contribution.address());
        if (slot < 0) {
            foreign = foreign + 1;
            return Acceptance.FOREIGN;
        }
        Acceptance acceptance = barrier.offer(slot, contribution, 0);
        if (acceptance == Acceptance.DUPLICATE) {
            duplicate = duplicate + 1;
        }
        if (barrier.open()) {
            LockSupport.unpark(coordinator);
        }
        return acceptance;
    }

    @Override
    public void done() {
        // Nobody waits for the end of its work.
    }

    @Override
    public void awaitGate() throws InterruptedException {
        while (!current.open()) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.park(this);
        }
    }

    @Override
    public Refusals refusals() {
        return new Refusals(duplicate, 0, foreign, 0);
    }
}
