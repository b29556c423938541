package throttlelab.engine.schedule.matrix;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import throttlelab.engine.RunException;
import throttlelab.engine.words.Sentence;

/// Threads that take processor time from whoever needs it, until it is closed.
final class Load implements AutoCloseable {

    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closed;

    Load(int count) {
        for (int i = 0; i < count; i++) {
            threads.add(Thread.ofPlatform().name("load-" + i).daemon(true).start(() -> {
                while (!closed) {
                    Thread.onSpinWait();
                }
            }));
        }
    }

    /// Does the same twice, at once.
    <T> List<T> twice(Callable<T> task) throws InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(2,
                Thread.ofPlatform().name("twice-", 0).daemon(true).factory())) {
            try {
                List<T> results = new ArrayList<>();
                for (Future<T> future : executor.invokeAll(List.of(task, task))) {
                    results.add(future.get());
                }
                return results;
            } catch (InterruptedException e) {
                executor.shutdownNow();
                throw e;
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                default -> throw new RunException(Sentence.of("schedule.one-of-two-runs-at", e.getCause()),
                        e.getCause());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
