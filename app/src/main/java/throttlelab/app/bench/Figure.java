package throttlelab.app.bench;

import java.util.List;

/// One measured quantity.
///
/// @param id its name in files; the same in every version that measures the same
/// @param words its name for people
/// @param unit in what it is measured
/// @param better whether more of it is better, less of it, or neither
/// @param sample what was measured
public record Figure(String id, String words, String unit, Better better, Sample sample) {

    /// Which way is better.
    public enum Better {
        /// The more the better.
        MORE,
        /// The less the better.
        LESS,
        /// Neither.
        NEITHER
    }

    /// A quantity of which more is better.
    static Figure more(String id, String words, String unit, Sample sample) {
        return new Figure(id, words, unit, Better.MORE, sample);
    }

    /// A quantity of which less is better.
    static Figure less(String id, String words, String unit, Sample sample) {
        return new Figure(id, words, unit, Better.LESS, sample);
    }

    /// A quantity along another: a curve.
    ///
    /// @param id its name in files
    /// @param words its name for people
    /// @param along what it is measured along
    /// @param unit in what it is measured
    /// @param points where, and how much
    public record Curve(String id, String words, String along, String unit, List<Point> points) {

        /// @throws NullPointerException if the list is null or holds null
        public Curve {
            points = List.copyOf(points);
        }
    }

    /// A point of a curve.
    ///
    /// @param at where
    /// @param value how much
    public record Point(int at, double value) {
    }
}
