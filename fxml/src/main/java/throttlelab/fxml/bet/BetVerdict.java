package throttlelab.fxml.bet;

import java.util.List;

/// What a bet came to, in words.
///
/// @param id the verdict in lower case, for style sheets
/// @param symbol its symbol
/// @param name its name
/// @param sentence what it means
/// @param reasons why it is not STRICT; empty if it is
/// @param control what it says about a negative control; empty if this was none
/// @param counts how many positions were compared, and how many differ
/// @param observed how sure that is
/// @param registered whether this was the bet as it was laid down
/// @param baseline how it compares with the recorded baseline
/// @param prices what each profile cost
/// @param audit whether the audit digests are equal
/// @param validates what it shows
/// @param doesNotValidate what it does not show
/// @param openQuestion what remains to be tried
/// @param sufficiency how far it carries
public record BetVerdict(String id, String symbol, String name, String sentence, List<String> reasons, String control,
        String counts, String observed, String registered, String baseline, List<ProfilePrice> prices, String audit,
        List<String> validates, List<String> doesNotValidate, String openQuestion, String sufficiency) {

    /// @throws NullPointerException if a list is null or holds null
    public BetVerdict {
        reasons = List.copyOf(reasons);
        prices = List.copyOf(prices);
        validates = List.copyOf(validates);
        doesNotValidate = List.copyOf(doesNotValidate);
    }
}
