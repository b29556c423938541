package throttlelab.engine.federation;

/// The workers as federation and coordinator see them: they take work in order, compute, hold back and deliver to the
/// [ContributionDesk]. Where their threads and their time come from is a crew's own business.
interface Crew {

    /// Begins a batch, for every worker.
    ///
    /// @param positions how many positions each sequence can come to
    void begin(int[] positions);

    /// Hands the work of a stage to one worker, behind what it has been handed before.
    void hand(int worker, StageWork work);

    /// Lets the coordinator wait for the workers: returns when a delivery may have come, or for no reason.
    ///
    /// @param waiter who waits, for those who look at threads
    void pause(Object waiter);

    /// Ends whatever the workers wait for, from any thread; the desk has been stopped before.
    void stop();

    /// Waits, after a stop, until no worker does anything any more.
    void close();
}
