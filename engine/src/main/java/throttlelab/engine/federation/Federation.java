package throttlelab.engine.federation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.words.Sentence;

/// One coordinator and its workers in one process, each worker a platform thread `worker-0` … `worker-7`; in
/// [VirtualTime] there are no threads, and the same steps are taken in simulated time.
///
/// The thread that calls [#run(List, int, RunListener)] is the coordinator. A federation may run several batches, one
/// after another; once stopped or failed it runs no more. [#close()] ends its threads.
public final class Federation implements AutoCloseable {

    /// Rows of a step: longer prompts and larger batches are read in several steps, with the same bits.
    static final int MAX_ROWS = 128;

    private final Model model;
    private final FederationOptions options;
    private final ContributionDesk desk;
    private final TimingLedger ledger;
    private final AuditLog audit;
    private final Coordinator coordinator;
    private final Crew crew;
    private final Vigil vigil;
    private final int workers;
    private long steps;
    private RunException ended;

    private Federation(Model model, FederationSettings settings, Throttle throttle, FederationOptions options) {
        this.model = model;
        this.options = options;
        this.workers = settings.workers();
        Partition partition = Partition.of(settings.partition(), settings.workers(), model.config());
        partition.check(settings.policy());
        if (throttle.workers() != settings.workers()) {
            throw new UsageException(Sentence.of("federation.the-throttle-is-for-workers", throttle.workers(),
                    settings.workers()));
        }
        options.defect().ifPresent(defect -> defect.check(settings, options.verify()));
        Parts parts = options.defect().<Parts>map(FaultyParts::new).orElse(Parts.SOUND);
        desk = new ContributionDesk(options.verify(), parts, this::pause);
        ledger = new TimingLedger(settings.workers());
        audit = new AuditLog(options.audit());
        crew = crew(partition, settings.tempo(), throttle, parts);
        coordinator = new Coordinator(model, partition, settings.policy(), options, crew, desk, ledger, audit, MAX_ROWS,
                parts);
        Patience patience = options.patience();
        boolean watched = patience.stallNanos() > 0 || patience.reviveNanos() > 0;
        vigil = watched && !(options.clock() instanceof VirtualTime)
                ? new Vigil(this, patience, options.observer()) : null;
    }

    /// What the coordinator does while it waits.
    private void pause(Object waiter) {
        crew.pause(waiter);
    }

    private Crew crew(Partition partition, Tempo tempo, Throttle throttle, Parts parts) {
        IntFunction<WorkerSteps> maker = number -> new WorkerSteps(number,
                new Worker(number, model, partition, options.kernels(), model.rotary(), MAX_ROWS, options.verify(),
                        options.memory()), desk, ledger, throttle, tempo, options.clock(), options.observer(), parts);
        IntStream numbers = IntStream.range(0, partition.workers());
        if (options.clock() instanceof VirtualTime time) {
            return SimulatedCrew.of(numbers.mapToObj(maker).toList(), tempo, time, options.order(), desk);
        }
        PastStages past = new PastStages(options.patience().waits());
        return new ThreadCrew(numbers.mapToObj(number -> new WorkerPost(number, () -> maker.apply(number), desk, past,
                tempo, options.clock(), options.observer(), options.patience().waits())).toList(), past);
    }

    /// Opens a federation in real time, with SIMD kernels and contributions as they come.
    ///
    /// @throws UsageException if the settings do not fit each other or the model
    public static Federation open(Model model, FederationSettings settings, Throttle throttle) {
        return open(model, settings, throttle, FederationOptions.DEFAULT);
    }

    /// Opens a federation.
    ///
    /// @throws UsageException if the settings do not fit each other or the model
    public static Federation open(Model model, FederationSettings settings, Throttle throttle,
            FederationOptions options) {
        return new Federation(model, settings, throttle, options);
    }

    /// Generates `tokens` tokens for each prompt, greedily, all prompts as one batch; an end token does not stop it.
    /// The last late contribution has arrived when it returns.
    ///
    /// @param prompts token ids of each prompt, begin token first
    /// @return a stream for each prompt; shorter than asked for if the federation was stopped meanwhile
    /// @throws InputException if a prompt is empty, has an unknown token, or is too long for the model
    /// @throws RunException if a worker died and the [Patience] does not wait for it, or a log-probability is not a number
    /// @throws InterruptedException if the calling thread is interrupted; the federation is stopped then
    public List<GeneratedStream> run(List<int[]> prompts, int tokens, RunListener listener)
            throws InterruptedException {
        check(prompts, tokens);
        if (ended != null) {
            throw ended;
        }
        Batch batch = new Batch(prompts, tokens, MAX_ROWS);
        long began = options.clock().nanoTime();
        long prefilled = began;
        try {
            ledger.begin(began);
            coordinator.begin(batch.positions());
            pass(batch, batch.prefill(steps), listener);
            prefilled = options.clock().nanoTime();
            for (int token = 1; token < tokens; token++) {
                pass(batch, batch.decode(steps, token), listener);
            }
            coordinator.drain();
        } catch (RunStopped e) {
            // What is complete is what the caller gets.
        } catch (WorkerFailed e) {
            ended = failure(e);
            stop();
            throw ended;
        } catch (RunException e) {
            ended = e;
            stop();
            throw e;
        } catch (InterruptedException e) {
            if (!desk.stopped()) {
                stop();
                throw e;
            }
        } catch (RuntimeException | Error e) {
            stop();
            throw e;
        } finally {
            coordinator.end();
            ledger.ran(options.clock().nanoTime() - began, prefilled - began);
        }
        return batch.streams();
    }

    private void pass(Batch batch, List<Step> passes, RunListener listener) throws InterruptedException {
        steps += passes.size();
        for (Step step : passes) {
            batch.grow(step, coordinator.forward(step), listener);
        }
    }

    private void check(List<int[]> prompts, int tokens) {
        if (prompts.isEmpty() || tokens < 1) {
            throw new UsageException(Sentence.of("federation.a-run-needs-at-least", prompts.size(), tokens));
        }
        int limit = model.config().maxPositions();
        for (int i = 0; i < prompts.size(); i++) {
            int length = prompts.get(i).length;
            if (length == 0) {
                throw new InputException(Sentence.of("federation.prompt-of-the-batch-is", i + 1));
            }
            if ((long) length + tokens - 1 > limit) {
                throw new InputException(Sentence.of("federation.prompt-of-the-batch-has", i + 1, length, tokens, limit,
                        model.name()));
            }
            for (int token : prompts.get(i)) {
                if (token < 0 || token >= model.config().vocabularySize()) {
                    throw new InputException(Sentence.of("federation.prompt-of-the-batch-has-token", i + 1, token,
                            model.config().vocabularySize(), model.name()));
                }
            }
        }
    }

    private static RunException failure(WorkerFailed failed) {
        Sentence where = failed.stage() == null ? Sentence.of("federation.at-beginning")
                : Sentence.of("federation.at-stage", failed.stage().words());
        return new RunException(Sentence.of("federation.worker-failed-the-run-is", failed.worker(), where,
                failed.getCause()), failed.getCause());
    }

    /// What was measured since the federation was opened; may be asked for at any time, by any thread.
    public FederationReport report() {
        return ledger.report(desk.refusals(), audit.digest());
    }

    /// Ends the run that is going on, at once, from any thread. The federation runs no more.
    public void stop() {
        desk.stop();
        crew.stop();
    }

    /// Whether it was stopped.
    public boolean stopped() {
        return desk.stopped();
    }

    /// Kills a worker, from any thread, whatever it does: its thread is told to end, and one that hangs is given up. What
    /// it was about to deliver is not delivered. The run waits for it at the next stage that needs it, or ends with an
    /// error where the [Patience] says so.
    public void kill(int worker) {
        crew.kill(worker);
    }

    /// Revives a dead worker, from any thread: on a new thread it finds its keys and values again, from the inputs of the
    /// batch so far, computes what is missing to the same addresses, and the run goes on with the same bits. Nothing
    /// happens to one that lives.
    public void revive(int worker) {
        crew.revive(worker);
    }

    /// Whether the workers live, by number; may be asked for at any time, by any thread.
    public List<WorkerLife> lives() {
        return IntStream.range(0, workers).mapToObj(crew::life).toList();
    }

    /// For whom the run waits at present, and for how long it has; empty where it waits for nobody.
    public Optional<Stall> stall() {
        return coordinator.stall(now());
    }

    long now() {
        return options.clock().nanoTime();
    }

    /// Stops, and waits until all worker threads have ended; one that hangs, and does not end when it is interrupted, is
    /// waited for ten seconds and then left behind.
    @Override
    public void close() {
        stop();
        if (vigil != null) {
            vigil.close();
        }
        crew.close();
    }
}
