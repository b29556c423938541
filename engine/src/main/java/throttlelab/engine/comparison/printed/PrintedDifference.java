package throttlelab.engine.comparison.printed;

/// How one position of two answers differs.
public enum PrintedDifference {

    /// Same token, log-probability equal as printed, or printed by neither.
    SAME("equal as printed"),

    /// Same token, log-probabilities that differ as printed.
    LOGPROB("log-probability differs"),

    /// Same token, and only one side prints a log-probability, the other nothing or a probability.
    ONE_SIDED("log-probability on one side only"),

    /// Different tokens, or a token where the other answer was ended.
    TOKEN("token differs");

    private final String title;

    PrintedDifference(String title) {
        this.title = title;
    }

    /// Its name for eyes.
    public String title() {
        return title;
    }
}
