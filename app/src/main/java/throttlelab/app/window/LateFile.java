package throttlelab.app.window;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import throttlelab.engine.LabException;

/// Writes a file when nothing has changed for a while, in the background, so that a slider or a dragged edge does not
/// write it at every step. Nothing beats while nothing changes.
///
/// @param <T> what stands in the file
final class LateFile<T> {

    private final String name;
    private final Consumer<T> writing;
    private final Supplier<T> now;
    private final Consumer<LabException> failed;
    private final PauseTransition pause;
    private T saved;
    private Thread writer;

    /// @param name of the thread that writes
    /// @param writing writes the file; on that thread
    /// @param saved what stands in the file already; `null` if nothing does
    /// @param now what is to stand in it, asked for on the FX thread
    /// @param failed hears, on any thread, if it cannot be written
    LateFile(String name, Consumer<T> writing, T saved, Supplier<T> now, Consumer<LabException> failed, Duration late) {
        this.name = name;
        this.writing = writing;
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
        T present = now.get();
        if (!present.equals(saved)) {
            awaitWriter();
            saved = present;
            writer = Thread.ofPlatform().name(name).daemon(true).start(() -> write(present));
        }
    }

    private void write(T present) {
        try {
            writing.accept(present);
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

    /// Saves nothing more, and waits for what is being written.
    void abandon() {
        pause.stop();
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
