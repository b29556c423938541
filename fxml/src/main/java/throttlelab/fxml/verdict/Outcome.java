package throttlelab.fxml.verdict;

import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// A verdict, for eyes.
public enum Outcome {

    /// There has been no run.
    NONE,

    /// Tokens and log-probability bits are equal.
    STRICT,

    /// Tokens are equal, some bits differ.
    LENIENT,

    /// Some token differs.
    CATASTROPHIC,

    /// Nothing was measured.
    VOID;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    String word() {
        return Texts.get("verdict.word." + id());
    }

    String symbol() {
        return Texts.get("verdict.symbol." + id());
    }
}
