package throttlelab.engine.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// The same task on several threads; all have ended when it returns.
final class Parallel {

    /// What one thread does.
    interface Task<T> {
        T run(int thread) throws InterruptedException;
    }

    private Parallel() {
    }

    /// @param name of the threads, before their number
    /// @return what each thread gave, by its number
    /// @throws InterruptedException if the calling thread is interrupted; the others are, too
    static <T> List<T> each(int threads, String name, Task<T> task) throws InterruptedException {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads,
                Thread.ofPlatform().name(name + "-", 0).daemon(true).factory())) {
            List<Future<T>> futures = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int number = thread;
                futures.add(executor.submit(() -> task.run(number)));
            }
            List<T> results = new ArrayList<>();
            try {
                for (Future<T> future : futures) {
                    results.add(future.get());
                }
            } catch (InterruptedException | ExecutionException e) {
                executor.shutdownNow();
                throw e;
            }
            return results;
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case InterruptedException interrupt -> throw interrupt;
                default -> throw new IllegalStateException("a task of " + name + " failed", e.getCause());
            }
        }
    }
}
