package throttlelab.app.host;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The wish to end a run early, as Ctrl-C expresses it. Whoever runs something long says how it is stopped.
public final class StopSignal {

    /// Undoes what [#onStop(Runnable)] did.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {

        @Override
        void close();
    }

    private final List<Runnable> actions = new ArrayList<>();
    private final CountDownLatch finished = new CountDownLatch(1);
    private boolean raised;

    /// Has `action` run when the signal is raised; at once, if it was already. It may run on any thread and must return
    /// soon.
    public Registration onStop(Runnable action) {
        boolean late;
        synchronized (this) {
            late = raised;
            actions.add(action);
        }
        if (late) {
            action.run();
        }
        return () -> remove(action);
    }

    private synchronized void remove(Runnable action) {
        actions.remove(action);
    }

    /// Raises the signal. Once is enough; more does nothing.
    public void raise() {
        List<Runnable> now;
        synchronized (this) {
            now = raised ? List.of() : List.copyOf(actions);
            raised = true;
        }
        now.forEach(Runnable::run);
    }

    /// Whether the signal was raised.
    public synchronized boolean raised() {
        return raised;
    }

    /// Says that the program has written all it had to write.
    public void finished() {
        finished.countDown();
    }

    /// Waits until the program has written all it had to write, or the time is over.
    ///
    /// @throws InterruptedException if the calling thread is interrupted
    public boolean awaitFinished(long time, TimeUnit unit) throws InterruptedException {
        return finished.await(time, unit);
    }
}
