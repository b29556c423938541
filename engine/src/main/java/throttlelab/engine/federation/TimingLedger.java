package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.throttle.DelayMeter;

/// The account of time of one federation: workers and coordinator book, anyone may look.
final class TimingLedger {

    private static final class Account {
        private DelayMeter meter;
        private double pastWeighted;
        private long pastCompute;
        private long pastDelay;
        private double factorSet = 1;
        private long compute;
        private long delay;
        private long wait;
        private long blame;
        private long lastArrivals;
    }

    private final Account[] accounts;
    private long begun = Long.MIN_VALUE;
    private long wall;
    private long prefill;
    private long stages;
    private long stagesWaited;

    TimingLedger(int workers) {
        accounts = new Account[workers];
        for (int worker = 0; worker < workers; worker++) {
            accounts[worker] = new Account();
        }
    }

    /// Notes the beginning of the first run, from which profiles count.
    synchronized void begin(long now) {
        if (begun == Long.MIN_VALUE) {
            begun = now;
        }
    }

    synchronized long elapsed(long now) {
        return begun == Long.MIN_VALUE ? 0 : now - begun;
    }

    /// Opens an account, or goes on with that of a worker that died: only what the newest meter says is booked then.
    synchronized void opened(int worker, DelayMeter meter) {
        Account account = accounts[worker];
        account.meter = meter;
        account.pastWeighted = account.factorSet * account.compute;
        account.pastCompute = account.compute;
        account.pastDelay = account.delay;
    }

    synchronized void worked(int worker, DelayMeter meter) {
        Account account = accounts[worker];
        if (account.meter == meter) {
            account.compute = account.pastCompute + meter.computeNanos();
            account.delay = account.pastDelay + meter.delayNanos();
            if (account.pastCompute == 0) {
                account.factorSet = meter.factorSet();
            } else {
                account.factorSet = (account.pastWeighted + meter.factorSet() * meter.computeNanos()) / account.compute;
            }
        }
    }

    /// Books a stage whose gate has opened.
    synchronized void passed(StageBarrier barrier, List<SlotPlan> slots, long began, boolean waited) {
        stages++;
        stagesWaited += waited ? 1 : 0;
        int last = barrier.arrival(barrier.arrived() - 1);
        long opened = barrier.arrivedAt(last);
        long secondLast = barrier.arrived() > 1 ? barrier.arrivedAt(barrier.arrival(barrier.arrived() - 2)) : began;
        for (int i = 0; i < barrier.arrived(); i++) {
            int slot = barrier.arrival(i);
            accounts[slots.get(slot).worker()].wait += Math.max(0, opened - barrier.arrivedAt(slot));
        }
        Account blamed = accounts[slots.get(last).worker()];
        blamed.lastArrivals++;
        blamed.blame += Math.max(0, opened - secondLast);
    }

    synchronized void ran(long wallNanos, long prefillNanos) {
        wall += wallNanos;
        prefill += prefillNanos;
    }

    synchronized FederationReport report(Refusals refusals, Sha256 audit) {
        List<WorkerTiming> timings = new ArrayList<>();
        for (int worker = 0; worker < accounts.length; worker++) {
            Account a = accounts[worker];
            timings.add(new WorkerTiming(worker, a.factorSet, a.compute, a.delay, a.wait, a.blame, a.lastArrivals));
        }
        return new FederationReport(wall, prefill, stages, stagesWaited, List.copyOf(timings), refusals, audit);
    }
}
