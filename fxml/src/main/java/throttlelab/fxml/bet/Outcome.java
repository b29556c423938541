package throttlelab.fxml.bet;

import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// What has become of one prompt under one profile. Each has a symbol, so that none is told by its colour alone.
public enum Outcome {

    /// Its turn has not come.
    PENDING(""),

    /// Its tokens are coming, and none differs so far.
    RUNNING(""),

    /// It is what the others are compared with.
    REFERENCE("•"),

    /// Equal to the bit.
    EQUAL("="),

    /// Equal tokens, other bits in some log-probability.
    BITS("≈"),

    /// Some token differs.
    TOKEN("≠"),

    /// It was stopped before all its tokens had come, and none differed until then.
    INCOMPLETE("∅");

    private final String symbol;

    Outcome(String symbol) {
        this.symbol = symbol;
    }

    /// Its symbol; empty for what is not known yet.
    public String symbol() {
        return symbol;
    }

    /// It in words.
    public String text() {
        return Texts.get("bet.outcome." + id());
    }

    /// Its name in style sheets and texts.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
