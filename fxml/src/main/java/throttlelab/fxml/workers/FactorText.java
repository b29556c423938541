package throttlelab.fxml.workers;

import java.util.OptionalDouble;
import throttlelab.fxml.texts.Texts;

/// Slowdown factors as people write them.
final class FactorText {

    private FactorText() {
    }

    /// With as few digits as a slider's factor needs: 5×, 2.5×.
    static String brief(double factor) {
        boolean whole = Math.abs(factor - Math.rint(factor)) < 0.05;
        return Texts.get("workers.times", Texts.number(whole ? "%.0f" : "%.1f", factor));
    }

    /// With two digits, as it was measured; a dash where nothing was.
    static String exact(double factor) {
        return Double.isNaN(factor) ? Texts.get("workers.none")
                : Texts.get("workers.times", Texts.number("%.2f", factor));
    }

    /// With as many digits as it needs, at most two: 5×, 2.5×, 4.26×.
    static String set(double factor) {
        long hundredths = Math.round(factor * 100);
        String format = hundredths % 100 == 0 ? "%.0f" : hundredths % 10 == 0 ? "%.1f" : "%.2f";
        return Texts.get("workers.times", Texts.number(format, factor));
    }

    /// Reads "5", "2.5", "2,5", "5x" or "5×".
    static OptionalDouble parse(String text) {
        String number = text.strip().replaceFirst("\\s*[xX×]$", "").replace(',', '.');
        return number.matches("\\d{1,9}(\\.\\d{0,9})?|\\.\\d{1,9}") ? OptionalDouble.of(Double.parseDouble(number))
                : OptionalDouble.empty();
    }
}
