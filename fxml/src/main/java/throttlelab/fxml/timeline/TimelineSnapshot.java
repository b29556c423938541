package throttlelab.fxml.timeline;

import java.util.Collections;
import java.util.List;

/// All that a timeline shows, at one moment. Times are nanoseconds since the run began, pauses of the run left out.
///
/// @param start where the view begins
/// @param span how much time it shows
/// @param end the present, or the end of the run
/// @param stages how many stages there are
/// @param selected the beginning and end of the selected stage; `null` if none is
/// @param cursor the stage at which the cursor stands; `null` if it stands at the present
/// @param gates the stages to be seen, in order; none where they are too many
/// @param lanes for each worker its contributions to be seen, in order; none where they are too many
/// @param shares instead of them, where they are too many; else `null`
/// @param tokens beginnings of tokens
/// @param pauses pauses of the run
public record TimelineSnapshot(long start, long span, long end, int stages, TimelineGate selected, TimelineGate cursor,
        List<TimelineGate> gates, List<List<TimelineBar>> lanes, TimelineShares shares, List<TimelineMark> tokens,
        List<TimelineMark> pauses) {

    private static final long SECOND = 1_000_000_000;

    /// The timeline of `workers` workers before anything runs.
    public static TimelineSnapshot empty(int workers) {
        return new TimelineSnapshot(0, SECOND, 0, 0, null, null, List.of(),
                Collections.nCopies(workers, List.of()), null, List.of(), List.of());
    }
}
