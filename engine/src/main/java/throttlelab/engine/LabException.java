package throttlelab.engine;

import throttlelab.engine.words.Sentence;

/// An error that reaches a person: one sentence that says what is wrong, where, and what to do.
///
/// The window shows [#sentence()] in its language; the terminal, files and the log have [#getMessage()], its English.
/// Whoever shows it shows nothing else; the cause, if any, is for the log.
public abstract sealed class LabException extends RuntimeException
        permits InputException, UsageException, RunException {

    private static final long serialVersionUID = 1L;

    // Nobody sends an error elsewhere.
    private final transient Sentence sentence;

    LabException(Sentence sentence, Throwable cause) {
        super(null, cause);
        this.sentence = sentence;
    }

    /// What is wrong, where, and what to do.
    public final Sentence sentence() {
        return sentence;
    }

    /// The sentence in English, put together when it is asked for: many an error is caught and never shown.
    @Override
    public final String getMessage() {
        return sentence.english();
    }
}
