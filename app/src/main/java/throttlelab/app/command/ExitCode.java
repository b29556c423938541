package throttlelab.app.command;

import throttlelab.engine.InputException;
import throttlelab.engine.LabException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.comparison.printed.PrintedVerdict;

/// What the program ends with, for scripts.
public final class ExitCode {

    /// Done; for a verdict: STRICT.
    public static final int OK = 0;
    /// The verdict is LENIENT.
    public static final int LENIENT = 1;
    /// The verdict is CATASTROPHIC.
    public static final int CATASTROPHIC = 2;
    /// The verdict is VOID.
    public static final int VOID = 3;
    /// What was asked for does not fit together.
    public static final int USAGE = 64;
    /// Something that was to be read cannot be read or used.
    public static final int INPUT = 65;
    /// A run, or the writing of its results, failed.
    public static final int FAILURE = 70;
    /// It was stopped, whatever the verdict on what is complete: what shells report after Ctrl-C.
    public static final int STOPPED = 130;

    private ExitCode() {
    }

    /// The code of a verdict.
    public static int of(Verdict verdict) {
        return switch (verdict) {
            case STRICT -> OK;
            case LENIENT -> LENIENT;
            case CATASTROPHIC -> CATASTROPHIC;
            case VOID -> VOID;
        };
    }

    /// The code of a verdict on printed answers.
    static int of(PrintedVerdict verdict) {
        return switch (verdict) {
            case SAME_AS_PRINTED -> OK;
            case SAME_TOKENS -> LENIENT;
            case DIFFERENT -> CATASTROPHIC;
            case INCOMPLETE -> VOID;
        };
    }

    /// The code of an error that reached a person.
    static int of(LabException e) {
        return switch (e) {
            case UsageException usage -> USAGE;
            case InputException input -> INPUT;
            case RunException run -> FAILURE;
        };
    }
}
