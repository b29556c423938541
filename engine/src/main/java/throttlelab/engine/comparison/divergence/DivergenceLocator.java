package throttlelab.engine.comparison.divergence;

import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;

/// Finds out where two recordings part for the first time, down to who.
///
/// First difference means: of the first batch that has one, the earliest token, and of the prompts that part there the
/// first. Where both audit logs are at hand and have the same lines for equal runs, they tell the rest. Where one is
/// not, that batch, or that prompt alone, is run again up to the token; what comes out counts only if it has the bits
/// that were recorded.
public final class DivergenceLocator {

    private DivergenceLocator() {
    }

    /// The path as far as streams and logs tell it; nothing is run.
    ///
    /// @return nothing if there is no difference
    /// @throws InputException if a log cannot be read
    public static Optional<DivergencePath> locate(AuditedRecording a, AuditedRecording b) {
        return new LogSearch(a, b).path();
    }

    /// The path, where necessary with the help of running again.
    ///
    /// @return nothing if there is no difference
    /// @throws InputException if a log cannot be read, or the recordings were not made with the model that would run
    /// @throws RunException if a worker throws, or the logs of running again find no room on the disk
    /// @throws InterruptedException if the calling thread is interrupted
    public static Optional<DivergencePath> locate(AuditedRecording a, AuditedRecording b, RunAgain again)
            throws InterruptedException {
        Optional<DivergencePath> told = locate(a, b);
        if (told.isEmpty() || told.get().outcome() != Outcome.NO_LOG) {
            return told;
        }
        try (RunAgainSearch search = new RunAgainSearch(a, b, again)) {
            return Optional.of(search.path());
        }
    }
}
