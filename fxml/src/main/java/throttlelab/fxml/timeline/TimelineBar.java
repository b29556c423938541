package throttlelab.fxml.timeline;

/// One contribution in its worker's lane. Times are nanoseconds since the run began; what has not happened yet has the
/// present time.
///
/// @param stage the stage's number in the run
/// @param from when compute began
/// @param computed when compute ended and delay began
/// @param delivered when it was delivered
/// @param until when the gate opened; `delivered` if it came after that
/// @param late whether it came too late
/// @param dead whether its worker died at `delivered`, before it delivered
public record TimelineBar(int stage, long from, long computed, long delivered, long until, boolean late, boolean dead) {
}
