package throttlelab.fxml.proof;

import java.util.function.LongSupplier;

/// How far a proof is. Its thread says what is counted; the window asks at any time.
final class ProofGauge {

    private volatile LongSupplier done = () -> 0;
    private volatile long total;
    private volatile long began;
    private volatile boolean stopped;
    private volatile Runnable stopping = () -> { };

    /// Counting begins.
    ///
    /// @param count asked by any thread
    void count(long all, LongSupplier count) {
        done = count;
        began = System.nanoTime();
        total = all;
    }

    /// Says what else is to be done when it is to end.
    void onStop(Runnable action) {
        stopping = action;
        if (stopped) {
            action.run();
        }
    }

    void stop() {
        stopped = true;
        stopping.run();
    }

    /// Whether the proof is to end soon.
    boolean stopped() {
        return stopped;
    }

    long done() {
        return done.getAsLong();
    }

    /// How much there is to do; 0 while that is not known.
    long total() {
        return total;
    }

    /// Since counting began.
    long nanos() {
        return System.nanoTime() - began;
    }
}
