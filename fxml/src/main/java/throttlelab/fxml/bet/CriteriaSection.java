package throttlelab.fxml.bet;

import java.util.List;

/// A part of the pre-registered criteria, for a reader.
///
/// @param heading what it is about
/// @param lines its sentences
public record CriteriaSection(String heading, List<String> lines) {

    /// @throws NullPointerException if the list is null or holds null
    public CriteriaSection {
        lines = List.copyOf(lines);
    }
}
