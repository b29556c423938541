package throttlelab.app.window;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.stage.Stage;
import javafx.util.Duration;
import throttlelab.app.host.Folders;
import throttlelab.app.host.LogFile;

/// The window as JavaFX starts it. Not the main class: JavaFX refuses that on a class path.
public final class LabApplication extends Application {

    private static final Duration LATE = Duration.seconds(1);

    private LabWindow window;

    @Override
    public void start(Stage stage) {
        Folders folders = Folders.system();
        SettingsFile settings = SettingsFile.system(folders);
        window = new LabWindow(stage, folders, new LogFile(folders.logFolders()), settings,
                new SessionFiles(settings.path().getParent()), LATE);
        getParameters().getRaw().stream().findFirst().map(Path::of).ifPresent(window.lab().openedProperty()::set);
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        }
    }
}
