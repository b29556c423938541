package throttlelab.engine.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import throttlelab.engine.LabException;
import throttlelab.engine.RunException;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.WorkerLife;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.words.Sentence;

/// One prompt's run on a federation of its own, with a coordinator thread of its own, that can be watched and controlled
/// from any other thread.
public final class LiveRun implements AutoCloseable {

    private final LiveSetup setup;
    private final RunControl control;
    private final RunTrace trace = new RunTrace();
    private final LiveStream stream;
    private final Federation federation;
    private final Thread coordinator;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile LabException error;
    private volatile boolean complete;

    private LiveRun(Model model, LiveSetup setup, Throttle throttle, FederationOptions options) {
        this.setup = setup;
        this.control = new RunControl(setup.startPaused());
        this.stream = new LiveStream(setup.tokens());
        this.federation = Federation.open(model, setup.settings(), throttle,
                options.withObserver(trace).withGate(control));
        this.coordinator = Thread.ofPlatform().name("coordinator").daemon(true).unstarted(this::run);
    }

    /// Starts a run.
    ///
    /// @param throttle the factors in force; may be shared by two runs that are to be slowed alike
    /// @throws throttlelab.engine.UsageException if the settings do not fit each other or the model
    public static LiveRun start(Model model, LiveSetup setup, Throttle throttle) {
        return start(model, setup, throttle, FederationOptions.DEFAULT.withPatience(Patience.WATCHED));
    }

    /// Starts a run with other options; their observer and gate are replaced by its own.
    public static LiveRun start(Model model, LiveSetup setup, Throttle throttle, FederationOptions options) {
        LiveRun run = new LiveRun(model, setup, throttle, options);
        run.coordinator.start();
        return run;
    }

    private void run() {
        try {
            federation.run(List.of(setup.promptTokens()), setup.tokens(), stream);
            complete = !federation.stopped();
        } catch (InterruptedException e) {
            // Stopped while it stood still: nothing is lost.
        } catch (LabException e) {
            error = e;
        } catch (RuntimeException | Error e) {
            error = new RunException(Sentence.of("live.the-run-ended-with-an", e), e);
        } finally {
            federation.close();
            ended.countDown();
        }
    }

    /// What it was started with.
    public LiveSetup setup() {
        return setup;
    }

    /// Pause and steps.
    public RunControl control() {
        return control;
    }

    /// Its stages so far.
    public RunTrace trace() {
        return trace;
    }

    /// Its tokens so far.
    public LiveStream stream() {
        return stream;
    }

    /// Kills one of its workers; the run waits for it where it needs it.
    public void kill(int worker) {
        federation.kill(worker);
    }

    /// Revives a dead worker; the run goes on with the same bits.
    public void revive(int worker) {
        federation.revive(worker);
    }

    /// Whether its workers live, by number.
    public List<WorkerLife> lives() {
        return federation.lives();
    }

    /// Its times so far.
    public FederationReport report() {
        return federation.report();
    }

    /// Whether it has ended, for whatever reason.
    public boolean ended() {
        return ended.getCount() == 0;
    }

    /// Whether it has ended with all tokens asked for.
    public boolean complete() {
        return complete;
    }

    /// What went wrong, if anything did.
    public Optional<LabException> error() {
        return Optional.ofNullable(error);
    }

    /// Ends it at once; what has come stays readable.
    public void stop() {
        federation.stop();
        coordinator.interrupt();
    }

    /// Waits until it has ended and all its threads but the coordinator's own are gone.
    ///
    /// @return whether it ended in time
    public boolean await(long time, TimeUnit unit) throws InterruptedException {
        return ended.await(time, unit);
    }

    /// Stops it and waits until its threads have ended.
    @Override
    public void close() {
        stop();
        boolean interrupted = false;
        while (coordinator.isAlive()) {
            try {
                coordinator.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
