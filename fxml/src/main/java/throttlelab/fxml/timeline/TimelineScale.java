package throttlelab.fxml.timeline;

/// Round numbers: 1, 2, 5, 10, 20, 50 and so on.
final class TimelineScale {

    private TimelineScale() {
    }

    /// The smallest round number that is not below `value`, and at least 1.
    static int round(double value) {
        return (int) roundLong(value);
    }

    /// The same for large numbers.
    static long roundLong(double value) {
        for (long decade = 1; ; decade *= 10) {
            for (long step : new long[] {decade, 2 * decade, 5 * decade}) {
                if (step >= value) {
                    return step;
                }
            }
        }
    }
}
