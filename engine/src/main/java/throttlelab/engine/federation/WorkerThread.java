package throttlelab.engine.federation;

import throttlelab.engine.throttle.Clock;
import throttlelab.engine.throttle.Tempo;

/// A worker's thread: takes work, and takes the worker's steps with it in the time of a clock.
final class WorkerThread implements Runnable {

    /// What a mailbox holds: the work of a stage, or the beginning of a batch.
    sealed interface Mail {
    }

    record Begin(int[] positions) implements Mail {
    }

    record Stage(StageWork work) implements Mail {
    }

    private final int number;
    private final Mailbox<Mail> mailbox = new Mailbox<>();
    private final ContributionDesk desk;
    private final Tempo tempo;
    private final Clock clock;
    private final WorkerSteps steps;

    WorkerThread(int number, WorkerSteps steps, ContributionDesk desk, Tempo tempo, Clock clock) {
        this.number = number;
        this.desk = desk;
        this.tempo = tempo;
        this.clock = clock;
        this.steps = steps;
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
                        steps.begin(begin.positions());
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
        long over = steps.compute(work);
        if (tempo.slowMotion()) {
            clock.sleepUntil(over);
        }
        long now = clock.nanoTime();
        steps.computed(now);
        for (long until = steps.holdUntil(now); until != now; until = steps.holdUntil(now)) {
            clock.sleepUntil(until);
            now = clock.nanoTime();
        }
        work.turns().await(work.slot());
        steps.deliver();
    }
}
