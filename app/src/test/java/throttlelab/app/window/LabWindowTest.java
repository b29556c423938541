package throttlelab.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.util.Duration;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import throttlelab.app.host.Folders;
import throttlelab.app.host.LogFile;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.theme.ColorSet;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;

/// The whole window as the program opens it, but for the screen.
class LabWindowTest {

    private static final String SAMPLES = System.getProperty("throttlelab.samples");
    private static final int LIMIT_SECONDS = 30;

    private static final Settings OLD = Settings.FIRST
            .with(new Looks(Theme.LIGHT, ColorSet.USUAL, Themes.USUAL, false))
            .with(new WindowPlace(Optional.empty(), 1000, 700, false)).with(Map.of("tour", "seen"));

    private final FxRobot robot = new FxRobot();
    @TempDir
    private Path folder;
    private SettingsFile file;
    private Stage stage;
    private LabWindow window;

    @BeforeEach
    void start() throws Exception {
        FxToolkit.registerPrimaryStage();
        // A stage of its own: TestFX keeps every event of the primary one, and with it every window that heard it.
        stage = onFx(Stage::new);
        file = new SettingsFile(folder);
    }

    @AfterEach
    void close() {
        if (window != null) {
            onFx(this::closeWindow);
        }
    }

    private Object closeWindow() {
        stage.hide();
        // Without a screen the robot remembers the last stage, and a stage its last scene but one.
        stage.setScene(new Scene(new Region()));
        stage.setScene(new Scene(new Region()));
        window.close();
        window = null;
        return null;
    }

    private void open(String samples) {
        open(Map.of(Folders.SAMPLES, samples));
    }

    private void open(Map<String, String> properties) {
        window = onFx(() -> new LabWindow(stage, new Folders(folder, properties::get, name -> null),
                new LogFile(List.of(folder)), file, new SessionFiles(folder), Duration.millis(50)));
    }

    private void openReady() {
        file.write(OLD);
        open(SAMPLES);
        await(LabState.READY);
    }

    @Test
    void opensWithModelAndFirstPromptReadyAndRunIsTheFirstThingToPress() throws Exception {
        openReady();

        assertThat(stage.getTitle()).startsWith("Throttle Lab");
        assertThat(lab().setup().promptProperty().get().id()).isEqualTo("p001");
        assertThat(text("transportTempoText")).isEqualTo("35 ms a stage");
        for (Theme theme : Theme.values()) {
            assertThat(stage.getScene().getRoot().getStyleClass()).contains("theme-" + theme.id());
            picture("window-" + theme.id());
            robot.push(KeyCode.CONTROL, KeyCode.T);
        }

        robot.clickOn("#transportRun");
        await(LabState.RUNNING);
        assertThat(text("transportRun")).isEqualTo("Pause");
    }

    @Test
    void theLogTellsWhenItCouldBeUsedAndTheSystemKnowsItByItsIcons() {
        openReady();

        Path log = folder.resolve(LogFile.NAME);
        until("the moment stands in the log", () -> Files.exists(log) && Files.readString(log)
                .contains(ReadyMoment.SENTENCE));
        assertThat(log).content().containsPattern(ReadyMoment.SENTENCE + "[0-9]+ ms after Java began\\.");
        assertThat(stage.getIcons()).extracting(Image::getWidth).containsExactly(16.0, 32.0, 48.0, 128.0);
        assertThat(stage.getIcons()).noneMatch(Image::isError);
    }

    @Test
    void aFileThatItWasOpenedWithIsComparedWithTheBaseline() throws Exception {
        Path recording = Files.copy(Path.of(SAMPLES, "bet", "45_throttle.batch-1.json"), folder.resolve("class.tlab"));
        file.write(OLD);
        open(SAMPLES);
        onFx(() -> {
            lab().openedProperty().set(recording);
            return null;
        });
        await(LabState.READY);

        until("the comparison is done", () -> stage.getScene().lookup("#compareVerdict") instanceof Labeled verdict
                && verdict.getText().equals("STRICT"));
        assertThat(text("compareNameA")).isEqualTo("class.tlab");
        assertThat(text("compareNameB")).isEqualTo("fractalmoe-30m-none.json");
    }

    @Test
    void closingItDuringARunEndsEveryThreadWithinASecond() {
        openReady();
        onFx(() -> {
            lab().setup().tempoProperty().set(1000);
            lab().setup().twinProperty().set(true);
            return null;
        });
        robot.clickOn("#transportRun");
        await(LabState.RUNNING);
        assertThat(labThreads()).contains("worker-0", "worker-7", "coordinator", "lab");

        long began = System.nanoTime();
        close();
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(1000);
        until("no thread is left", () -> labThreads().isEmpty());
        assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began)).isLessThan(1000);
    }

    @Test
    void anExceptionOnTheScreensThreadIsToldAndTheLabGoesOn() throws Exception {
        openReady();
        Platform.runLater(() -> {
            throw new IllegalStateException("nobody caught this");
        });

        awaitProblem("nobody caught this");
        assertThat(Files.readString(folder.resolve("throttlelab.log"))).contains("nobody caught this");
        picture("window-problem");
        robot.clickOn("#problemClose");
        robot.push(KeyCode.F9);
        await(LabState.RUNNING);
    }

    @Test
    void anExceptionOnAnotherThreadIsToldToo() {
        openReady();
        lab().inBackground(() -> {
            throw new IllegalStateException("deep in the lab");
        }, () -> { });

        awaitProblem("deep in the lab");
    }

    @Test
    void themeSizeOfTextAndSizeOfWindowLast() {
        openReady();
        robot.push(KeyCode.CONTROL, KeyCode.T).push(KeyCode.CONTROL, KeyCode.ADD);
        until("it is saved by and by", () -> file.read().looks()
                .equals(new Looks(Theme.DARK, ColorSet.USUAL, 110, false)));
        onFx(() -> {
            stage.setWidth(900);
            stage.setHeight(650);
            return null;
        });
        until("the content has followed", () -> stage.getScene().getWidth() == 900);
        close();
        assertThat(file.read().looks()).isEqualTo(new Looks(Theme.DARK, ColorSet.USUAL, 110, false));
        assertThat(file.read().place().width()).isEqualTo(900);
        assertThat(file.read().place().height()).isEqualTo(650);

        open(SAMPLES);
        await(LabState.READY);
        assertThat(text("shellZoom")).isEqualTo("110 %");
        assertThat(stage.getScene().getWidth()).isEqualTo(900);
        assertThat(stage.getScene().getRoot().getStyleClass()).contains("theme-dark");
    }

    @Test
    void damagedSettingsAreNotedAndTheFirstOnesHold() throws Exception {
        Files.writeString(file.path(), "{ \"theme\": \"pink\" }");
        open(SAMPLES);
        await(LabState.READY);

        assertThat(stage.getScene().getRoot().getStyleClass()).contains("theme-" + Settings.FIRST.looks().theme().id());
        assertThat(Files.readString(folder.resolve("throttlelab.log"))).contains("settings.json");
        assertThat(text("shellNoticeText")).contains("settings.json").contains("settings.damaged.json").contains("pink");
        assertThat(folder.resolve("settings.damaged.json")).content().contains("pink");
        close();
        assertThat(file.read().looks()).isEqualTo(Settings.FIRST.looks());
    }

    /// They cannot say which language was chosen.
    @Test
    void damagedSettingsAreNotedInTheLanguageOfTheSystem() throws Exception {
        Files.writeString(file.path(), "{ \"theme\": \"pink\" }");
        try {
            open(Map.of(Folders.SAMPLES, SAMPLES, "user.language", "de"));
            await(LabState.READY);
            assertThat(text("shellNoticeText")).startsWith("Die Einstellungen in ").contains("pink")
                    .doesNotContain(" the ");
        } finally {
            Texts.speak(Language.ENGLISH, "en");
        }
    }

    @Test
    void itSpeaksTheLanguageThatWasChosen() {
        file.write(new Settings(OLD.looks(), OLD.place(), Language.GERMAN, OLD.tempo(), OLD.stallAfter(), false,
                List.of(), OLD.kept()));
        try {
            open(SAMPLES);
            await(LabState.READY);
            assertThat(text("transportRun")).isEqualTo("Start");
            assertThat(lab().workerNames().get(7)).isEqualTo("Telefon");
        } finally {
            Texts.speak(Language.ENGLISH, "en");
        }
    }

    @Test
    void theWindowIsWhereItWasIfThatIsStillOnAScreen() {
        file.write(OLD.with(new WindowPlace(Optional.of(new Point2D(60, 40)), 700, 600, false)));
        open(SAMPLES);
        assertThat(onFx(() -> new Point2D(stage.getX(), stage.getY()))).isEqualTo(new Point2D(60, 40));
        onFx(() -> {
            stage.setX(70);
            return null;
        });
        close();
        assertThat(file.read().place().corner()).contains(new Point2D(70, 40));

        file.write(OLD.with(new WindowPlace(Optional.of(new Point2D(-9000, 9000)), 700, 600, false)));
        stage = onFx(Stage::new);
        open(SAMPLES);
        assertThat(onFx(() -> stage.getX())).isGreaterThanOrEqualTo(0);
        assertThat(onFx(() -> stage.getY())).isLessThan(1000);
    }

    @Test
    void theTourIsGivenOnceAndNotAgain() {
        open(SAMPLES);
        await(LabState.READY);
        until("the tour is seen, and a ring around what it tells of", () -> node("tourCard").getParent().isVisible()
                && robot.lookup(".tour-ring").query().isVisible());
        robot.push(KeyCode.ESCAPE);
        close();
        open(SAMPLES);
        await(LabState.READY);

        assertThat(onFx(() -> node("tourCard").getParent().isVisible())).isFalse();
    }

    @Test
    void everythingElseThatLastsLasts() {
        openReady();
        Path recording = Path.of(SAMPLES, "baselines", "fractalmoe-30m-none.json").toAbsolutePath();
        onFx(() -> {
            lab().setup().tempoProperty().set(5);
            lab().memory().languageProperty().set(Language.ENGLISH);
            lab().memory().kept().put("lessons.done", "one two");
            lab().memory().opened(recording);
            return null;
        });
        close();
        open(SAMPLES);
        await(LabState.READY);

        assertThat(text("transportTempoText")).isEqualTo("5 ms a stage");
        assertThat(lab().memory().languageProperty().get()).isEqualTo(Language.ENGLISH);
        assertThat(lab().memory().kept()).containsEntry("lessons.done", "one two");
        assertThat(lab().memory().recentFiles()).containsExactly(recording);
        assertThat(text("shellNoticeText")).isEmpty();
    }

    @Test
    void afterAnUncleanEndTheSessionIsBackAndOneSentenceSaysSo() throws Exception {
        openReady();
        setUpAnew();
        Path own = new SessionFiles(folder).own();
        until("the session stands in its file", () -> Files.exists(own) && Files.readString(own).contains("majority")
                && Files.readString(own).contains("half a th") && Files.readString(own).contains("My phone"));
        // What a killed process leaves behind: its session, under a number that nobody has.
        Path lost = Files.copy(own, folder.resolve("session-" + gone() + "-12345.json"));
        onFx(this::closeWindow);
        Files.delete(folder.resolve("last-session.json"));
        assertThat(own).doesNotExist();

        open(SAMPLES);
        await(LabState.READY);
        until("the sentence is told", () -> text("shellNoticeText").contains("without being closed"));
        assertSetUpAnew();
        robot.push(KeyCode.P);
        assertThat(((TextInputControl) node("promptText")).getText()).isEqualTo("half a th");
        robot.push(KeyCode.ESCAPE);
        until("it is this lab's session now", () -> Files.exists(own) && !Files.exists(lost));
        close();

        open(SAMPLES);
        await(LabState.READY);
        assertThat(text("shellNoticeText")).as("a clean end is not told").isEmpty();
        assertThat(lab().setup().policyProperty().get()).isEqualTo("content-addressed");
    }

    @Test
    void afterACleanEndTheSetUpIsBackOnlyIfThatIsWanted() {
        openReady();
        setUpAnew();
        onFx(() -> {
            lab().memory().restoringProperty().set(true);
            return null;
        });
        close();
        open(SAMPLES);
        await(LabState.READY);

        assertSetUpAnew();
        assertThat(text("shellNoticeText")).isEmpty();
    }

    @Test
    void theSessionOfALabThatIsOpenIsLeftAlone() throws Exception {
        ProcessHandle other = new ProcessBuilder("sleep", "60").start().toHandle();
        try {
            SessionFiles theirs = new SessionFiles(folder, other);
            theirs.write(new Session("", "", List.of()));
            openReady();

            assertThat(text("shellNoticeText")).isEmpty();
            close();
            assertThat(theirs.own()).exists();
        } finally {
            other.destroyForcibly();
            other.onExit().get();
        }
        assertThat(new SessionFiles(folder).lost(e -> { })).as("once it is gone").isPresent();
    }

    @Test
    void aDamagedSessionIsNotedAndNothingElseHappens() throws Exception {
        Files.writeString(folder.resolve("session-" + gone() + "-1.json"), "{\"setup\": 5}");
        openReady();

        assertThat(lab().setup().policyProperty().get()).isEqualTo("content-addressed");
        assertThat(Files.readString(folder.resolve("throttlelab.log"))).contains("session-");
    }

    private void setUpAnew() {
        onFx(() -> {
            lab().setup().policyProperty().set("majority");
            lab().setup().tokensProperty().set(7);
            lab().setup().slow(3, 4.5);
            lab().setup().promptProperty().set(new PromptItem(PromptItem.TYPED, "My own words"));
            lab().workerNames().set(7, "My phone");
            return null;
        });
        robot.push(KeyCode.P);
        onFx(() -> {
            ((TextInputControl) node("promptText")).setText("half a th");
            return null;
        });
    }

    private void assertSetUpAnew() {
        assertThat(lab().setup().policyProperty().get()).isEqualTo("majority");
        assertThat(lab().setup().tokensProperty().get()).isEqualTo(7);
        assertThat(lab().setup().throttle().factor(3, 0)).isEqualTo(4.5);
        assertThat(lab().setup().promptProperty().get()).isEqualTo(new PromptItem(PromptItem.TYPED, "My own words"));
        assertThat(lab().workerNames().get(7)).isEqualTo("My phone");
    }

    /// The number of a process that has ended.
    private static long gone() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }

    @Test
    void withoutSamplesItSaysSo() {
        open(folder.resolve("nowhere").toString());
        await(LabState.FAILED);

        assertThat(text("loadingProblem")).contains("nowhere").contains("samples");
    }

    @Test
    void nothingIsWarnedOf() {
        try (Warnings warnings = new Warnings()) {
            openReady();
            robot.push(KeyCode.F1).push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.T);
            assertThat(warnings.seen()).isEmpty();
        }
    }

    private LabViewModel lab() {
        return window.lab();
    }

    private void awaitProblem(String word) {
        until("the problem is told", () -> robot.lookup("#problemSentence").tryQueryAs(Labeled.class)
                .filter(label -> label.getText().contains(word)).isPresent());
    }

    private void await(LabState state) {
        until("the lab is " + state, () -> lab().stateProperty().get() == state);
    }

    private static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS), work);
    }

    private static void until(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (Exception e) {
            throw new AssertionError("not within " + LIMIT_SECONDS + " s: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Node node(String id) {
        return robot.lookup("#" + id).query();
    }

    private String text(String id) {
        return onFx(() -> ((Labeled) node(id)).getText());
    }

    private static List<String> labThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).map(Thread::getName)
                .filter(name -> name.matches("worker-\\d|coordinator|lab|settings")).sorted().toList();
    }

    private void picture(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Image image = onFx(() -> stage.getScene().snapshot(null));
        BufferedImage picture = new BufferedImage((int) image.getWidth(), (int) image.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        Path file = Files.createDirectories(Path.of("target", "pictures")).resolve(name + ".png");
        assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
    }
}
