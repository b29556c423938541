package throttlelab.engine;

/// Something that was given to be read (a checkpoint, a prompt, a profile, a recording) cannot be read or used.
public final class InputException extends LabException {

    private static final long serialVersionUID = 1L;

    /// @param message one sentence: what, where, what to do
    public InputException(String message) {
        super(message, null);
    }

    /// @param message one sentence: what, where, what to do
    /// @param cause for the log
    public InputException(String message, Throwable cause) {
        super(message, cause);
    }
}
