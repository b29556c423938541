package throttlelab.fxml.verdict;

import java.util.Locale;
import throttlelab.fxml.texts.Texts;

/// Numbers as the window writes them.
final class Figures {

    private Figures() {
    }

    static String factor(double factor) {
        return Texts.get("verdict.factor", Texts.number("%.2f", factor));
    }

    static String percent(double share) {
        return Texts.get("verdict.percent", Math.round(100 * share));
    }

    /// Three digits that count.
    static String rate(double rate) {
        return Texts.number(rate < 10 ? "%.2f" : rate < 100 ? "%.1f" : "%.0f", rate);
    }

    static String margin(float margin) {
        return String.format(Locale.ROOT, margin < 0.001 ? "%.1e" : "%.3f", margin);
    }
}
