package throttlelab.engine.comparison.printed;

import throttlelab.engine.words.Sentence;

/// What a comparison of printed answers comes to. It is never [throttlelab.engine.comparison.Verdict#STRICT]: decimals
/// do not show bits.
public enum PrintedVerdict {

    /// Tokens are the same, and all log-probabilities are equal as printed.
    SAME_AS_PRINTED("EQUAL AS PRINTED", Sentence.of("comparison.same-as-printed")),

    /// Tokens are the same; not all log-probabilities are equal as printed.
    SAME_TOKENS("SAME TOKENS", Sentence.of("comparison.same-tokens")),

    /// Some token differs.
    DIFFERENT("TOKENS DIFFER", Sentence.of("comparison.other-tokens")),

    /// Nothing differs in what was compared, but not everything was, or nothing.
    INCOMPLETE("INCOMPLETE", Sentence.of("comparison.not-everything"));

    private final String title;
    private final Sentence saying;

    PrintedVerdict(String title, Sentence saying) {
        this.title = title;
        this.saying = saying;
    }

    /// Its name for eyes.
    public String title() {
        return title;
    }

    /// What it means, as a clause in English.
    public String words() {
        return saying.english();
    }

    /// What it means, as a clause.
    public Sentence saying() {
        return saying;
    }
}
