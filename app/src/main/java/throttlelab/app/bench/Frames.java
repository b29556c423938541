package throttlelab.app.bench;

import java.util.Arrays;

/// How evenly frames followed each other.
///
/// @param perSecond frames a second
/// @param p99Millis 99 of 100 frames came no later than this after the one before
/// @param worstMillis the longest time between two
/// @param count how many frames there were
public record Frames(double perSecond, double p99Millis, double worstMillis, int count) {

    private static final double NANOS_PER_MILLI = 1e6;

    /// What the times between frames, in nanoseconds, come to.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Frames of(long... intervals) {
        if (intervals.length == 0) {
            throw new IllegalArgumentException("no frame was seen");
        }
        long[] sorted = intervals.clone();
        Arrays.sort(sorted);
        double seconds = Arrays.stream(sorted).sum() / 1e9;
        return new Frames(sorted.length / seconds, percentile(sorted, 99) / NANOS_PER_MILLI,
                sorted[sorted.length - 1] / NANOS_PER_MILLI, sorted.length);
    }

    /// The nearest-rank percentile: the least value that `percent` of a hundred do not exceed.
    private static long percentile(long[] sorted, int percent) {
        long rank = ((long) sorted.length * percent + 99) / 100;
        return sorted[(int) rank - 1];
    }
}
