package throttlelab.fxml.streams;

import throttlelab.fxml.texts.Texts;

/// A distance in ULPs, short enough for a cell.
public final class UlpText {

    private static final long LARGE = 10_000;
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;

    private UlpText() {
    }

    /// All digits where they are few, and else thousands or millions: 7, 43k, 12M.
    public static String brief(long ulps) {
        if (ulps < LARGE) {
            return Long.toString(ulps);
        }
        return ulps < MILLION ? Texts.get("streams.ulps.thousands", ulps / THOUSAND)
                : Texts.get("streams.ulps.millions", ulps / MILLION);
    }
}
