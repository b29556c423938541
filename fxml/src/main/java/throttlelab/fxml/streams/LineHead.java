package throttlelab.fxml.streams;

/// What stands before a line.
///
/// @param title what it is
/// @param remark how it came about; may be empty
public record LineHead(String title, String remark) {
}
