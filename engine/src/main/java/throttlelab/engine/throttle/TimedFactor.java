package throttlelab.engine.throttle;

import java.util.Arrays;

/// One worker's factor over time, given by points: held from each point to the next, or drawn as a straight line
/// between them. Before the first point its factor holds, after the last the last one's; with a period all begins again
/// when it is over.
///
/// @param atNanos times of the points, ascending
/// @param factors factor at each point
/// @param linear whether straight lines lead from point to point
/// @param periodNanos after which time it repeats, or 0 for never
record TimedFactor(long[] atNanos, double[] factors, boolean linear, long periodNanos) {

    static TimedFactor constant(double factor) {
        return new TimedFactor(new long[] {0}, new double[] {factor}, false, 0);
    }

    boolean changing() {
        return factors.length > 1;
    }

    double at(long elapsedNanos) {
        long time = Math.max(0, elapsedNanos);
        if (periodNanos > 0) {
            time %= periodNanos;
        }
        int found = Arrays.binarySearch(atNanos, time);
        int point = found >= 0 ? found : Math.max(0, -found - 2);
        if (!linear || point == factors.length - 1 || time <= atNanos[point]) {
            return factors[point];
        }
        double share = (double) (time - atNanos[point]) / (atNanos[point + 1] - atNanos[point]);
        return factors[point] + share * (factors[point + 1] - factors[point]);
    }
}
