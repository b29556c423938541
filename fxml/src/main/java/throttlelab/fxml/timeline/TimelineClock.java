package throttlelab.fxml.timeline;

import java.util.Arrays;

/// Turns times of the federation's clock into places on the time axis: nanoseconds since the run began, without the
/// times in which the run was held between two stages. Without this a run that a person steps through would be all gaps.
final class TimelineClock {

    /// What is left of a gap between two stages.
    static final long LONGEST_GAP = 20_000_000;
    /// From this length on, a gap is a pause that somebody has made.
    private static final long SHORTEST_PAUSE = 200_000_000;

    private final long origin;
    private long[] from = new long[8];
    private long[] to = new long[8];
    private long[] cut = new long[8];
    private int count;

    /// @param origin when the run began
    TimelineClock(long origin) {
        this.origin = origin;
    }

    /// Notes the time between a gate's opening and the beginning of the next stage. Gaps are noted in order.
    void gap(long opened, long began) {
        if (began - opened <= LONGEST_GAP) {
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            cut = Arrays.copyOf(cut, 2 * count);
        }
        from[count] = opened + LONGEST_GAP;
        to[count] = began;
        cut[count] = (count == 0 ? 0 : cut[count - 1]) + began - from[count];
        count++;
    }

    /// The place of a time on the axis.
    long axis(long time) {
        int found = Arrays.binarySearch(from, 0, count, time);
        int gap = found >= 0 ? found : -found - 2;
        if (gap < 0) {
            return time - origin;
        }
        return Math.max(time, to[gap]) - cut[gap] - origin;
    }

    /// How many gaps there have been.
    int gaps() {
        return count;
    }

    /// Whether a gap is a pause.
    boolean pause(int gap) {
        return to[gap] - from[gap] >= SHORTEST_PAUSE;
    }

    /// Where a gap has been cut out.
    long place(int gap) {
        return axis(from[gap]);
    }
}
