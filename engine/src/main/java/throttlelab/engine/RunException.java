package throttlelab.engine;

/// A run, or the writing of its results, failed (a worker threw, a disk is full).
public final class RunException extends LabException {

    private static final long serialVersionUID = 1L;

    /// @param message one sentence: what, where, what to do
    public RunException(String message) {
        super(message, null);
    }

    /// @param message one sentence: what, where, what to do
    /// @param cause for the log
    public RunException(String message, Throwable cause) {
        super(message, cause);
    }
}
