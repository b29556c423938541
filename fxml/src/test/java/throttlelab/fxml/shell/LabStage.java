package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import throttlelab.engine.live.LiveRun;
import throttlelab.fxml.lab.LabFiles;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.problem.ProblemViewModel;
import throttlelab.fxml.testing.Frames;
import throttlelab.fxml.testing.Hands;
import throttlelab.fxml.testing.KeptTexts;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;
import throttlelab.fxml.tour.TourViewModel;

/// The whole content of the window on a stage without a screen, and a person in front of it. Whatever is warned of in
/// the meantime fails the test.
final class LabStage implements AutoCloseable {

    static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));
    static final Path MODEL = SAMPLES.resolve("fractalmoe-30m");
    static final Path PROMPTS = SAMPLES.resolve("prompts").resolve("bet45.jsonl");
    private static final long LIMIT_SECONDS = 30;

    final Hands robot = new Hands();
    final AnsweringDialogs dialogs = new AnsweringDialogs();
    /// What was put on the clipboard.
    final List<String> copied = new ArrayList<>();
    /// What pictures were put on the clipboard.
    final List<Image> copiedPictures = new ArrayList<>();
    final LabViewModel lab;
    final ProblemViewModel problems;
    final Themes themes;
    final Scene scene;
    private final Warnings warnings;
    private final Stage stage;

    private LabStage(Supplier<LabFiles> files) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        warnings = new Warnings();
        // A stage of its own: TestFX keeps every event of the primary one, and with it every window that heard it.
        stage = onFx(() -> new Stage());
        lab = onFx(LabViewModel::new);
        themes = onFx(Themes::new);
        problems = onFx(() -> new ProblemViewModel(lab));
        scene = onFx(() -> open(files));
    }

    private Scene open(Supplier<LabFiles> files) {
        lab.samplesProperty().set(SAMPLES);
        TourViewModel.spare(lab);
        Runnable load = () -> lab.load(files);
        Parent root = Shell.load(lab, problems, themes, dialogs, new KeptTexts(copied), copiedPictures::add, load);
        Scene made = new Scene(root, 1000, 700);
        themes.dress(made);
        stage.setScene(made);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        stage.setWidth(1000);
        stage.setHeight(700);
        load.run();
        return made;
    }

    /// With the shipped model and prompts, and no baseline.
    static LabStage shipped() throws TimeoutException {
        return of(new LabFiles(MODEL, PROMPTS, List.of()));
    }

    /// With what `files` names, ready to run.
    static LabStage of(LabFiles files) throws TimeoutException {
        LabStage window = new LabStage(() -> files);
        window.await(LabState.READY);
        return window;
    }

    /// With what `files` finds, not waited for.
    static LabStage loading(Supplier<LabFiles> files) throws TimeoutException {
        return new LabStage(files);
    }

    static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS), work);
    }

    static void onFx(Runnable work) {
        onFx(() -> {
            work.run();
            return null;
        });
    }

    /// Waits until something is so, as seen on the FX thread.
    void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("not within " + LIMIT_SECONDS + " s: " + what + "; the lab is "
                    + lab.stateProperty().get() + ", problem: " + problems.sentenceProperty().get(), e);
        }
        Frames.settle();
    }

    void await(LabState state) {
        until("the lab is " + state, () -> lab.stateProperty().get() == state);
    }

    /// A run of two tokens, 20 ms a stage.
    void slowMotion() {
        onFx(() -> {
            lab.setup().tokensProperty().set(2);
            lab.setup().tempoProperty().set(20);
        });
    }

    /// A run that would take minutes.
    void verySlowMotion() {
        onFx(() -> lab.setup().tempoProperty().set(1000));
    }

    /// The newest run.
    LiveRun run() {
        return onFx(() -> lab.run().orElseThrow());
    }

    void zoom(int percent) {
        onFx(() -> themes.zoomProperty().set(percent));
        frame();
    }

    /// Waits for a whole frame, so that style sheets and layout have followed.
    void frame() {
        CountDownLatch drawn = new CountDownLatch(1);
        onFx(() -> {
            scene.addPostLayoutPulseListener(drawn::countDown);
            Platform.requestNextPulse();
        });
        try {
            assertThat(drawn.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Takes the focus away from every control, and presses a key.
    void key(KeyCode... keys) {
        onFx(() -> scene.getRoot().requestFocus());
        robot.push(keys);
    }

    void click(String id) {
        robot.clickOn("#" + id);
    }

    /// What has this id; it must be there.
    <T extends Node> T node(String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    /// Whether something with this id can be seen.
    boolean seen(String id) {
        return onFx(() -> robot.lookup("#" + id).tryQuery().filter(node -> visible(node)).isPresent());
    }

    private static boolean visible(Node node) {
        return node.isVisible() && (node.getParent() == null || visible(node.getParent()));
    }

    void picture(String view) {
        for (Theme theme : Theme.values()) {
            onFx(() -> themes.themeProperty().set(theme));
            frame();
            Pictures.write(scene, view + "-" + theme.id());
        }
    }

    @Override
    public void close() {
        onFx(() -> {
            stage.close();
            // Without a screen the robot remembers the last stage, and a stage its last scene but one.
            stage.setScene(new Scene(new Region()));
            stage.setScene(new Scene(new Region()));
            lab.close();
        });
        warnings.close();
    }
}
