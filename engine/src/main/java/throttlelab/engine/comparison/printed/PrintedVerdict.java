package throttlelab.engine.comparison.printed;

/// What a comparison of printed answers comes to. It is never [throttlelab.engine.comparison.Verdict#STRICT]: decimals
/// do not show bits.
public enum PrintedVerdict {

    /// Tokens are the same, and all log-probabilities are equal as printed.
    SAME_AS_PRINTED("tokens are the same and log-probabilities are equal as printed"),

    /// Tokens are the same; not all log-probabilities are equal as printed.
    SAME_TOKENS("tokens are the same, but not all log-probabilities are equal as printed"),

    /// Some token differs.
    DIFFERENT("some tokens are not the same"),

    /// Nothing differs in what was compared, but not everything was, or nothing.
    INCOMPLETE("nothing differs in what was compared, but not everything could be compared");

    private final String words;

    PrintedVerdict(String words) {
        this.words = words;
    }

    /// What it means, as a clause.
    public String words() {
        return words;
    }
}
