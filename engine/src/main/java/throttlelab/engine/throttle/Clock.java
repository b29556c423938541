package throttlelab.engine.throttle;

/// Where time comes from. It is handed in, never called statically, so that the same code runs on real threads and in
/// simulated time.
public interface Clock {

    /// The time in nanoseconds from an arbitrary origin.
    long nanoTime();

    /// CPU time that the calling thread has used, in nanoseconds.
    long cpuTime();

    /// Waits until [#nanoTime()] has reached `deadline`; returns at once if it has.
    ///
    /// @throws InterruptedException if the thread is interrupted while it waits
    void sleepUntil(long deadline) throws InterruptedException;
}
