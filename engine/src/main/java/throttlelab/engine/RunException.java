package throttlelab.engine;

import throttlelab.engine.words.Sentence;

/// A run, or the writing of its results, failed (a worker threw, a disk is full).
public final class RunException extends LabException {

    private static final long serialVersionUID = 1L;

    /// @param sentence one sentence: what, where, what to do
    public RunException(Sentence sentence) {
        super(sentence, null);
    }

    /// @param sentence one sentence: what, where, what to do
    /// @param cause for the log
    public RunException(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// @param message one sentence in the only language it is shown in: what, where, what to do
    public RunException(String message) {
        super(Sentence.plain(message), null);
    }

    /// @param message one sentence in the only language it is shown in: what, where, what to do
    /// @param cause for the log
    public RunException(String message, Throwable cause) {
        super(Sentence.plain(message), cause);
    }
}
