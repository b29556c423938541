package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import throttlelab.engine.digest.Checksum;

/// Where workers hand in contributions and the coordinator waits for them: the stage barrier's threads.
///
/// Checksums are found on the thread that delivers, outside the lock; only the change of a slot is guarded.
final class ContributionDesk {

    private final boolean verify;
    private final Consumer<Object> pause;
    private final PassedAddresses passed = new PassedAddresses();
    private final List<RefusedContribution> refused = new ArrayList<>();
    private StageBarrier current;
    private long outstanding;
    private long duplicate;
    private long stale;
    private long foreign;
    private long corrupted;
    private volatile Thread coordinator;
    private volatile boolean ready;
    private volatile boolean stopped;
    private int failedWorker;
    private StageId failedStage;
    private volatile Throwable failure;
    private boolean atGate;
    private boolean wokenByStop;

    /// A desk whose coordinator sleeps while it waits.
    ///
    /// @param verify whether checksums are checked; only a benchmark leaves it out
    ContributionDesk(boolean verify) {
        // No method reference: a model checker takes over only those parks that stand in code it can rewrite.
        this(verify, Parts.SOUND, waiter -> LockSupport.park(waiter));
    }

    /// @param parts whether they look at checksums
    /// @param pause what the coordinator does while it waits, given the desk: it returns when a delivery may have come
    ContributionDesk(boolean verify, Parts parts, Consumer<Object> pause) {
        this.verify = verify && parts.checkChecksums();
        this.pause = pause;
    }

    /// Begins a run: what earlier runs asked for is no longer known.
    synchronized void beginRun() {
        coordinator = Thread.currentThread();
        passed.clear();
        current = null;
        outstanding = 0;
    }

    /// Makes `barrier` the one that accepts; `deliveries` workers will deliver to it.
    synchronized void open(StageBarrier barrier, int deliveries) {
        remember();
        current = barrier;
        outstanding += deliveries;
        ready = false;
    }

    private void remember() {
        if (current != null) {
            for (int slot = 0; slot < current.slots(); slot++) {
                passed.add(current.expected(slot));
            }
        }
    }

    /// Hands in a contribution.
    ///
    /// @param crc the delivering thread's own
    Acceptance deliver(Contribution contribution, long now, Checksum crc) {
        StageBarrier barrier;
        synchronized (this) {
            barrier = current;
        }
        int slot = barrier == null ? -1 : barrier.slotOf(contribution.address());
        boolean sound = slot < 0 || barrier.fits(slot, contribution) && intact(contribution, crc);
        return accept(barrier, slot, sound, contribution, now);
    }

    private boolean intact(Contribution contribution, Checksum crc) {
        return !verify || contribution.checksum() == Contribution.checksum(contribution.address(),
                contribution.payload(), contribution.length(), crc);
    }

    private synchronized Acceptance accept(StageBarrier barrier, int slot, boolean sound, Contribution contribution,
            long now) {
        Acceptance acceptance;
        if (slot < 0) {
            acceptance = passed.contains(contribution.address()) ? Acceptance.STALE : Acceptance.FOREIGN;
        } else if (!sound) {
            acceptance = Acceptance.CORRUPTED;
        } else if (barrier != current) {
            acceptance = Acceptance.STALE;
        } else {
            acceptance = barrier.offer(slot, contribution, now);
            if (acceptance == Acceptance.LOCKED && barrier.open()) {
                wake();
            }
        }
        count(acceptance);
        if (acceptance != Acceptance.LOCKED) {
            refused.add(new RefusedContribution(current == null ? null : current.stage(), contribution.address(),
                    acceptance, now));
        }
        return acceptance;
    }

    private void count(Acceptance acceptance) {
        switch (acceptance) {
            case LOCKED -> { }
            case DUPLICATE -> duplicate++;
            case STALE -> stale++;
            case FOREIGN -> foreign++;
            case CORRUPTED -> corrupted++;
        }
    }

    /// The slots that a closed gate waits for; none once it is open.
    synchronized int[] missing(StageBarrier barrier) {
        return barrier.open() ? new int[0]
                : IntStream.range(0, barrier.slots()).filter(slot -> barrier.locked()[slot] == null).toArray();
    }

    /// What has been refused since the last call, for the audit log.
    synchronized List<RefusedContribution> takeRefused() {
        List<RefusedContribution> taken = List.copyOf(refused);
        refused.clear();
        return taken;
    }

    /// Says that a worker has done what [#open(StageBarrier, int)] expected of it, whatever became of it.
    synchronized void done() {
        if (--outstanding == 0) {
            wake();
        }
    }

    private void wake() {
        ready = true;
        // In simulated time it is the coordinator's own thread that delivers.
        if (coordinator != Thread.currentThread()) {
            LockSupport.unpark(coordinator);
        }
    }

    /// Waits until the gate of the current barrier is open.
    ///
    /// @return whether it had to wait
    boolean awaitGate() throws InterruptedException {
        boolean waited = false;
        while (!gateOpen()) {
            waited = true;
            pause();
        }
        return waited;
    }

    private synchronized boolean gateOpen() {
        ready = false;
        return current.open();
    }

    /// Waits until every worker has done what was expected of it: late contributions have arrived and been refused.
    void awaitDrained() throws InterruptedException {
        while (!drained()) {
            pause();
        }
    }

    private synchronized boolean drained() {
        ready = false;
        return outstanding == 0;
    }

    private void pause() throws InterruptedException {
        while (!ready) {
            checkGoingOn();
            pause.accept(this);
        }
    }

    /// Looked at before every stage and wherever the coordinator waits: on a busy machine it may find every gate open.
    private void checkGoingOn() throws InterruptedException {
        if (stopped) {
            throw new RunStopped();
        }
        if (failure != null) {
            throw new WorkerFailed(failedWorker, failedStage, failure);
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    /// Lets the coordinator wait between stages as long as `gate` wants; a stop ends the wait.
    void passGate(StageGate gate, StageId stage) throws InterruptedException {
        enterGate();
        try {
            gate.before(stage);
        } catch (InterruptedException e) {
            if (!stopped) {
                throw e;
            }
        } finally {
            leaveGate();
        }
        checkGoingOn();
    }

    private synchronized void enterGate() throws InterruptedException {
        checkGoingOn();
        atGate = true;
    }

    private synchronized void leaveGate() {
        atGate = false;
        if (wokenByStop) {
            // Ours, and not for the caller of the run, whose files it would close.
            Thread.interrupted();
        }
    }

    synchronized void stop() {
        stopped = true;
        if (atGate && !wokenByStop) {
            wokenByStop = true;
            coordinator.interrupt();
        }
        LockSupport.unpark(coordinator);
    }

    boolean stopped() {
        return stopped;
    }

    /// Ends the run with a worker's error; the first one counts. Takes no memory: there may be none left.
    ///
    /// @param stage at which it failed, or `null` at the beginning of a batch
    synchronized void fail(int worker, StageId stage, Throwable cause) {
        if (failure == null) {
            failedWorker = worker;
            failedStage = stage;
            failure = cause;
        }
        LockSupport.unpark(coordinator);
    }

    synchronized Refusals refusals() {
        return new Refusals(duplicate, stale, foreign, corrupted);
    }
}
