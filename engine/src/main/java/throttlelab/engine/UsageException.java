package throttlelab.engine;

/// What was asked for does not fit together (an unknown option value, a policy the partition cannot show).
public final class UsageException extends LabException {

    private static final long serialVersionUID = 1L;

    /// @param message one sentence: what, where, what to do
    public UsageException(String message) {
        super(message, null);
    }

    /// @param message one sentence: what, where, what to do
    /// @param cause for the log
    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
