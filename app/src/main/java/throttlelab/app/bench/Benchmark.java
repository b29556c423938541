package throttlelab.app.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import throttlelab.app.bench.Runs.Run;
import throttlelab.app.host.StopSignal;
import throttlelab.engine.bet.Bet;
import throttlelab.engine.bet.BetListener;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.bet.ModelRunner;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

/// Measures a plan. What is compared with each other is measured in turns, so that a machine that slows down meanwhile
/// slows both down.
public final class Benchmark {

    private static final String RATE = "tokens/s";
    private static final double KB = 1000;
    /// How often what is compared is measured in turns, at least: fewer say nothing about a few percent.
    private static final int TURNS = 10;
    /// Rows that the matrix products are timed with.
    private static final int ROWS = 100;

    private final BenchPlan plan;
    private final StopSignal stop;
    private final Consumer<String> progress;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final List<Figure> figures = new ArrayList<>();
    private Model model;
    private Runs runs;
    private List<int[]> prompts;
    /// Milliseconds of each turn without verification.
    private double[] unverified;
    /// Milliseconds of each turn combined in the order of arrival; null where nothing can arrive in another order.
    private double[] arrivals;

    /// @param stop ends the measuring early
    /// @param progress is told what is being measured
    public Benchmark(BenchPlan plan, StopSignal stop, Consumer<String> progress) {
        this.plan = plan;
        this.stop = stop;
        this.progress = progress;
    }

    /// Measures all of the plan; takes one to two minutes for a hundred prompts of fifty tokens on two processors.
    ///
    /// @throws InterruptedException if it was stopped: half a measurement is none
    /// @throws throttlelab.engine.InputException if the model or a prompt cannot be read
    public BenchResult measure() throws InterruptedException {
        figures.add(Figure.less("load_first_ms", "Loading the model, first in a JVM", "ms", Sample.of(load())));
        loads();
        prompts = plan.prompts().stream().map(prompt -> model.tokenizer().encodePrompt(prompt.text())).toList();
        starts();
        progress.accept("warming up");
        batch(Runs.OPTIONS, plan.settings(), Profiles.NONE);
        stream(plan.settings(), Runs.OPTIONS);
        double[] verified = batches();
        Paired verification = Paired.of(verified, unverified);
        Optional<Paired> waiting = arrivals == null ? Optional.empty() : Optional.of(Paired.of(verified, arrivals));
        double stream = streams();
        stages();
        limits(stream);
        criticalPath();
        busy(stream);
        Optional<Verdict> verdict = plan.bet().isEmpty() ? Optional.empty() : Optional.of(bet(plan.bet().get()));
        ResidentMemory.peakBytes().ifPresent(bytes -> figures.add(Figure.less("peak_resident_mb", "Peak resident memory",
                "MB", Sample.of(bytes / 1048576.0))));
        List<Figure.Curve> curves = plan.curves() ? new Curves(runs, plan, prompts, progress).measure() : List.of();
        return new BenchResult(Environment.current(Runs.OPTIONS.kernels().name()), ModelIdentity.of(model),
                plan, prompts.stream().mapToLong(prompt -> prompt.length).sum(), figures, verification, waiting, curves,
                verdict);
    }

    private double load() throws InterruptedException {
        if (stop.raised()) {
            throw new InterruptedException("stopped");
        }
        model = null;
        runs = null;
        long began = System.nanoTime();
        model = Model.load(plan.model());
        double millis = (System.nanoTime() - began) / 1e6;
        runs = new Runs(model, stop);
        return millis;
    }

    private void loads() throws InterruptedException {
        double[] loads = new double[plan.repeat()];
        for (int run = 0; run < loads.length; run++) {
            progress.accept("load, run " + (run + 1) + " of " + loads.length);
            loads[run] = load();
        }
        figures.add(Figure.less("load_ms", "Loading the model again", "ms", Sample.of(loads)));
    }

    private void starts() throws InterruptedException {
        Optional<FreshStart> start = FreshStart.of(plan.model());
        if (start.isEmpty()) {
            return;
        }
        List<Double> millis = new ArrayList<>();
        for (int run = 0; run < plan.repeat(); run++) {
            progress.accept("start to first token, run " + (run + 1) + " of " + plan.repeat());
            OptionalDouble one = start.get().millisToFirstToken();
            one.ifPresent(millis::add);
        }
        if (!millis.isEmpty()) {
            figures.add(Figure.less("first_token_ms", "Start of the program to first token", "ms",
                    Sample.of(millis.stream().mapToDouble(Double::doubleValue).toArray())));
        }
    }

    /// The batch as it is, without verification, and combined in the order of arrival, in turns.
    ///
    /// @return the milliseconds of each turn as it is
    private double[] batches() throws InterruptedException {
        FederationOptions verifying = Runs.OPTIONS;
        boolean hasArrivals = plan.settings().partition() != PartitionKind.PIPELINE && plan.settings().workers() > 2;
        FederationSettings arrival = Runs.with(plan.settings(), CombinePolicy.ARRIVAL_ORDER);
        List<Run> real = new ArrayList<>();
        int turns = Math.max(TURNS, plan.repeat());
        unverified = new double[turns];
        arrivals = hasArrivals ? new double[turns] : null;
        for (int run = 0; run < turns; run++) {
            progress.accept("batch, turn " + (run + 1) + " of " + turns);
            boolean realFirst = run % 2 == 0;
            if (realFirst) {
                real.add(batch(verifying, plan.settings(), Profiles.NONE));
            }
            unverified[run] = batch(verifying.unverified(), plan.settings(), Profiles.NONE).millis();
            if (hasArrivals) {
                arrivals[run] = batch(verifying, arrival, Profiles.NONE).millis();
            }
            if (!realFirst) {
                real.add(batch(verifying, plan.settings(), Profiles.NONE));
            }
        }
        figures.add(Figure.more("batch_generation_tokens_per_s", "Batch, generation", RATE, sample(real, Run::generation)));
        figures.add(Figure.more("batch_whole_tokens_per_s", "Batch, prompts and all", RATE, sample(real, Run::whole)));
        figures.add(Figure.more("batch_prefill_tokens_per_s", "Batch, prefill", RATE, sample(real, Run::prefill)));
        figures.add(Figure.less("batch_allocated_kb", "Batch, memory allocated for a token", "KB",
                sample(real, run -> run.allocatedPerToken() / KB)));
        return real.stream().mapToDouble(Run::millis).toArray();
    }

    private double streams() throws InterruptedException {
        List<Run> streams = new ArrayList<>();
        for (int run = 0; run < plan.repeat(); run++) {
            progress.accept("one stream, run " + (run + 1) + " of " + plan.repeat());
            streams.add(stream(plan.settings(), Runs.OPTIONS));
        }
        Sample sample = sample(streams, Run::generation);
        figures.add(Figure.more("stream_generation_tokens_per_s", "One stream, generation", RATE, sample));
        figures.add(Figure.less("stream_allocated_kb", "One stream, memory allocated for a token", "KB",
                sample(streams, run -> run.allocatedPerToken() / KB)));
        return sample.median();
    }

    private void stages() throws InterruptedException {
        progress.accept("cost of a stage");
        int workers = plan.settings().workers();
        figures.add(Figure.less("stage_us", "Cost of a stage, " + workers + (workers == 1 ? " worker" : " workers"), "µs",
                stageMicros(plan.settings())));
        figures.add(Figure.less("stage_one_worker_us", "Cost of a stage, 1 worker", "µs",
                stageMicros(Runs.with(plan.settings(), 1))));
    }

    private Sample stageMicros(FederationSettings settings) throws InterruptedException {
        double[] micros = new double[plan.repeat()];
        for (int run = 0; run < micros.length; run++) {
            StageClock clock = new StageClock(Math.min(processors, settings.workers()));
            stream(settings, Runs.OPTIONS.withObserver(clock));
            micros[run] = clock.medianMicros();
        }
        return Sample.of(micros);
    }

    /// What the machine could do at most, and what is reached of it.
    private void limits(double stream) throws InterruptedException {
        progress.accept("limits of the machine");
        Limits limits = new Limits();
        double[] peak = new double[plan.repeat()];
        double[] products = new double[plan.repeat()];
        double[] memory = new double[plan.repeat()];
        for (int run = 0; run < plan.repeat(); run++) {
            runs.refuseIfStopped();
            peak[run] = limits.peakGflops();
            products[run] = limits.productGflops(model, ROWS);
            memory[run] = limits.memoryGigabytes();
        }
        Sample most = Sample.of(peak);
        Sample reached = Sample.of(products);
        Sample bandwidth = Sample.of(memory);
        figures.add(Figure.more("peak_gflops", "Peak of multiply-adds, fp32", "GFLOP/s", most));
        figures.add(Figure.more("product_gflops", "Matrix products of " + ROWS + " rows", "GFLOP/s", reached));
        figures.add(Figure.more("product_share", "Their share of the peak", "%",
                Sample.of(100 * reached.median() / most.median())));
        figures.add(Figure.more("memory_gb_per_s", "Reading memory", "GB/s", bandwidth));
        double read = stream * Limits.bytesOfAToken(model) / 1e9;
        figures.add(Figure.more("stream_gb_per_s", "Weights that one stream reads", "GB/s", Sample.of(read)));
        figures.add(Figure.more("stream_share", "Its share of the bandwidth", "%",
                Sample.of(100 * read / bandwidth.median())));
    }

    /// All workers slowed: wall time against the least time that the work and the delays take.
    private void criticalPath() throws InterruptedException {
        double[] walls = new double[plan.repeat()];
        double[] ratios = new double[plan.repeat()];
        ThrottleProfile steady = Profiles.parse("steady").getFirst();
        for (int run = 0; run < ratios.length; run++) {
            progress.accept("steady, run " + (run + 1) + " of " + ratios.length);
            CriticalPath path = new CriticalPath(Math.min(processors, plan.settings().workers()));
            Run measured = batch(Runs.OPTIONS.withObserver(path), plan.settings(), steady);
            walls[run] = measured.millis();
            ratios[run] = measured.report().wallNanos() / (double) path.nanos();
        }
        figures.add(Figure.less("steady_ms", "Batch under steady 5×", "ms", Sample.of(walls)));
        figures.add(Figure.less("steady_to_critical_path", "Its wall time to its critical path", "", Sample.of(ratios)));
    }

    /// The same with another job that holds a processor.
    private void busy(double stream) throws InterruptedException {
        double[] busy = new double[plan.repeat()];
        for (int run = 0; run < busy.length; run++) {
            progress.accept("one stream beside another job, run " + (run + 1) + " of " + busy.length);
            try (BusyCore _ = new BusyCore()) {
                busy[run] = stream(plan.settings(), Runs.OPTIONS).generation();
            }
        }
        Sample sample = Sample.of(busy);
        figures.add(Figure.more("stream_busy_tokens_per_s", "One stream, another job on one core", RATE, sample));
        figures.add(Figure.more("stream_busy_share", "Its share of the quiet speed", "%",
                Sample.of(100 * sample.median() / stream)));
    }

    /// The whole bet: all its profiles, with this plan's prompts, tokens and batch.
    private Verdict bet(Criteria criteria) throws InterruptedException {
        progress.accept("the whole bet");
        BetPlan betPlan = new BetPlan(plan.prompts(), plan.tokens(),
                Profiles.parse(String.join(",", criteria.design().profiles())), plan.settings(), plan.batch(), 1);
        Bet bet = new Bet(new ModelRunner(model, Runs.OPTIONS), betPlan, criteria, List.of(),
                InstantSource.system());
        try (StopSignal.Registration _ = stop.onStop(bet::stop)) {
            long began = System.nanoTime();
            BetResult result = bet.run(BetListener.NONE);
            runs.refuseIfStopped();
            figures.add(Figure.less("bet_ms", "The whole bet, " + result.verdict(), "ms",
                    Sample.of((System.nanoTime() - began) / 1e6)));
            return result.verdict();
        }
    }

    private Run batch(FederationOptions options, FederationSettings settings, ThrottleProfile profile)
            throws InterruptedException {
        return runs.batches(settings, options, profile, prompts, plan.batch(), plan.tokens());
    }

    private Run stream(FederationSettings settings, FederationOptions options) throws InterruptedException {
        return runs.streams(settings, options, prompts, plan.tokens());
    }

    private static Sample sample(List<Run> measured, ToDoubleFunction<Run> quantity) {
        return Sample.of(measured.stream().mapToDouble(quantity).toArray());
    }
}
