package throttlelab.fxml.compare;

/// A step on the way to who made the difference.
///
/// @param level what it names
/// @param value which one
/// @param sentence what is to be seen there
/// @param source how it was found
public record PathCard(String level, String value, String sentence, String source) {
}
