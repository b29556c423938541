package throttlelab.app.window;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import throttlelab.engine.LabException;

/// Saves settings when nothing has changed for a while, in the background, so that a slider or a dragged edge does not
/// write a file at every step. Nothing beats while nothing changes.
final class LateSettings {

    private final SettingsFile file;
    private final Supplier<Settings> now;
    private final Consumer<LabException> failed;
    private final PauseTransition pause;
    private Settings saved;
    private Thread writer;

    /// @param now the settings in force, asked for on the FX thread
    /// @param failed hears, on any thread, if they cannot be written
    LateSettings(SettingsFile file, Settings saved, Supplier<Settings> now, Consumer<LabException> failed,
            Duration late) {
        this.file = file;
        this.saved = saved;
        this.now = now;
        this.failed = failed;
        this.pause = new PauseTransition(late);
        pause.setOnFinished(event -> save());
    }

    /// Something has changed. On the FX thread.
    void changed() {
        pause.playFromStart();
    }

    private void save() {
        Settings settings = now.get();
        if (!settings.equals(saved)) {
            awaitWriter();
            saved = settings;
            writer = Thread.ofPlatform().name("settings").daemon(true).start(() -> write(settings));
        }
    }

    private void write(Settings settings) {
        try {
            file.write(settings);
        } catch (LabException e) {
            failed.accept(e);
        }
    }

    /// Saves what has not been saved yet, and waits for it.
    void close() {
        pause.stop();
        save();
        awaitWriter();
    }

    private void awaitWriter() {
        try {
            if (writer != null) {
                writer.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
