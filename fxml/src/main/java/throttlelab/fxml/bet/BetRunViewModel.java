package throttlelab.fxml.bet;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import throttlelab.engine.LabException;
import throttlelab.engine.RunException;
import throttlelab.engine.bet.Baselines;
import throttlelab.engine.bet.Bet;
import throttlelab.engine.bet.BetListener;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.BetProgress;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.bet.FederationRunner;
import throttlelab.engine.bet.PlannedRun;
import throttlelab.engine.bet.ProfileRun;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.model.Prompt;
import throttlelab.fxml.texts.Texts;

/// One bet, run once on a thread of its own. The window looks at it; it tells nobody.
final class BetRunViewModel {

    private static final long PATIENCE_MILLIS = 400;

    private final Supplier<FederationRunner> runners;
    private final BetPlan plan;
    private final Criteria criteria;
    private final Path baselines;
    private final InstantSource time;
    private final BetTape tape;
    private final AtomicReferenceArray<FederationReport> reports;
    private final Thread thread = Thread.ofPlatform().name("bet").daemon(true).unstarted(this::run);
    private volatile Bet bet;
    private volatile TapedFederationsViewModel federations;
    private volatile boolean warmingUp;
    private volatile BetProgress progress;
    private volatile boolean cancelled;
    private volatile BetResult result;
    private volatile LabException error;
    private volatile boolean ended;

    /// @param runners makes what has the model and its federations, on the bet's own thread
    /// @param baselines the folder of recordings to compare with, where they fit
    BetRunViewModel(Supplier<FederationRunner> runners, BetPlan plan, Criteria criteria, Path baselines,
            InstantSource time) {
        this.runners = runners;
        this.plan = plan;
        this.criteria = criteria;
        this.baselines = baselines;
        this.time = time;
        List<String> profiles = plan.runs().stream().map(PlannedRun::name).toList();
        this.tape = new BetTape(profiles, plan.prompts().stream().map(Prompt::id).toList(), plan.tokens());
        this.reports = new AtomicReferenceArray<>(profiles.size());
    }

    /// Begins.
    void start() {
        thread.start();
    }

    private void run() {
        try {
            TapedFederationsViewModel taped = new TapedFederationsViewModel(runners.get(), tape);
            federations = taped;
            Bet prepared = new Bet(taped, plan, criteria, Baselines.in(baselines), time);
            bet = prepared;
            if (cancelled) {
                prepared.stop();
            }
            result = prepared.run(new Watch());
        } catch (LabException e) {
            error = e;
        } catch (InterruptedException e) {
            // The lab is being closed: nobody is left to be told.
        } catch (RuntimeException | Error e) {
            error = new RunException(Texts.get("bet.failure", e), e);
        } finally {
            tape.end();
            ended = true;
        }
    }

    /// Ends it soon; what is complete is kept.
    void cancel() {
        cancelled = true;
        Bet going = bet;
        if (going != null) {
            going.stop();
        }
    }

    /// Whether somebody wanted it to end.
    boolean cancelled() {
        return cancelled;
    }

    /// Whether it has ended, for whatever reason.
    boolean ended() {
        return ended;
    }

    /// What it came to, once it has ended, unless there was a problem.
    Optional<BetResult> result() {
        return Optional.ofNullable(result);
    }

    /// The problem that ended it.
    Optional<LabException> error() {
        return Optional.ofNullable(error);
    }

    /// Whether it has done with reading and encoding, and its code is being warmed up.
    boolean warmingUp() {
        return warmingUp;
    }

    /// How far it has come; empty before its first run begins.
    Optional<BetProgress> progress() {
        return Optional.ofNullable(progress);
    }

    /// All tokens so far.
    BetTape tape() {
        return tape;
    }

    /// What a token that has come says.
    String text(int token) {
        return federations.decode(new int[] {token});
    }

    /// What was asked for.
    BetPlan plan() {
        return plan;
    }

    /// How much the workers were slowed down so far, for each profile.
    List<ProfileSlowdowns> slowdowns() {
        TapedFederationsViewModel going = federations;
        return IntStream.range(0, reports.length()).mapToObj(run -> {
            FederationReport report = reports.get(run);
            if (report == null && going != null) {
                report = going.report(run);
            }
            return slowdowns(plan.runs().get(run), plan.federation().workers(), report);
        }).toList();
    }

    /// How much the workers of one run are to be slowed down, and how much they were.
    ///
    /// @param report what was measured; `null` if nothing was
    static ProfileSlowdowns slowdowns(PlannedRun run, int workers, FederationReport report) {
        return new ProfileSlowdowns(run.name(), IntStream.range(0, workers).mapToObj(worker -> {
            WorkerTiming timing = report == null ? null : report.workers().get(worker);
            return timing == null || timing.computeNanos() == 0
                    ? new WorkerSlowdown(worker, run.profile().factor(worker, workers, 0), Double.NaN)
                    : new WorkerSlowdown(worker, timing.factorSet(), timing.factorMeasured());
        }).toList());
    }

    /// Ends it and waits for its threads, which takes milliseconds.
    void close() throws InterruptedException {
        cancel();
        thread.join(PATIENCE_MILLIS);
        if (thread.isAlive()) {
            thread.interrupt();
            thread.join(PATIENCE_MILLIS);
        }
    }

    /// Keeps what the bet tells.
    private final class Watch implements BetListener {

        @Override
        public void onWarmUp() {
            warmingUp = true;
        }

        @Override
        public void onRunBegun(PlannedRun run, BetProgress now) {
            warmingUp = false;
            federations.begin(now.runIndex());
            progress = now;
        }

        @Override
        public void onToken(BetProgress now) {
            progress = now;
        }

        @Override
        public void onRunEnded(ProfileRun run, Comparison comparison, BetProgress now) {
            reports.set(now.runIndex(), run.report());
            progress = now;
        }
    }
}
