package throttlelab.engine.report.content;

/// Is told how far the writing of a report has come, on the thread that writes.
@FunctionalInterface
public interface ReportProgress {

    /// Looks away.
    ReportProgress NONE = (done, total) -> { };

    /// @param done steps done
    /// @param total steps in all, at least 1
    void done(long done, long total);
}
