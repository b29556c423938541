package throttlelab.engine.federation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import throttlelab.engine.throttle.Clock;
import throttlelab.engine.throttle.Tempo;

/// One worker's place in a federation: the thread that fills it, the work that was handed to it and is not done, and
/// whether it lives.
///
/// A dead worker's thread is told to end and never waited for: one that hangs is left behind. If it comes to itself and
/// was just about to deliver, it may: its contribution has the address that the slot waits for, and then the same bits
/// as the revived worker's, whose own is then a duplicate; or the slot has locked or passed, and it is refused.
final class WorkerPost {

    private final int number;
    private final Supplier<WorkerSteps> maker;
    private final ContributionDesk desk;
    private final PastStages past;
    private final Tempo tempo;
    private final Clock clock;
    private final StageObserver observer;
    private final boolean waits;
    private final Deque<StageWork> undone = new ArrayDeque<>();
    private final List<Thread> threads = new ArrayList<>();
    private WorkerThread holder;
    private Thread thread;
    private boolean closed;
    private boolean dead;
    private long since;
    private StageId stage;
    private Throwable cause;
    private int deaths;

    /// A post with a worker that lives.
    ///
    /// @param maker makes the worker, once now and once each time it is revived
    /// @param waits whether its death lets the run wait; if not, it ends the run
    WorkerPost(int number, Supplier<WorkerSteps> maker, ContributionDesk desk, PastStages past, Tempo tempo, Clock clock,
            StageObserver observer, boolean waits) {
        this.number = number;
        this.maker = maker;
        this.desk = desk;
        this.past = past;
        this.tempo = tempo;
        this.clock = clock;
        this.observer = observer;
        this.waits = waits;
        // Made here, so that what is wrong with the first one is the opener's to hear.
        WorkerSteps first = maker.get();
        this.holder = new WorkerThread(this, () -> first, desk, tempo, clock);
    }

    synchronized void start() {
        // A daemon: a worker holds nothing that its death could lose.
        thread = Thread.ofPlatform().name("worker-" + number).daemon(true).start(holder);
        threads.removeIf(former -> !former.isAlive());
        threads.add(thread);
    }

    synchronized void begin(int[] positions) {
        if (!dead) {
            holder.put(new WorkerThread.Begin(positions));
        }
    }

    synchronized void hand(StageWork work) {
        undone.add(work);
        if (!dead) {
            holder.put(work);
        }
    }

    /// Says that a work has been done.
    ///
    /// @return whether that is news: a worker that was given up may do once more what the revived one has done
    synchronized boolean done(StageWork work) {
        if (undone.peek() != work) {
            return false;
        }
        undone.remove();
        return true;
    }

    /// Whether something that was handed to it is not done.
    synchronized boolean behind() {
        return !undone.isEmpty();
    }

    /// Says that a thread has thrown.
    synchronized void died(WorkerThread who, StageId at, Throwable of) {
        if (who == holder && !dead && !closed) {
            die(at, of);
        }
    }

    /// Kills a worker that lives, wherever it is; it need not answer.
    synchronized void kill() {
        if (!dead && !closed) {
            StageWork next = undone.peek();
            holder.retire();
            thread.interrupt();
            die(next == null ? null : next.stage(), null);
        }
    }

    /// Takes no memory before the desk knows: there may be none left.
    private void die(StageId at, Throwable of) {
        dead = true;
        stage = at;
        cause = of;
        deaths++;
        holder.retire();
        if (!waits) {
            desk.fail(number, at, of != null ? of : new IllegalStateException("it was killed"));
        }
        since = clock.nanoTime();
        observer.died(life());
    }

    /// Puts a new worker in the place of a dead one: it takes in what came before, then does what is not done, to the
    /// same addresses.
    synchronized void revive() {
        if (dead && !closed && !desk.stopped()) {
            holder = new WorkerThread(this, maker, desk, tempo, clock);
            holder.put(new WorkerThread.Begin(past.positions()));
            holder.put(new WorkerThread.Past(past.before(undone.peek())));
            undone.forEach(holder::put);
            dead = false;
            observer.revived(number, clock.nanoTime());
            start();
        }
    }

    synchronized WorkerLife life() {
        return dead ? new WorkerLife(number, true, since, stage, cause == null ? "" : cause.toString(), deaths)
                : WorkerLife.living(number, deaths);
    }

    synchronized boolean heldBack() {
        return !dead && holder.heldBack();
    }

    /// Ends whatever its threads wait for.
    synchronized void stop() {
        threads.forEach(Thread::interrupt);
    }

    /// Revives nobody from now on.
    ///
    /// @return the threads that may not have ended yet
    synchronized List<Thread> close() {
        closed = true;
        return List.copyOf(threads);
    }
}
