package throttlelab.fxml.present;

/// What a presentation shows before it goes on to the next.
///
/// @param name the end of the keys of its texts
/// @param profile the throttle profile, by its name; `null` for what the person has set up
/// @param policy the combine policy, by its id; `null` for what the person has set up
record Scene(String name, String profile, String policy) {
}
