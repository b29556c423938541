package throttlelab.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;
import throttlelab.app.host.Folders;
import throttlelab.app.host.LogFile;
import throttlelab.engine.RunException;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.tour.TourViewModel;

/// The window with the program's hand on it instead of a person's: as at the first start, whatever settings a person has,
/// and nothing of it is remembered. Once a process.
public final class OpenWindow implements AutoCloseable {

    private static final Duration LATE = Duration.seconds(1);
    private static final int PATIENCE_SECONDS = 5;

    private final Path settings;
    private Stage stage;
    private LabWindow window;

    private OpenWindow(Path settings) {
        this.settings = settings;
    }

    /// Opens it on the present screen; it begins to load.
    ///
    /// @throws RunException if there is no screen
    public static OpenWindow open(Folders folders, LogFile log) throws InterruptedException {
        OpenWindow open = new OpenWindow(newFolder());
        try {
            CompletableFuture<Void> started = new CompletableFuture<>();
            Platform.startup(() -> started.complete(null));
            started.get();
            Platform.setImplicitExit(false);
            open.onFx(() -> {
                open.stage = new Stage();
                open.window = new LabWindow(open.stage, folders, log, new SettingsFile(open.settings),
                        new SessionFiles(open.settings), LATE);
                TourViewModel.spare(open.window.lab());
                return null;
            });
            return open;
        } catch (UnsupportedOperationException e) {
            open.forget();
            throw new RunException("The window cannot be opened, the system says '" + e.getMessage()
                    + "': check that the screen that DISPLAY names is there.", e);
        } catch (ExecutionException e) {
            open.forget();
            throw new IllegalStateException(e.getCause());
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("throttlelab-window");
        } catch (IOException e) {
            throw new RunException("A temporary folder could not be made, the system says '" + e.getMessage()
                    + "': check the disk.", e);
        }
    }

    /// The lab in it; its properties belong to the FX thread.
    public LabViewModel lab() {
        return window.lab();
    }

    /// What it shows.
    public Scene scene() {
        return stage.getScene();
    }

    /// Shows it, or takes it off the screen.
    public void show(boolean shown) throws InterruptedException {
        onFx(() -> {
            if (shown) {
                stage.show();
            } else {
                stage.hide();
            }
            return null;
        });
    }

    /// Does something short on the FX thread and waits for it.
    public <T> T onFx(Callable<T> action) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    /// Ends every thread of the lab and takes the window away. Does not wait for a screen that is gone.
    @Override
    public void close() {
        FutureTask<Void> closing = new FutureTask<>(() -> {
            stage.hide();
            window.close();
        }, null);
        Platform.runLater(closing);
        try {
            closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            // The process is ending, and JavaFX was the first to go.
        }
        forget();
        Platform.exit();
    }

    private void forget() {
        try (Stream<Path> files = Files.list(settings)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(settings);
        } catch (IOException e) {
            // A folder among the temporary ones harms nobody.
        }
    }
}
