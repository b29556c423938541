package throttlelab.fxml.proof;

import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// How a row of the matrix stands.
public enum MatrixState {

    /// It has not been run.
    PENDING("–"),

    /// It is being run.
    RUNNING("…"),

    /// Everything is equal.
    HOLDS("✓"),

    /// Something differs.
    DIVERGES("✗"),

    /// It cannot be run on this machine.
    IMPOSSIBLE("∅");

    private final String symbol;

    MatrixState(String symbol) {
        this.symbol = symbol;
    }

    /// Symbol and word.
    public String text() {
        return symbol + " " + Texts.get("proof.matrix.state." + id());
    }

    /// Its name in style sheets and texts.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
