package throttlelab.fxml.timeline;

/// A stage on the time axis.
///
/// @param stage its number in the run
/// @param began when it was handed out, in nanoseconds since the run began
/// @param opened when its gate opened; -1 while it is closed
public record TimelineGate(int stage, long began, long opened) {
}
