package throttlelab.fxml.verdict;

import throttlelab.fxml.texts.Texts;

/// What was measured beside the verdict, as it is written.
///
/// @param rate tokens a second
/// @param waiting share of the time that was spent waiting at barriers
/// @param throttling the largest slowdown that was set, and what the clock shows of it
/// @param margin the narrowest margin between the best and the second-best token, and where
/// @param refused how many contributions were refused
public record Measurements(String rate, String waiting, String throttling, String margin, String refused) {

    /// Nothing measured yet.
    public static final Measurements NOTHING = new Measurements(Texts.get("verdict.nothing"),
            Texts.get("verdict.nothing"), Texts.get("verdict.nothing"), Texts.get("verdict.nothing"),
            Texts.get("verdict.nothing"));
}
