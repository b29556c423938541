package throttlelab.fxml.timeline;

/// What is at one place of a timeline.
///
/// @param title the stage, in words
/// @param worker whose lane
/// @param compute how long it computed, in nanoseconds
/// @param delay how long it was held back
/// @param waited how long it waited at the barrier
/// @param late whether its contribution came too late
/// @param dead whether its worker died before it delivered
public record TimelineDetail(String title, int worker, long compute, long delay, long waited, boolean late,
        boolean dead) {
}
