package throttlelab.app.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import throttlelab.app.bench.Figure.Curve;
import throttlelab.app.bench.Figure.Point;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;

/// How speed and memory go with the number of workers, the batch, and the context. A point is the median of its runs.
final class Curves {

    private static final List<Integer> WORKERS = List.of(1, 2, 4, 8);
    private static final List<Integer> BATCHES = List.of(1, 2, 4, 8, 16, 32, 64, 100, 128, 256);
    private static final List<Integer> CONTEXTS = List.of(32, 64, 128, 256, 512);
    /// New tokens at the end of a context.
    private static final int END = 16;

    private final Runs runs;
    private final BenchPlan plan;
    private final List<int[]> prompts;
    private final Consumer<String> progress;

    Curves(Runs runs, BenchPlan plan, List<int[]> prompts, Consumer<String> progress) {
        this.runs = runs;
        this.plan = plan;
        this.prompts = prompts;
        this.progress = progress;
    }

    /// One value to be measured at a point.
    @FunctionalInterface
    private interface Measurement {
        double value(int at) throws InterruptedException;
    }

    List<Curve> measure() throws InterruptedException {
        FederationSettings settings = plan.settings();
        FederationOptions options = Runs.OPTIONS;
        List<Integer> contexts = CONTEXTS.stream()
                .filter(context -> context <= runs.model().config().maxPositions()).toList();
        return List.of(
                curve("stream_by_workers", "One stream, generation", "workers", "tokens/s", WORKERS, workers ->
                        runs.streams(Runs.with(settings, workers), options, prompts, plan.tokens()).generation()),
                curve("batch_by_workers", "Batch, generation", "workers", "tokens/s", WORKERS, workers ->
                        runs.batches(Runs.with(settings, workers), options, Profiles.NONE, prompts, plan.batch(),
                                plan.tokens()).generation()),
                curve("stage_by_workers", "Cost of a stage", "workers", "µs", WORKERS, workers -> {
                    StageClock clock = new StageClock(Math.min(Runtime.getRuntime().availableProcessors(), workers));
                    runs.streams(Runs.with(settings, workers), options.withObserver(clock), prompts, plan.tokens());
                    return clock.medianMicros();
                }),
                curve("generation_by_batch", "Generation", "batch", "tokens/s", BATCHES, batch ->
                        runs.batches(settings, options, Profiles.NONE, repeated(batch), batch, plan.tokens())
                                .generation()),
                curve("memory_by_batch", "Memory in use", "batch", "MB", BATCHES, this::megabytes),
                curve("generation_by_context", "One stream, generation up to a context", "context", "tokens/s", contexts,
                        context -> runs.streams(settings, options, List.of(context(context - END)), END).generation()));
    }

    private Curve curve(String id, String words, String along, String unit, List<Integer> where, Measurement measurement)
            throws InterruptedException {
        List<Point> points = new ArrayList<>();
        for (int at : where) {
            progress.accept("curve of " + words.toLowerCase(Locale.ROOT) + ", " + along + " " + at);
            double[] values = new double[plan.repeat()];
            for (int run = 0; run < values.length; run++) {
                values[run] = measurement.value(at);
            }
            points.add(new Point(at, Sample.of(values).median()));
        }
        return new Curve(id, words, along, unit, points);
    }

    /// As many prompts as asked for: the plan's, over and over.
    private List<int[]> repeated(int count) {
        return IntStream.range(0, count).mapToObj(i -> prompts.get(i % prompts.size())).toList();
    }

    /// A prompt of `length` tokens: the plan's prompts, one after another.
    private int[] context(int length) {
        return IntStream.iterate(0, i -> i + 1).boxed()
                .flatMap(i -> IntStream.of(prompts.get(i % prompts.size())).boxed())
                .limit(length).mapToInt(Integer::intValue).toArray();
    }

    /// What is in use after a batch, with all its caches, once garbage is gone.
    private double megabytes(int batch) throws InterruptedException {
        runs.refuseIfStopped();
        Throttle throttle = new Throttle(Profiles.NONE, plan.settings().workers());
        try (Federation federation = Federation.open(runs.model(), plan.settings(), throttle, Runs.OPTIONS)) {
            federation.run(repeated(batch), plan.tokens(), RunListener.NONE);
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
        }
    }
}
