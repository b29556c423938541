package throttlelab.fxml.timeline;

/// A place on the time axis that has a name: the beginning of a token, or a pause of the run.
///
/// @param time where, in nanoseconds since the run began
/// @param text the token's number; empty for a pause
public record TimelineMark(long time, String text) {
}
