package throttlelab.app.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import throttlelab.app.host.Folders;
import throttlelab.app.host.LogFile;
import throttlelab.app.host.StopSignal;
import throttlelab.app.window.OpenWindow;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;
import throttlelab.fxml.lab.SetupViewModel;

/// Measures what the window costs a run, and how smoothly it shows one. With and without the window is measured in turns,
/// so that a machine that slows down meanwhile slows both down.
public final class WindowBenchmark {

    private static final long TURN_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final long REST_MILLIS = 300;
    private static final int WARM_UP_TURNS = 12;
    private static final double COMPILING_SHARE = 0.02;
    private static final int SLOW_MOTION_SECONDS = 8;
    private static final int SETTLING_SECONDS = 2;
    private static final int IDLE_SECONDS = 3;
    /// More than come while slow motion is looked at.
    private static final int SLOW_TOKENS = 50;
    private static final double FULL_SPEED = 0;

    /// Runs one after another.
    private static final class Turn {

        private final int tokens;
        private long generated;
        private long nanos;

        private Turn(int tokens) {
            this.tokens = tokens;
        }

        private void add(FederationReport report) {
            generated += tokens - 1;
            nanos += report.wallNanos() - report.prefillNanos();
        }

        private double rate() {
            return generated / (nanos / 1e9);
        }
    }

    private final Folders folders;
    private final LogFile log;
    private final int tokens;
    private final int repeat;
    private final StopSignal stop;
    private final Consumer<String> progress;
    private OpenWindow window;
    private MeasuredLab lab;
    private Model model;
    private int[] prompt;

    /// @param tokens new tokens in each run, 2 or more
    /// @param repeat how many turns count; others, uncounted, warm the JVM up
    /// @param stop ends the measuring early
    /// @param progress is told what is being measured
    public WindowBenchmark(Folders folders, LogFile log, int tokens, int repeat, StopSignal stop,
            Consumer<String> progress) {
        this.folders = folders;
        this.log = log;
        this.tokens = tokens;
        this.repeat = repeat;
        this.stop = stop;
        this.progress = progress;
    }

    /// Opens the window, measures, and closes it; takes about 15 seconds, 10 for each turn, and up to two minutes to warm up.
    ///
    /// @throws InterruptedException if it was stopped: half a measurement is none
    /// @throws throttlelab.engine.RunException if there is no screen
    public WindowResult measure() throws InterruptedException {
        progress.accept("loading");
        try (StopSignal.Registration _ = stop.onStop(Thread.currentThread()::interrupt);
                OpenWindow opened = OpenWindow.open(folders, log)) {
            window = opened;
            lab = new MeasuredLab(opened);
            lab.awaitLoaded();
            model = opened.onFx(opened.lab()::model);
            prompt = model.tokenizer().encodePrompt(lab.prompt());
            return measureOpened();
        }
    }

    private WindowResult measureOpened() throws InterruptedException {
        WindowResult.Screen screen = lab.screen();
        warmUp();
        lab.takeFrames();
        double[] headless = new double[repeat];
        double[] windowed = new double[repeat];
        for (int turn = 0; turn < repeat; turn++) {
            progress.accept("full speed, turn " + (turn + 1) + " of " + repeat);
            boolean headlessFirst = turn % 2 == 0;
            if (headlessFirst) {
                headless[turn] = headlessTurn();
            }
            windowed[turn] = windowedTurn();
            if (!headlessFirst) {
                headless[turn] = headlessTurn();
            }
        }
        long[] intervals = lab.takeFrames();
        Optional<Frames> fullSpeed = intervals.length == 0 ? Optional.empty() : Optional.of(Frames.of(intervals));
        window.show(true);
        Frames slowMotion = slowMotion();
        return new WindowResult(Environment.current(FederationOptions.DEFAULT.kernels().name()), ModelIdentity.of(model),
                screen, tokens, Sample.of(headless), Sample.of(windowed), fullSpeed, SetupViewModel.FIRST_TEMPO,
                slowMotion, idle());
    }

    /// Until the JVM has next to nothing left to compile: it compiles on the processors that the workers need.
    private void warmUp() throws InterruptedException {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        long compiled;
        long began;
        int turn = 0;
        do {
            progress.accept("warming up, turn " + ++turn + " of at most " + WARM_UP_TURNS);
            headlessTurn();
            began = System.nanoTime();
            compiled = compiler.getTotalCompilationTime();
            windowedTurn();
            compiled = compiler.getTotalCompilationTime() - compiled;
        } while (turn < WARM_UP_TURNS
                && compiled > COMPILING_SHARE * TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
    }

    /// As the command line runs it: nobody looks.
    private double headlessTurn() throws InterruptedException {
        window.show(false);
        TimeUnit.SECONDS.sleep(1);
        Turn turn = new Turn(tokens);
        long began = System.nanoTime();
        FederationSettings settings =
                new FederationSettings(PartitionKind.SLICED, 8, CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL);
        while (System.nanoTime() - began < TURN_NANOS) {
            Throttle throttle = new Throttle(Profiles.NONE, settings.workers());
            try (Federation federation = Federation.open(model, settings, throttle,
                    FederationOptions.DEFAULT.withPatience(Patience.NONE));
                    StopSignal.Registration _ = stop.onStop(federation::stop)) {
                federation.run(List.of(prompt), tokens, RunListener.NONE);
                refuseIfStopped();
                turn.add(federation.report());
            }
            // As between runs in the window: processors that have rested begin more slowly.
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        }
        return turn.rate();
    }

    private double windowedTurn() throws InterruptedException {
        window.show(true);
        TimeUnit.SECONDS.sleep(1);
        Turn turn = new Turn(tokens);
        long began = System.nanoTime();
        while (System.nanoTime() - began < TURN_NANOS) {
            turn.add(lab.run(FULL_SPEED, tokens));
            refuseIfStopped();
            // The end of this run is painted after it, and is not to be charged to the next.
            TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
        }
        return turn.rate();
    }

    private Frames slowMotion() throws InterruptedException {
        progress.accept("slow motion");
        lab.begin(SetupViewModel.FIRST_TEMPO, SLOW_TOKENS);
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        lab.count(true);
        TimeUnit.SECONDS.sleep(SLOW_MOTION_SECONDS);
        lab.count(false);
        lab.stop();
        return Frames.of(lab.takeFrames());
    }

    private Optional<Sample> idle() throws InterruptedException {
        progress.accept("idle");
        TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
        double[] shares = new double[repeat];
        for (int turn = 0; turn < repeat; turn++) {
            Optional<Duration> before = processorTime();
            long began = System.nanoTime();
            TimeUnit.SECONDS.sleep(IDLE_SECONDS);
            Optional<Duration> after = processorTime();
            if (before.isEmpty() || after.isEmpty()) {
                return Optional.empty();
            }
            shares[turn] = after.get().minus(before.get()).toNanos() / (double) (System.nanoTime() - began);
        }
        return Optional.of(Sample.of(shares));
    }

    private static Optional<Duration> processorTime() {
        return ProcessHandle.current().info().totalCpuDuration();
    }

    private void refuseIfStopped() throws InterruptedException {
        if (stop.raised()) {
            throw new InterruptedException("stopped");
        }
    }
}
