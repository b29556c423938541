package throttlelab.engine;

import throttlelab.engine.words.Sentence;

/// Something that was given to be read (a checkpoint, a prompt, a profile, a recording) cannot be read or used.
public final class InputException extends LabException {

    private static final long serialVersionUID = 1L;

    /// @param sentence one sentence: what, where, what to do
    public InputException(Sentence sentence) {
        super(sentence, null);
    }

    /// @param sentence one sentence: what, where, what to do
    /// @param cause for the log
    public InputException(Sentence sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// @param message one sentence in the only language it is shown in: what, where, what to do
    public InputException(String message) {
        super(Sentence.plain(message), null);
    }

    /// @param message one sentence in the only language it is shown in: what, where, what to do
    /// @param cause for the log
    public InputException(String message, Throwable cause) {
        super(Sentence.plain(message), cause);
    }
}
