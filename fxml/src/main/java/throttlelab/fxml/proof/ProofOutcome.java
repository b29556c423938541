package throttlelab.fxml.proof;

import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// What a proof came to.
public enum ProofOutcome {

    /// It holds, and what was to be caught was caught.
    HOLDS("✓"),

    /// Something differs that must not, or is not caught.
    FAILS("✗"),

    /// Not all of it was run.
    INCOMPLETE("∅");

    private final String symbol;

    ProofOutcome(String symbol) {
        this.symbol = symbol;
    }

    /// Its symbol.
    public String symbol() {
        return symbol;
    }

    /// It in words.
    public String text() {
        return Texts.get("proof.outcome." + id());
    }

    /// Its name in style sheets and texts.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
