package throttlelab.engine.report.content;

import java.util.function.BooleanSupplier;

/// Goes along with the writing of a report: tells how far it has come, and ends it when that is wished for.
public final class Pulse {

    /// Tells nobody and never ends.
    public static final Pulse QUIET = new Pulse((_, _) -> { }, () -> false);

    private final ReportProgress progress;
    private final BooleanSupplier stop;

    /// @param progress is told
    /// @param stop is asked
    public Pulse(ReportProgress progress, BooleanSupplier stop) {
        this.progress = progress;
        this.stop = stop;
    }

    /// One more step is done.
    ///
    /// @param done steps done
    /// @param total steps in all
    public void beat(long done, long total) {
        progress.done(done, total);
        if (stop.getAsBoolean()) {
            throw new Stopped();
        }
    }

    /// Leads out of the writing.
    public static final class Stopped extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Stopped() {
            super("stopped", null, false, false);
        }
    }
}
