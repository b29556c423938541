package throttlelab.engine;

import throttlelab.engine.words.Sentence;

/// What was asked for does not fit together (an unknown option value, a policy the partition cannot show).
public final class UsageException extends LabException {

    private static final long serialVersionUID = 1L;

    /// @param sentence one sentence: what, where, what to do
    public UsageException(Sentence sentence) {
        super(sentence, null);
    }

    /// @param sentence one sentence: what, where, what to do
    /// @param cause for the log
    public UsageException(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// @param message one sentence in the only language it is shown in: what, where, what to do
    public UsageException(String message) {
        super(Sentence.plain(message), null);
    }

    /// @param message one sentence in the only language it is shown in: what, where, what to do
    /// @param cause for the log
    public UsageException(String message, Throwable cause) {
        super(Sentence.plain(message), cause);
    }
}
