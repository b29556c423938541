package throttlelab.fxml.lessons;

/// Something promised, and whether it has happened.
///
/// @param text what is promised
/// @param happened whether it has happened
record Sign(String text, boolean happened) {
}
