package throttlelab.engine.federation;

import throttlelab.engine.UsageException;
import throttlelab.engine.words.Sentence;

/// The workers as federation and coordinator see them: they take work in order, compute, hold back and deliver to the
/// [ContributionDesk]. Where their threads and their time come from is a crew's own business.
interface Crew {

    /// Begins a batch, for every worker.
    ///
    /// @param positions how many positions each sequence can come to
    void begin(int[] positions);

    /// Hands the work of a stage to one worker, behind what it has been handed before.
    void hand(int worker, StageWork work);

    /// Keeps an attention stage that is about to be handed out, where somebody may be revived.
    default void keep(PastStage stage) {
    }

    /// The batch is over: lets go of what was kept.
    default void end() {
    }

    /// Kills a worker that lives, from any thread.
    ///
    /// @throws UsageException if workers of this crew cannot die
    default void kill(int worker) {
        throw new UsageException(Sentence.of("federation.workers-without-threads-of-their"));
    }

    /// Revives a worker that is dead, from any thread.
    default void revive(int worker) {
    }

    /// Whether a worker lives.
    default WorkerLife life(int worker) {
        return WorkerLife.living(worker, 0);
    }

    /// Whether a worker's throttle holds it back now.
    default boolean heldBack(int worker) {
        return false;
    }

    /// Whether a worker has work left.
    default boolean behind(int worker) {
        return false;
    }

    /// Lets the coordinator wait for the workers: returns when a delivery may have come, or for no reason.
    ///
    /// @param waiter who waits, for those who look at threads
    void pause(Object waiter);

    /// Ends whatever the workers wait for, from any thread; the desk has been stopped before.
    void stop();

    /// Waits, after a stop, until no worker does anything any more.
    void close();
}
