package throttlelab.engine.federation;

import java.util.List;
import java.util.function.Supplier;
import throttlelab.engine.throttle.Clock;
import throttlelab.engine.throttle.Tempo;

/// A worker's thread: takes work, and takes the worker's steps with it in the time of a clock. It fills a [WorkerPost]
/// until it dies; a revived worker is another one.
final class WorkerThread implements Runnable {

    /// What a mailbox holds: the work of a stage, the beginning of a batch, or what came before in it.
    sealed interface Mail permits StageWork, Begin, Past {
    }

    record Begin(int[] positions) implements Mail {
    }

    record Past(List<PastStage> stages) implements Mail {
    }

    private final WorkerPost post;
    private final Mailbox<Mail> mailbox = new Mailbox<>(Mailbox.LULL);
    private final ContributionDesk desk;
    private final Tempo tempo;
    private final Clock clock;
    private Supplier<WorkerSteps> maker;
    private WorkerSteps steps;
    private StageId stage;
    private volatile boolean retired;
    private volatile boolean heldBack;

    /// @param maker gives the worker; called on the thread, which dies if that fails
    WorkerThread(WorkerPost post, Supplier<WorkerSteps> maker, ContributionDesk desk, Tempo tempo, Clock clock) {
        this.post = post;
        this.maker = maker;
        this.desk = desk;
        this.tempo = tempo;
        this.clock = clock;
    }

    void put(Mail mail) {
        mailbox.put(mail);
    }

    /// Tells it to end: it delivers nothing more, unless it is at that already. Whatever it waits for, it must be
    /// interrupted, too.
    void retire() {
        retired = true;
    }

    /// Whether its throttle holds it back.
    boolean heldBack() {
        return heldBack;
    }

    private boolean going() {
        return !retired && !desk.stopped();
    }

    @Override
    public void run() {
        try {
            steps = maker.get();
            maker = null;
            while (going()) {
                take(mailbox.take());
            }
        } catch (Throwable e) {
            // A stop and a retirement interrupt; whatever else ends this thread leaves a stage waiting.
            if (going()) {
                post.died(this, stage, e);
            }
        } finally {
            // Its keys and values are nobody's any more, though the dead may stay dead for long.
            steps = null;
        }
    }

    private void take(Mail mail) throws InterruptedException {
        switch (mail) {
            case Begin begin -> {
                stage = null;
                steps.begin(begin.positions());
            }
            case Past past -> {
                for (int i = 0; i < past.stages().size() && going(); i++) {
                    steps.remember(past.stages().get(i));
                }
            }
            case StageWork work -> {
                stage = work.stage();
                work(work);
            }
        }
    }

    private void work(StageWork work) throws InterruptedException {
        long over = steps.compute(work);
        if (tempo.slowMotion()) {
            clock.sleepUntil(over);
        }
        long now = clock.nanoTime();
        steps.computed(now);
        for (long until = steps.holdUntil(now); until != now; until = steps.holdUntil(now)) {
            heldBack = true;
            clock.sleepUntil(until);
            now = clock.nanoTime();
        }
        if (heldBack) {
            heldBack = false;
        }
        work.turns().await(work.slot());
        if (going()) {
            steps.deliver();
            if (post.done(work)) {
                desk.done();
            }
        }
    }
}
