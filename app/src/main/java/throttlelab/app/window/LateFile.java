package throttlelab.app.window;

import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.util.Duration;
import throttlelab.engine.LabException;

/// Writes a file when nothing has changed for a while, in the background, so that a slider or a dragged edge does not
/// write it at every step. Nothing beats while nothing changes, and no frame is made while it waits.
///
/// @param <T> what stands in the file
final class LateFile<T> {

    private static final long PATIENCE_SECONDS = 10;

    private final Consumer<T> writing;
    private final Supplier<T> now;
    private final Consumer<LabException> failed;
    private final long lateMillis;
    private final ScheduledThreadPoolExecutor writer;
    private Future<?> pending;
    private T saved;
    private boolean closed;

    /// @param name of the thread that writes
    /// @param writing writes the file; on that thread
    /// @param saved what stands in the file already; `null` if nothing does
    /// @param now what is to stand in it, asked for on the FX thread
    /// @param failed hears, on any thread, if it cannot be written
    LateFile(String name, Consumer<T> writing, T saved, Supplier<T> now, Consumer<LabException> failed, Duration late) {
        this.writing = writing;
        this.saved = saved;
        this.now = now;
        this.failed = failed;
        this.lateMillis = (long) late.toMillis();
        this.writer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).daemon(true).factory());
        writer.setRemoveOnCancelPolicy(true);
    }

    /// Something has changed. On the FX thread.
    void changed() {
        if (!closed) {
            forget();
            // No animation waits here: it would make sixty frames a second.
            pending = writer.schedule(() -> Platform.runLater(this::saveLate), lateMillis, TimeUnit.MILLISECONDS);
        }
    }

    private void forget() {
        if (pending != null) {
            pending.cancel(false);
        }
    }

    private void saveLate() {
        if (!closed) {
            save();
        }
    }

    private void save() {
        T present = now.get();
        if (!present.equals(saved)) {
            saved = present;
            writer.execute(() -> write(present));
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
        if (!closed) {
            save();
        }
        abandon();
    }

    /// Saves nothing more, and waits for what is being written.
    void abandon() {
        closed = true;
        forget();
        writer.shutdown();
        try {
            writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
