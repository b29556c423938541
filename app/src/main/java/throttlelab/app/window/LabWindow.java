package throttlelab.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.Screen;
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
    private final LabViewModel lab = new LabViewModel();
    private final ProblemViewModel problems = new ProblemViewModel(lab);
    private final Themes themes = new Themes();
    private final Scene scene;
    private final LateSettings settings;
    private Settings newest;
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();

    /// Opens the window and begins to load.
    ///
    /// @param late how long after the last change the settings are saved
    LabWindow(Stage stage, Folders folders, LogFile log, SettingsFile file, Duration late) {
        this.stage = stage;
        this.folders = folders;
        this.log = log;
        Thread.setDefaultUncaughtExceptionHandler(new UncaughtFailures(log,
                (sentence, details) -> Platform.runLater(() -> problems.tell(sentence, details))));
        // The model is read while the window is made.
        load();
        Settings remembered = read(file);
        newest = remembered;
        themes.themeProperty().set(remembered.theme());
        themes.zoomProperty().set(remembered.zoom());
        lab.setup().stallAfterProperty().set(remembered.stallAfter());
        Parent root = Shell.load(lab, problems, themes, new WindowDialogs(stage, problems),
                LabWindow::copy, LabWindow::copyPicture, this::load);
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        scene = new Scene(root, Math.min(remembered.width(), screen.getWidth()),
                Math.min(remembered.height(), screen.getHeight()));
        themes.dress(scene);
        settings = new LateSettings(file, remembered, this::inForce, this::note, late);
        show(remembered);
        lab.stateProperty().addListener(new ReadyMoment(scene, log));
    }

    private void show(Settings remembered) {
        stage.setTitle(Texts.get("window.title"));
        stage.setMinWidth(SMALLEST_WIDTH);
        stage.setMinHeight(SMALLEST_HEIGHT);
        stage.getIcons().setAll(ICONS.stream().map(LabWindow::icon).toList());
        stage.setScene(scene);
        stage.setMaximized(remembered.maximized());
        stage.show();
        InvalidationListener changed = property -> settings.changed();
        themes.themeProperty().addListener(changed);
        themes.zoomProperty().addListener(changed);
        scene.widthProperty().addListener(changed);
        scene.heightProperty().addListener(changed);
        stage.maximizedProperty().addListener(changed);
    }

    private static Image icon(int size) {
        return new Image(Objects.requireNonNull(LabWindow.class.getResourceAsStream("icon-" + size + ".png")));
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static void copyPicture(Image picture) {
        ClipboardContent content = new ClipboardContent();
        content.putImage(picture);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private Settings read(SettingsFile file) {
        try {
            return file.read();
        } catch (InputException e) {
            note(e);
            return Settings.FIRST;
        }
    }

    /// Settings are not worth a dialog.
    private void note(LabException failure) {
        log.failure(failure.getMessage(), failure);
    }

    /// A maximized window has the size to which it will go back, not the one of the screen.
    private Settings inForce() {
        boolean large = stage.isMaximized() || stage.isFullScreen();
        newest = new Settings(themes.themeProperty().get(), themes.zoomProperty().get(),
                large ? newest.width() : size(scene.getWidth()), large ? newest.height() : size(scene.getHeight()),
                stage.isMaximized(), newest.stallAfter());
        return newest;
    }

    private static double size(double pixels) {
        return Math.clamp(pixels, Settings.SMALLEST, Settings.LARGEST);
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
        settings.close();
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    }
}
