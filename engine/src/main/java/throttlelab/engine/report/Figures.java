package throttlelab.engine.report;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/// Numbers for readers, the same in every country.
final class Figures {

    static final double NANOS_PER_SECOND = 1e9;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final long LONG_NANOS = 10_000_000_000L;

    private Figures() {
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /// A count with its unit, which takes an s unless there is one of it.
    static String count(long number, String unit) {
        return count(number) + " " + unit + (number == 1 ? "" : "s");
    }

    static String logprobs(long number) {
        return count(number) + (number == 1 ? " log-probability" : " log-probabilities");
    }

    static String seconds(long nanos) {
        return String.format(Locale.ROOT, nanos < LONG_NANOS ? "%.2f s" : "%.1f s", nanos / NANOS_PER_SECOND);
    }

    static String millis(long nanos) {
        return String.format(Locale.ROOT, "%,.1f", nanos / NANOS_PER_MILLI);
    }

    static String factor(double factor) {
        return String.format(Locale.ROOT, "%.2f×", factor);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// A small share with three digits that count.
    static String smallPercent(double share) {
        return String.format(Locale.ROOT, "%.3g %%", 100 * share);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 100 ? "%,.1f" : "%,.0f", perSecond);
    }

    /// The bits of a float as they are compared.
    static String bits(float value) {
        return HexFormat.of().toHexDigits(Float.floatToIntBits(value));
    }

    /// `a`, `a and b`, or `a, b and c`.
    static String list(List<String> words) {
        return words.size() < 2 ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", bytes >> 20);
    }
}
