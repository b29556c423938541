package throttlelab.app.bench;

import java.util.Arrays;

/// Repeated measurements of one quantity.
///
/// @param median the middle one, or the mean of the two in the middle
/// @param min the least
/// @param max the greatest
/// @param runs how many there were
public record Sample(double median, double min, double max, int runs) {

    /// What `values` come to.
    ///
    /// @throws IllegalArgumentException if there is none
    public static Sample of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("nothing was measured");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Sample(median, sorted[0], sorted[sorted.length - 1], sorted.length);
    }
}
