package throttlelab.fxml.compare;

/// A bar of the [UlpChart].
///
/// @param label the distances that it stands for
/// @param count how many positions lie so far apart
/// @param equal whether that is no distance at all
public record UlpBar(String label, long count, boolean equal) {
}
