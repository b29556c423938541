package throttlelab.app.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import javafx.scene.control.Slider;
import throttlelab.app.host.Folders;
import throttlelab.app.host.LogFile;
import throttlelab.app.host.StopSignal;
import throttlelab.app.window.OpenWindow;
import throttlelab.engine.InputException;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.model.Model;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.TokenStream;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;

/// Minutes of real time with the window open: prompt after prompt, at full speed and in slow motion in turns, while the
/// workers' sliders are moved all the time. Every stream is compared with the baseline that the window opens with.
public final class WindowSoak {

    private static final double NANOS_PER_MINUTE = 6e10;
    private static final int LOOKS = 10;
    private static final long MOVE_MILLIS = 50;
    private static final double FULL_SPEED = 0;
    private static final int FULL_SPEED_TOKENS = 50;
    /// Milliseconds of nominal work a stage: with the slowdowns, stages that eyes can follow.
    private static final double SLOW_MOTION = 2;
    private static final int SLOW_MOTION_TOKENS = 8;

    private final Folders folders;
    private final LogFile log;
    private final long span;
    private final long seed;
    private final StopSignal stop;
    private final Consumer<String> progress;
    private final AtomicLong moves = new AtomicLong();
    private OpenWindow window;
    private LabViewModel lab;
    private MeasuredLab hand;
    private volatile boolean over;
    private long prompts;
    private long tokens;
    private long divergent;

    /// @param minutes how long it runs
    /// @param stop ends it early
    /// @param progress is told how far it is
    public WindowSoak(Folders folders, LogFile log, double minutes, long seed, StopSignal stop,
            Consumer<String> progress) {
        this.folders = folders;
        this.log = log;
        this.span = Math.round(minutes * NANOS_PER_MINUTE);
        this.seed = seed;
        this.stop = stop;
        this.progress = progress;
    }

    /// Opens the window, runs in it, and closes it.
    ///
    /// @throws InterruptedException if it was stopped: half a soak is none
    /// @throws throttlelab.engine.RunException if there is no screen
    /// @throws InputException if there is no baseline to compare with
    public SoakResult run() throws InterruptedException {
        try (StopSignal.Registration _ = stop.onStop(Thread.currentThread()::interrupt);
                OpenWindow opened = OpenWindow.open(folders, log)) {
            window = opened;
            lab = opened.lab();
            hand = new MeasuredLab(opened);
            hand.awaitLoaded();
            Thread mover = Thread.ofPlatform().name("slider-mover").daemon(true).start(this::moveSliders);
            try {
                return runOpened();
            } finally {
                over = true;
                mover.interrupt();
            }
        }
    }

    private SoakResult runOpened() throws InterruptedException {
        Model model = window.onFx(lab::model);
        HeapLog heap = new HeapLog();
        long began = System.nanoTime();
        int looks = 0;
        for (long now = began; now - began < span; now = System.nanoTime()) {
            runOnce();
            if (stop.raised()) {
                throw new InterruptedException("stopped");
            }
            if (System.nanoTime() - began >= span / LOOKS * (looks + 1)) {
                looks++;
                heap.look();
                progress.accept(String.format(Locale.ROOT, "%.1f minutes", (System.nanoTime() - began) / NANOS_PER_MINUTE));
            }
        }
        long wall = System.nanoTime() - began;
        return new SoakResult(Environment.current(FederationOptions.DEFAULT.kernels().name()), ModelIdentity.of(model),
                true, seed, wall, wall, prompts, tokens, divergent, moves.get(), heap.samples());
    }

    private void runOnce() throws InterruptedException {
        boolean slow = prompts % 2 == 1;
        int count = slow ? SLOW_MOTION_TOKENS : FULL_SPEED_TOKENS;
        PromptItem prompt = window.onFx(() -> {
            PromptItem next = lab.setup().prompts().get((int) (prompts % lab.setup().prompts().size()));
            lab.setup().promptProperty().set(next);
            return next;
        });
        hand.run(slow ? SLOW_MOTION : FULL_SPEED, count);
        LiveRun run = window.onFx(() -> lab.run().orElseThrow());
        TokenStream expected = window.onFx(() -> lab.baseline().of(prompt)).filter(b -> b.length() >= count)
                .orElseThrow(() -> new InputException("The window opened without a baseline of the prompt " + prompt.id()
                        + ": put one into samples/baselines."));
        GeneratedStream stream = run.stream().generated(run.setup().promptTokens());
        prompts++;
        tokens += stream.tokens().length;
        divergent += stream.tokens().length == count
                && Arrays.equals(stream.tokens(), Arrays.copyOf(expected.tokens(), count))
                && Arrays.equals(stream.logprobs(), Arrays.copyOf(expected.logprobs(), count)) ? 0 : 1;
    }

    /// As a person moves them, one after another, each to somewhere else.
    private void moveSliders() {
        ChangingProfile places = new ChangingProfile(seed);
        try {
            while (!over) {
                TimeUnit.MILLISECONDS.sleep(MOVE_MILLIS);
                long move = moves.incrementAndGet();
                int worker = (int) (move % lab.setup().workers());
                window.onFx(() -> {
                    Slider slider = (Slider) window.scene().lookup("#workersSlider" + worker);
                    slider.setValue(slider.getMin() + places.chance(worker, move) * (slider.getMax() - slider.getMin()));
                    return null;
                });
            }
        } catch (InterruptedException e) {
            // The soak is over.
        }
    }
}
