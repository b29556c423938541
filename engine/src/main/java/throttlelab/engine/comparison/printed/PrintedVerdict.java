package throttlelab.engine.comparison.printed;

/// What a comparison of printed answers comes to. It is never [throttlelab.engine.comparison.Verdict#STRICT]: decimals
/// do not show bits.
public enum PrintedVerdict {

    /// Tokens are the same, and all log-probabilities are equal as printed.
    SAME_AS_PRINTED("EQUAL AS PRINTED", "tokens are the same and log-probabilities are equal as printed"),

    /// Tokens are the same; not all log-probabilities are equal as printed.
    SAME_TOKENS("SAME TOKENS", "tokens are the same, but not all log-probabilities are equal as printed"),

    /// Some token differs.
    DIFFERENT("TOKENS DIFFER", "some tokens are not the same"),

    /// Nothing differs in what was compared, but not everything was, or nothing.
    INCOMPLETE("INCOMPLETE", "nothing differs in what was compared, but not everything could be compared");

    private final String title;
    private final String words;

    PrintedVerdict(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /// Its name for eyes.
    public String title() {
        return title;
    }

    /// What it means, as a clause.
    public String words() {
        return words;
    }
}
