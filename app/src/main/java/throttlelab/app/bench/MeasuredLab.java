package throttlelab.app.bench;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Scene;
import throttlelab.app.window.OpenWindow;
import throttlelab.engine.LabException;
import throttlelab.engine.federation.FederationReport;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;

/// The lab in a window, run by a benchmark. Its methods are called from the thread that measures; that one waits while
/// the lab does what it does for a person.
final class MeasuredLab {

    private final OpenWindow window;
    private final LabViewModel lab;
    private final FrameClock frames = new FrameClock(this::picture);
    /// A run at full speed has been begun, and not yet its first stage.
    private boolean held;
    private boolean everyPulse;
    /// The bar that moves at full speed, once it has been found: to look for it takes longer than to paint it.
    private Node bar;

    MeasuredLab(OpenWindow window) throws InterruptedException {
        this.window = window;
        this.lab = window.lab();
        window.onFx(() -> {
            window.scene().addPostLayoutPulseListener(frames);
            lab.pulse().addGlance(this::glance);
            return null;
        });
    }

    /// Something of slow motion moves in every pulse. At full speed not every pulse has something new to paint.
    private Object picture() {
        if (everyPulse) {
            return new Object();
        }
        if (bar == null) {
            bar = window.scene().lookup("#barrierProgress");
        }
        return bar.queryAccessibleAttribute(AccessibleAttribute.VALUE);
    }

    /// The first look at a run lets it begin its first stage.
    private void glance() {
        if (held) {
            held = false;
            frames.begin();
        }
    }

    /// Waits until all is loaded.
    ///
    /// @throws LabException if it could not be
    void awaitLoaded() throws InterruptedException {
        untilIdle(() -> null, () -> { });
    }

    /// The prompt that stands ready.
    String prompt() throws InterruptedException {
        return window.onFx(() -> lab.setup().promptProperty().get().text());
    }

    /// Runs the prompt that stands ready and waits for its end. Frames count from its first stage to its last.
    ///
    /// @param tempo milliseconds a stage, or 0 for full speed
    FederationReport run(double tempo, int tokens) throws InterruptedException {
        return untilIdle(() -> lab.run().orElseThrow().report(), () -> start(tempo, tokens));
    }

    /// Begins such a run without waiting.
    void begin(double tempo, int tokens) throws InterruptedException {
        window.onFx(() -> {
            start(tempo, tokens);
            return null;
        });
    }

    private void start(double tempo, int tokens) {
        lab.setup().tempoProperty().set(tempo);
        lab.setup().tokensProperty().set(tokens);
        lab.runs().start(false);
    }

    /// Ends the run that was begun.
    void stop() throws InterruptedException {
        untilIdle(() -> null, lab.runs()::stop);
    }

    /// Lets every pulse count as a frame, or none any longer.
    void count(boolean counting) throws InterruptedException {
        window.onFx(() -> {
            countNow(counting);
            return null;
        });
    }

    private void countNow(boolean counting) {
        everyPulse = counting;
        if (counting) {
            frames.begin();
        } else {
            frames.end();
        }
    }

    /// The frames counted since the last time this was asked.
    long[] takeFrames() throws InterruptedException {
        return window.onFx(frames::take);
    }

    /// Does `action` and waits until the lab is idle.
    private <T> T untilIdle(Supplier<T> then, Runnable action) throws InterruptedException {
        CompletableFuture<T> idle = new CompletableFuture<>();
        ChangeListener<LabException> problem = (property, before, trouble) -> fail(idle, trouble);
        ChangeListener<LabState> state = (property, before, now) -> {
            if (now == LabState.RUNNING) {
                held = true;
            } else if (now.idle()) {
                held = false;
                frames.end();
                // A problem is set at the same moment, but after.
                Platform.runLater(() -> idle.complete(then.get()));
            }
        };
        window.onFx(() -> {
            lab.problemProperty().addListener(problem);
            lab.stateProperty().addListener(state);
            action.run();
            fail(idle, lab.problemProperty().get());
            if (lab.stateProperty().get().idle()) {
                idle.complete(then.get());
            }
            return null;
        });
        try {
            return idle.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof LabException trouble ? trouble : new IllegalStateException(e.getCause());
        } finally {
            window.onFx(() -> {
                lab.problemProperty().removeListener(problem);
                lab.stateProperty().removeListener(state);
                return null;
            });
        }
    }

    private static void fail(CompletableFuture<?> idle, LabException trouble) {
        if (trouble != null) {
            idle.completeExceptionally(trouble);
        }
    }

    /// What the window is shown on.
    WindowResult.Screen screen() throws InterruptedException {
        return window.onFx(() -> {
            Rectangle2D screen = javafx.stage.Screen.getPrimary().getBounds();
            Scene scene = window.scene();
            // JavaFX has no other public way to say whether it draws by itself.
            boolean hardware = Platform.isSupported(ConditionalFeature.SCENE3D);
            return new WindowResult.Screen((int) screen.getWidth(), (int) screen.getHeight(), (int) scene.getWidth(),
                    (int) scene.getHeight(), hardware,
                    Optional.ofNullable(System.getProperty("prism.order")));
        });
    }
}
