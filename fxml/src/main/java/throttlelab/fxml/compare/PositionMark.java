package throttlelab.fxml.compare;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// What there is to see at one position. Each has a symbol, so that none is told by its colour alone.
public enum PositionMark {

    /// Equal to the bit.
    EQUAL("=", 0),

    /// Same token, other bits.
    LOGPROB("≈", 3),

    /// The first different token of a prompt.
    TOKEN("≠", 4),

    /// After a different token.
    CONSEQUENCE("»", 2),

    /// Only one side has it.
    MISSING("∅", 1);

    /// The one that is seen before all others.
    static final PositionMark HEAVIEST = Arrays.stream(values()).max(Comparator.comparingInt(PositionMark::weight))
            .orElseThrow();

    private final String symbol;
    private final int weight;

    PositionMark(String symbol, int weight) {
        this.symbol = symbol;
        this.weight = weight;
    }

    /// Its symbol.
    public String symbol() {
        return symbol;
    }

    /// It in words.
    public String text() {
        return Texts.get("compare.mark." + id());
    }

    /// Its name in style sheets and texts.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Of several that share a spot, the heaviest is seen.
    int weight() {
        return weight;
    }
}
