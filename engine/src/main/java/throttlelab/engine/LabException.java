package throttlelab.engine;

/// An error that reaches a person: its message is one sentence that says what is wrong, where, and what to do.
///
/// Whoever shows it prints [#getMessage()] and nothing else; the cause, if any, is for the log.
public abstract sealed class LabException extends RuntimeException
        permits InputException, UsageException, RunException {

    private static final long serialVersionUID = 1L;

    LabException(String message, Throwable cause) {
        super(message, cause);
    }
}
