package throttlelab.fxml.timeline;

/// Where things lie in a timeline, in pixels.
///
/// @param em the size of text
/// @param left where the lanes begin, right of the symbols
/// @param width how wide they are
/// @param top where the first lane begins, below the tokens
/// @param lane how high a lane is
/// @param lanes how many there are
/// @param start the time at the left end, in nanoseconds
/// @param span how much time the width stands for
record TimelinePlot(double em, double left, double width, double top, double lane, int lanes, long start, long span) {

    private static final double LEFT = 2.1;
    private static final double TOP = 1.05;
    private static final double AXIS = 1.15;

    static TimelinePlot of(TimelineSnapshot shown, int lanes, double width, double height, double em) {
        double left = LEFT * em;
        double top = TOP * em;
        return new TimelinePlot(em, left, Math.max(1, width - left), top, (height - top - AXIS * em) / lanes, lanes,
                shown.start(), shown.span());
    }

    double x(long time) {
        return left + (time - start) * width / span;
    }

    /// The place of a time within the lanes, and not beyond their ends.
    double inside(long time) {
        return Math.clamp(x(time), left, left + width);
    }

    long time(double x) {
        return start + Math.round((x - left) * span / width);
    }

    double middle(int worker) {
        return top + (worker + 0.5) * lane;
    }

    double bottom() {
        return top + lanes * lane;
    }

    /// The lane at a height.
    int worker(double y) {
        return Math.clamp((long) Math.floor((y - top) / lane), 0, lanes - 1);
    }

    double axis() {
        return bottom() + AXIS * em / 2;
    }

    double tokens() {
        return top / 2;
    }
}
