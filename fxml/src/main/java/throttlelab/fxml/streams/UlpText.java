package throttlelab.fxml.streams;

import java.util.Locale;

/// A distance in ULPs, short enough for a cell.
public final class UlpText {

    private static final long LARGE = 10_000;

    private UlpText() {
    }

    /// All digits where they are few, and else the order of magnitude.
    public static String brief(long ulps) {
        return ulps < LARGE ? Long.toString(ulps) : String.format(Locale.ROOT, "%.0e", (double) ulps);
    }
}
