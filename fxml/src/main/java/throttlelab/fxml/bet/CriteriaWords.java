package throttlelab.fxml.bet;

import java.util.List;

/// Pre-registered criteria, for a reader.
///
/// @param question what the bet asks
/// @param registered what is to be run, in one line
/// @param sections the whole
record CriteriaWords(String question, String registered, List<CriteriaSection> sections) {
}
