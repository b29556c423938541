package throttlelab.engine.federation;

import throttlelab.engine.digest.Checksum;
import throttlelab.engine.throttle.Clock;
import throttlelab.engine.throttle.DelayMeter;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// What a worker does with the work of a stage, step by step: compute, hold the contribution back as its throttle says,
/// deliver. Whoever takes the steps has the thread and lets the time pass between them, so that the same steps are
/// taken on real threads and in simulated time.
///
/// The delay lies in the forward path, between compute and delivery; the computation is untouched.
final class WorkerSteps {

    /// How often a worker that holds back looks whether its throttle has been changed.
    private static final long REACTION_NANOS = 20_000_000;

    private final int number;
    private final Worker worker;
    private final ContributionDesk desk;
    private final TimingLedger ledger;
    private final Throttle throttle;
    private final Tempo tempo;
    private final Clock clock;
    private final StageObserver observer;
    private final Parts parts;
    private final DelayMeter meter = new DelayMeter();
    private final Checksum crc = new Checksum();
    private StageWork work;
    private Contribution contribution;
    private long compute;
    private long end;
    private long announced;

    WorkerSteps(int number, Worker worker, ContributionDesk desk, TimingLedger ledger, Throttle throttle, Tempo tempo,
            Clock clock, StageObserver observer) {
        this(number, worker, desk, ledger, throttle, tempo, clock, observer, Parts.SOUND);
    }

    /// @param parts may hand in something else than what was computed
    WorkerSteps(int number, Worker worker, ContributionDesk desk, TimingLedger ledger, Throttle throttle, Tempo tempo,
            Clock clock, StageObserver observer, Parts parts) {
        this.number = number;
        this.worker = worker;
        this.desk = desk;
        this.ledger = ledger;
        this.throttle = throttle;
        this.tempo = tempo;
        this.clock = clock;
        this.observer = observer;
        this.parts = parts;
        ledger.opened(number, meter);
    }

    /// Begins a batch.
    void begin(int[] positions) {
        worker.begin(positions);
    }

    /// Takes in what came before: see [Worker#remember(PastStage)].
    void remember(PastStage past) {
        worker.remember(past);
    }

    /// Computes the contribution to a stage.
    ///
    /// @return when the work is over: in slow motion that is later than now
    long compute(StageWork given) {
        work = given;
        long start = clock.nanoTime();
        observer.computing(work.stage(), number, work.slot(), start);
        long cpuBefore = clock.cpuTime();
        contribution = worker.process(work);
        long used = clock.cpuTime() - cpuBefore;
        compute = tempo.slowMotion() ? tempo.stageNanos() : used;
        return start + compute;
    }

    /// The work is over and the delay begins.
    void computed(long now) {
        end = now;
        announced = Long.MIN_VALUE;
    }

    /// When to ask again. A change of the throttle acts on a delay that has begun.
    ///
    /// @return `now` if the contribution may be delivered
    long holdUntil(long now) {
        double factor = throttle.factor(number, ledger.elapsed(now));
        long deadline = meter.deadline(compute, factor, end);
        if (deadline != announced) {
            observer.delayed(work.stage(), number, work.slot(), compute, end, deadline);
            announced = deadline;
        }
        return now - deadline >= 0 ? now : now + Math.min(deadline - now, REACTION_NANOS);
    }

    /// Delivers, and is free for the next work.
    void deliver() {
        long now = clock.nanoTime();
        meter.delivered(now);
        ledger.worked(number, meter);
        for (Contribution handedIn : parts.handedIn(work, contribution)) {
            Acceptance acceptance = desk.deliver(handedIn, now, crc);
            observer.delivered(work.stage(), number, work.slot(), acceptance, now);
            if (acceptance == Acceptance.FOREIGN || acceptance == Acceptance.CORRUPTED) {
                // Nobody will deliver it again: better an end than a gate that never opens.
                throw new IllegalStateException("its contribution was refused as " + acceptance.id());
            }
        }
        work.turns().done(work.slot());
    }
}
