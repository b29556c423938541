package throttlelab.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import throttlelab.app.host.ChildProcesses;
import throttlelab.app.host.Folders;
import throttlelab.app.host.LogFile;
import throttlelab.engine.InputException;
import throttlelab.engine.LabException;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.problem.ProblemViewModel;
import throttlelab.fxml.shell.Shell;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.theme.Themes;

/// The lab on a stage, from the first frame to the last saved setting. On the FX thread.
final class LabWindow {

    private static final double SMALLEST_WIDTH = 640;
    private static final double SMALLEST_HEIGHT = 480;
    private static final List<Integer> ICONS = List.of(16, 32, 48, 128);

    private final Stage stage;
    private final Folders folders;
    private final LogFile log;
    private final LabViewModel lab;
    private final ProblemViewModel problems;
    private final Themes themes = new Themes();
    private final Scene scene;
    private final LateFile<Settings> settings;
    private final LabSession session;
    private Settings newest;
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();

    /// Opens the window and begins to load.
    ///
    /// @param late how long after the last change settings and session are saved
    LabWindow(Stage stage, Folders folders, LogFile log, SettingsFile file, SessionFiles sessions, Duration late) {
        this.stage = stage;
        this.folders = folders;
        this.log = log;
        String system = folders.property().apply("user.language");
        // Settings that cannot be read say nothing of a language.
        Texts.speak(Settings.FIRST.language(), system);
        SettingsFile.Read read = file.readOrSetAside();
        newest = read.settings();
        // Before anything else has a text.
        Texts.speak(newest.language(), system);
        lab = new LabViewModel();
        problems = new ProblemViewModel(lab);
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFailures(log,
                (sentence, details) -> Platform.runLater(() -> problems.tell(sentence, details))));
        // The model is read while the window is made.
        load();
        read.refusal().ifPresent(this::tell);
        remember(newest);
        Parent root = Shell.load(lab, problems, themes, new WindowDialogs(stage, problems, lab.memory()),
                new SystemClipboard(), SystemClipboard::putPicture, this::load);
        scene = new Scene(root, newest.place().width(), newest.place().height());
        themes.dress(scene);
        settings = new LateFile<>("settings", file::write, newest, this::inForce, this::note, late);
        session = new LabSession(lab, sessions, this::note, late);
        show();
        lab.stateProperty().addListener(new ReadyMoment(scene, log));
    }

    private void remember(Settings remembered) {
        remembered.looks().applyTo(themes);
        lab.setup().tempoProperty().set(remembered.tempo());
        lab.setup().stallAfterProperty().set(remembered.stallAfter());
        lab.memory().languageProperty().set(remembered.language());
        lab.memory().restoringProperty().set(remembered.restoring());
        lab.memory().recentFiles().setAll(remembered.recentFiles());
        lab.memory().kept().putAll(remembered.kept());
    }

    private void show() {
        stage.setTitle(Texts.get("window.title"));
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.getIcons().setAll(ICONS.stream().map(LabWindow::icon).toList());
        stage.setScene(scene);
        ScreenPlace.put(stage, newest.place());
        stage.show();
        InvalidationListener changed = property -> settings.changed();
        List.<Observable>of(themes.themeProperty(), themes.colorsProperty(), themes.zoomProperty(),
                themes.reducedMotionProperty(), lab.setup().tempoProperty(), lab.memory().languageProperty(),
                lab.memory().restoringProperty(), lab.memory().recentFiles(), lab.memory().kept(), stage.xProperty(),
                stage.yProperty(), scene.widthProperty(), scene.heightProperty(), stage.maximizedProperty())
                .forEach(each -> each.addListener(changed));
    }

    private static Image icon(int size) {
        return new Image(Objects.requireNonNull(LabWindow.class.getResourceAsStream("icon-" + size + ".png")));
    }

    /// Settings are not worth a dialog.
    private void note(LabException failure) {
        log.failure(failure.getMessage(), failure);
    }

    private void tell(InputException failure) {
        note(failure);
        lab.noticeProperty().set(failure.sentence().in(Texts.locale()));
    }

    private Settings inForce() {
        newest = new Settings(Looks.of(themes), ScreenPlace.of(stage, scene, newest.place()),
                lab.memory().languageProperty().get(), lab.setup().tempoProperty().get(), newest.stallAfter(),
                lab.memory().restoringProperty().get(), lab.memory().recentFiles(), lab.memory().kept());
        return newest;
    }

    private void load() {
        try {
            Path samples = folders.samples();
            lab.samplesProperty().set(samples);
            lab.childrenProperty().set(() -> new ChildProcesses(samples, Optional.empty()));
            lab.load(() -> SampleFiles.in(samples));
        } catch (InputException e) {
            lab.load(() -> {
                throw e;
            });
        }
    }

    /// The lab in the window.
    LabViewModel lab() {
        return lab;
    }

    /// Ends every thread and saves the settings.
    void close() {
        lab.close();
        session.close();
        settings.close();
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    }
}
