package throttlelab.fxml.lab;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectWrapper;
import throttlelab.engine.LabException;

/// What the lab is doing, what went wrong, and the thread `lab`, on which whatever computes or reads files is done.
final class LabWorkViewModel implements AutoCloseable {

    private final ReadOnlyObjectWrapper<LabState> state = new ReadOnlyObjectWrapper<>(LabState.LOADING);
    private final ReadOnlyObjectWrapper<LabException> problem = new ReadOnlyObjectWrapper<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            task -> Thread.ofPlatform().name("lab").daemon(true).unstarted(task));

    /// Does something on the thread `lab` and ends it on the FX thread; a problem is shown, not thrown. Nothing is done
    /// once it is closed.
    ///
    /// @param work gives what is to be done on the FX thread afterwards
    /// @param failed done on the FX thread if there was a problem
    void inBackground(Supplier<Runnable> work, Runnable failed) {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(() -> {
            try {
                Runnable after = work.get();
                Platform.runLater(after);
            } catch (LabException e) {
                Platform.runLater(() -> {
                    failed.run();
                    problem.set(e);
                });
            } catch (Throwable e) {
                Platform.runLater(failed);
                Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(Thread.currentThread(), e);
            }
        });
    }

    /// What the lab is doing.
    LabState state() {
        return state.get();
    }

    /// What the lab is doing, to be changed by its parts only.
    ReadOnlyObjectWrapper<LabState> stateProperty() {
        return state;
    }

    /// The last problem that a person must be told of; `null` if there is none.
    ReadOnlyObjectWrapper<LabException> problemProperty() {
        return problem;
    }

    /// Ends the thread; what it does may take a second to end.
    @Override
    public void close() {
        thread.shutdownNow();
        try {
            thread.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
