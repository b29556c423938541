package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Workers on threads of their own, `worker-0` … `worker-7`, in the time of the federation's clock.
final class ThreadCrew implements Crew {

    private final List<WorkerThread> workers;
    private final List<Thread> threads = new ArrayList<>();

    /// Starts a thread for each worker.
    ThreadCrew(List<WorkerThread> workers) {
        this.workers = List.copyOf(workers);
        for (int number = 0; number < workers.size(); number++) {
            // A daemon: a worker holds nothing that its death could lose.
            threads.add(Thread.ofPlatform().name("worker-" + number).daemon(true).start(workers.get(number)));
        }
    }

    @Override
    public void begin(int[] positions) {
        workers.forEach(worker -> worker.put(new WorkerThread.Begin(positions)));
    }

    @Override
    public void hand(int worker, StageWork work) {
        workers.get(worker).put(new WorkerThread.Stage(work));
    }

    @Override
    public void pause(Object waiter) {
        LockSupport.park(waiter);
    }

    @Override
    public void stop() {
        threads.forEach(Thread::interrupt);
    }

    @Override
    public void close() {
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
