package throttlelab.app.summary;

import java.util.List;
import java.util.Locale;

/// Numbers for eyes, the same in every country.
final class Numbers {

    private Numbers() {
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
        return String.format(Locale.ROOT, nanos < 10_000_000_000L ? "%.2f s" : "%.1f s", nanos / 1e9);
    }

    static String decimal(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2f" : "%.1f", number);
    }

    static String rate(double perSecond) {
        return String.format(Locale.ROOT, perSecond < 100 ? "%,.1f" : "%,.0f", perSecond);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /// `a`, `a and b`, or `a, b and c`.
    static String list(List<String> words) {
        return words.size() < 2 ? String.join("", words)
                : String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
