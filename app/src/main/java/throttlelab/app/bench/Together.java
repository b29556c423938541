package throttlelab.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.BrokenBarrierException;

/// The same work on several threads at the same moment.
final class Together {

    /// One thread's part.
    @FunctionalInterface
    interface Part {
        void run(int thread);
    }

    private Together() {
    }

    /// Runs `part` on as many threads, from the same moment on.
    ///
    /// @return how long the slowest took, in seconds
    static double seconds(int threads, Part part) throws InterruptedException {
        CyclicBarrier start = new CyclicBarrier(threads);
        long[] nanos = new long[threads];
        List<Thread> started = new ArrayList<>();
        for (int number = 0; number < threads; number++) {
            int thread = number;
            started.add(Thread.ofPlatform().name("limit-" + thread).daemon(true).start(() -> {
                try {
                    start.await();
                    long began = System.nanoTime();
                    part.run(thread);
                    nanos[thread] = System.nanoTime() - began;
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException("nobody interrupts these threads", e);
                }
            }));
        }
        long slowest = 0;
        for (int thread = 0; thread < threads; thread++) {
            started.get(thread).join();
            slowest = Math.max(slowest, nanos[thread]);
        }
        return slowest / 1e9;
    }
}
