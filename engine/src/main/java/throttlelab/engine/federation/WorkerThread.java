package throttlelab.engine.federation;

import throttlelab.engine.digest.Checksum;
import throttlelab.engine.throttle.Clock;
import throttlelab.engine.throttle.DelayMeter;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// A worker's thread: takes work, lets the worker compute, holds the contribution back as its throttle says, delivers.
///
/// The delay lies in the forward path, between compute and delivery; the computation is untouched.
final class WorkerThread implements Runnable {

    /// What a mailbox holds: the work of a stage, or the beginning of a batch.
    sealed interface Mail {
    }

    record Begin(int[] positions) implements Mail {
    }

    record Stage(StageWork work) implements Mail {
    }

    /// How often a sleeping worker looks whether its throttle has been changed.
    private static final long REACTION_NANOS = 20_000_000;

    private final int number;
    private final Worker worker;
    private final Mailbox<Mail> mailbox = new Mailbox<>();
    private final ContributionDesk desk;
    private final TimingLedger ledger;
    private final Throttle throttle;
    private final Tempo tempo;
    private final Clock clock;
    private final StageObserver observer;
    private final DelayMeter meter = new DelayMeter();
    private final Checksum crc = new Checksum();

    WorkerThread(int number, Worker worker, ContributionDesk desk, TimingLedger ledger, Throttle throttle, Tempo tempo,
            Clock clock, StageObserver observer) {
        this.number = number;
        this.worker = worker;
        this.desk = desk;
        this.ledger = ledger;
        this.throttle = throttle;
        this.tempo = tempo;
        this.clock = clock;
        this.observer = observer;
    }

    void put(Mail mail) {
        mailbox.put(mail);
    }

    @Override
    public void run() {
        StageId stage = null;
        try {
            while (!desk.stopped()) {
                switch (mailbox.take()) {
                    case Begin begin -> {
                        stage = null;
                        worker.begin(begin.positions());
                    }
                    case Stage(StageWork work) -> {
                        stage = work.stage();
                        work(work);
                    }
                }
            }
        } catch (Throwable e) {
            // A stop interrupts; whatever else ends this thread would leave its stage waiting for ever.
            if (!desk.stopped()) {
                desk.fail(number, stage, e);
            }
        }
    }

    private void work(StageWork work) throws InterruptedException {
        long start = clock.nanoTime();
        observer.computing(work.stage(), number, work.slot(), start);
        long cpuBefore = clock.cpuTime();
        Contribution contribution = worker.process(work);
        long compute = clock.cpuTime() - cpuBefore;
        if (tempo.slowMotion()) {
            compute = tempo.stageNanos();
            clock.sleepUntil(start + compute);
        }
        delay(work, compute);
        work.turns().await(work.slot());
        long now = clock.nanoTime();
        meter.delivered(now);
        ledger.worked(number, meter);
        Acceptance acceptance = desk.deliver(contribution, now, crc);
        observer.delivered(work.stage(), number, work.slot(), acceptance, now);
        if (acceptance == Acceptance.FOREIGN || acceptance == Acceptance.CORRUPTED) {
            // Nobody will deliver it again: better an end than a gate that never opens.
            throw new IllegalStateException("its contribution was refused as " + acceptance.id());
        }
        work.turns().done();
        desk.done();
    }

    /// Waits until the contribution may be delivered. A change of the throttle acts on a delay that has begun.
    private void delay(StageWork work, long compute) throws InterruptedException {
        long end = clock.nanoTime();
        long now = end;
        long announced = Long.MIN_VALUE;
        while (true) {
            double factor = throttle.factor(number, ledger.elapsed(now));
            long deadline = meter.deadline(compute, factor, end);
            if (deadline != announced) {
                observer.delayed(work.stage(), number, work.slot(), compute, end, deadline);
                announced = deadline;
            }
            if (now - deadline >= 0) {
                return;
            }
            clock.sleepUntil(now + Math.min(deadline - now, REACTION_NANOS));
            now = clock.nanoTime();
        }
    }
}
