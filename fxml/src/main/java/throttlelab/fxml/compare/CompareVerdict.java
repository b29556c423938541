package throttlelab.fxml.compare;

import java.util.List;

/// What a comparison came to.
///
/// @param id its name in style sheets
/// @param symbol its symbol
/// @param name its name
/// @param sentence what it means
/// @param counts the counts: sentences
/// @param reasons why it is void, and what else is to be known: sentences
public record CompareVerdict(String id, String symbol, String name, String sentence, List<String> counts,
        List<String> reasons) {

    /// @throws NullPointerException if a list is null or holds null
    public CompareVerdict {
        counts = List.copyOf(counts);
        reasons = List.copyOf(reasons);
    }
}
