package throttlelab.app.bench;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import throttlelab.app.host.StopSignal;
import throttlelab.engine.bet.Bet;
import throttlelab.engine.bet.BetListener;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.bet.ModelRunner;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.StageObserver;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// Measures a plan. What is compared with each other is measured in turns, so that a machine that slows down meanwhile
/// slows both down.
public final class Benchmark {

    /// One measured batch.
    /// What is measured is a run that nothing happens to.
    private static final FederationOptions OPTIONS = FederationOptions.DEFAULT.withPatience(Patience.NONE);

    private record Batch(FederationReport report, long promptTokens, long newTokens, int streams) {

        private double generation() {
            return (newTokens - streams) / seconds(report.wallNanos() - report.prefillNanos());
        }

        private double whole() {
            return newTokens / seconds(report.wallNanos());
        }

        private double prefill() {
            return promptTokens / seconds(report.prefillNanos());
        }

        private double millis() {
            return report.wallNanos() / 1e6;
        }

        private static double seconds(long nanos) {
            return nanos / 1e9;
        }
    }

    private final BenchPlan plan;
    private final StopSignal stop;
    private final Consumer<String> progress;
    private Model model;
    private List<int[]> prompts;

    /// @param stop ends the measuring early
    /// @param progress is told what is being measured
    public Benchmark(BenchPlan plan, StopSignal stop, Consumer<String> progress) {
        this.plan = plan;
        this.stop = stop;
        this.progress = progress;
    }

    /// Measures all of the plan; takes about a minute for a hundred prompts of fifty tokens on two processors.
    ///
    /// @throws InterruptedException if it was stopped: half a measurement is none
    /// @throws throttlelab.engine.InputException if the model or a prompt cannot be read
    public BenchResult measure() throws InterruptedException {
        double[] loads = new double[plan.repeat()];
        loads[0] = load();
        prompts = plan.prompts().stream().map(prompt -> model.tokenizer().encodePrompt(prompt.text())).toList();
        FederationOptions verifying = OPTIONS;
        progress.accept("warming up");
        batch(verifying);
        stream(plan.settings(), StageObserver.NONE);
        List<Batch> verified = new ArrayList<>();
        List<Batch> unverified = new ArrayList<>();
        for (int run = 0; run < plan.repeat(); run++) {
            progress.accept("batch, run " + (run + 1) + " of " + plan.repeat());
            boolean verifiedFirst = run % 2 == 0;
            (verifiedFirst ? verified : unverified).add(batch(verifiedFirst ? verifying : verifying.unverified()));
            (verifiedFirst ? unverified : verified).add(batch(verifiedFirst ? verifying.unverified() : verifying));
        }
        double[] streams = new double[plan.repeat()];
        for (int run = 0; run < streams.length; run++) {
            progress.accept("one stream, run " + (run + 1) + " of " + plan.repeat());
            streams[run] = stream(plan.settings(), StageObserver.NONE).generation();
        }
        progress.accept("cost of a stage");
        Sample stage = stageMicros(plan.settings());
        Sample stageAlone = stageMicros(new FederationSettings(plan.settings().partition(), 1,
                CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL));
        Optional<BenchResult.BetTime> bet = plan.bet().isEmpty() ? Optional.empty() : Optional.of(bet(plan.bet().get()));
        OptionalLong peak = ResidentMemory.peakBytes();
        ModelIdentity identity = ModelIdentity.of(model);
        for (int run = 1; run < loads.length; run++) {
            progress.accept("load, run " + (run + 1) + " of " + loads.length);
            loads[run] = load();
        }
        return new BenchResult(Environment.current(FederationOptions.DEFAULT.kernels().name()), identity, plan,
                prompts.stream().mapToLong(prompt -> prompt.length).sum(), Sample.of(loads),
                sample(verified, Batch::generation), sample(verified, Batch::whole), sample(verified, Batch::prefill),
                Sample.of(streams), sample(verified, Batch::millis), sample(unverified, Batch::millis), stage,
                stageAlone, peak, bet);
    }

    private double load() throws InterruptedException {
        refuseIfStopped();
        model = null;
        long began = System.nanoTime();
        model = Model.load(plan.model());
        return (System.nanoTime() - began) / 1e6;
    }

    private Sample stageMicros(FederationSettings settings) throws InterruptedException {
        double[] micros = new double[plan.repeat()];
        int processors = Runtime.getRuntime().availableProcessors();
        for (int run = 0; run < micros.length; run++) {
            StageClock clock = new StageClock(Math.min(processors, settings.workers()));
            stream(settings, clock);
            micros[run] = clock.medianMicros();
        }
        return Sample.of(micros);
    }

    /// The whole bet: all its profiles, with this plan's prompts, tokens and batch.
    private BenchResult.BetTime bet(Criteria criteria) throws InterruptedException {
        progress.accept("the whole bet");
        BetPlan betPlan = new BetPlan(plan.prompts(), plan.tokens(),
                Profiles.parse(String.join(",", criteria.design().profiles())), plan.settings(), plan.batch(), 1);
        Bet bet = new Bet(new ModelRunner(model, OPTIONS), betPlan, criteria, List.of(),
                InstantSource.system());
        try (StopSignal.Registration _ = stop.onStop(bet::stop)) {
            long began = System.nanoTime();
            BetResult result = bet.run(BetListener.NONE);
            refuseIfStopped();
            return new BenchResult.BetTime((System.nanoTime() - began) / 1e6, result.verdict());
        }
    }

    /// All prompts, in batches.
    private Batch batch(FederationOptions options) throws InterruptedException {
        List<List<int[]>> batches = IntStream.iterate(0, i -> i < prompts.size(), i -> i + plan.batch())
                .mapToObj(i -> prompts.subList(i, Math.min(i + plan.batch(), prompts.size()))).toList();
        return run(plan.settings(), options, batches);
    }

    /// Some prompts, one after another.
    private Batch stream(FederationSettings settings, StageObserver observer) throws InterruptedException {
        return run(settings, OPTIONS.withObserver(observer),
                prompts.stream().limit(BenchPlan.STREAMS).map(List::of).toList());
    }

    private Batch run(FederationSettings settings, FederationOptions options, List<List<int[]>> batches)
            throws InterruptedException {
        refuseIfStopped();
        Throttle throttle = new Throttle(Profiles.NONE, settings.workers());
        try (Federation federation = Federation.open(model, settings, throttle, options);
                StopSignal.Registration _ = stop.onStop(federation::stop)) {
            for (List<int[]> batch : batches) {
                federation.run(batch, plan.tokens(), RunListener.NONE);
            }
            refuseIfStopped();
            int streams = batches.stream().mapToInt(List::size).sum();
            return new Batch(federation.report(), batches.stream().flatMap(List::stream).mapToLong(p -> p.length).sum(),
                    (long) streams * plan.tokens(), streams);
        }
    }

    private void refuseIfStopped() throws InterruptedException {
        if (stop.raised()) {
            throw new InterruptedException("stopped");
        }
    }

    private static Sample sample(List<Batch> batches, ToDoubleFunction<Batch> quantity) {
        return Sample.of(batches.stream().mapToDouble(quantity).toArray());
    }
}
