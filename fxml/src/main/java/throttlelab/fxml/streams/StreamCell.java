package throttlelab.fxml.streams;

/// One token of one line.
///
/// @param text what it says, whitespace made visible, without the space that it begins with
/// @param spaced whether it begins with a space
/// @param note what stands below it
/// @param mark how it compares with the baseline
/// @param consequence whether a token before it differs already
public record StreamCell(String text, boolean spaced, String note, Mark mark, boolean consequence) {
}
