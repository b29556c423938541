package throttlelab.engine.federation;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/// Workers on threads of their own, `worker-0` … `worker-7`, in the time of the federation's clock. A worker may die and
/// be revived.
final class ThreadCrew implements Crew {

    /// How long the end of a thread is waited for: what has not ended by then hangs, and nothing can end it.
    private static final long LONGEST_END = Duration.ofSeconds(10).toNanos();

    private final List<WorkerPost> posts;
    private final PastStages past;

    /// Starts a thread for each worker.
    ThreadCrew(List<WorkerPost> posts, PastStages past) {
        this.posts = List.copyOf(posts);
        this.past = past;
        posts.forEach(WorkerPost::start);
    }

    @Override
    public void begin(int[] positions) {
        past.begin(positions);
        posts.forEach(post -> post.begin(positions));
    }

    @Override
    public void keep(PastStage stage) {
        past.add(stage);
    }

    @Override
    public void hand(int worker, StageWork work) {
        posts.get(worker).hand(work);
    }

    @Override
    public void end() {
        past.end();
    }

    @Override
    public void pause(Object waiter) {
        LockSupport.park(waiter);
    }

    @Override
    public void kill(int worker) {
        posts.get(worker).kill();
    }

    @Override
    public void revive(int worker) {
        posts.get(worker).revive();
    }

    @Override
    public WorkerLife life(int worker) {
        return posts.get(worker).life();
    }

    @Override
    public boolean heldBack(int worker) {
        return posts.get(worker).heldBack();
    }

    @Override
    public boolean behind(int worker) {
        return posts.get(worker).behind();
    }

    @Override
    public void stop() {
        posts.forEach(WorkerPost::stop);
    }

    @Override
    public void close() {
        List<Thread> threads = posts.stream().flatMap(post -> post.close().stream()).toList();
        long deadline = System.nanoTime() + LONGEST_END;
        boolean interrupted = false;
        for (Thread thread : threads) {
            long left = deadline - System.nanoTime();
            while (thread.isAlive() && left > 0) {
                try {
                    thread.join(Duration.ofNanos(left));
                } catch (InterruptedException e) {
                    interrupted = true;
                }
                left = deadline - System.nanoTime();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
