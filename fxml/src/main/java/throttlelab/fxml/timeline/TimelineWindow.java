package throttlelab.fxml.timeline;

/// Which part of the time axis is in view. Until a person zooms, it shows some stages at the pace of the run, and never
/// so few that it would race.
final class TimelineWindow {

    private static final long SECOND = 1_000_000_000;
    private static final long LEAST_SPAN = 20_000;
    private static final double STAGES = 6;
    private static final long LONGEST = 30;
    /// The span changes in whole seconds, and only when it is plainly wrong: a view that breathes is hard to read.
    private static final double TOO_SHORT = 1.15;
    private static final double TOO_LONG = 0.5;

    private long start;
    private long span = SECOND;
    private long end;
    private boolean zoomed;
    private long seconds = 1;

    long start() {
        return start;
    }

    long span() {
        return span;
    }

    /// Takes note of how far the run has come.
    ///
    /// @param pace how long a stage takes
    /// @param ended whether it is over, so that a short run can fill the view
    void turn(long end, long pace, boolean ended) {
        this.end = end;
        double wanted = Math.clamp(STAGES * pace / SECOND, 1, LONGEST);
        if (wanted > seconds * TOO_SHORT || wanted < seconds * TOO_LONG) {
            seconds = (long) Math.ceil(wanted);
        }
        if (!zoomed) {
            span = ended ? Math.clamp(end, LEAST_SPAN, seconds * SECOND) : seconds * SECOND;
        }
    }

    /// Moves to the present.
    void follow() {
        start = Math.max(0, end - span);
    }

    /// Whether it reaches to the present.
    boolean atEnd() {
        return start >= Math.max(0, end - span);
    }

    void moveTo(long time) {
        start = Math.clamp(time, 0, Math.max(0, end - span));
    }

    void zoom(double factor, long anchor) {
        long before = span;
        span = Math.clamp(Math.round(span * factor), LEAST_SPAN, Math.max(end, SECOND));
        zoomed = true;
        moveTo(anchor - Math.round((anchor - start) * (span / (double) before)));
    }

    void whole() {
        span = Math.max(end, LEAST_SPAN);
        zoomed = true;
        start = 0;
    }

    /// Brings a time into view, if it is not.
    void reveal(long time) {
        if (time < start || time > start + span * 0.9) {
            moveTo(time - span / 2);
        }
    }
}
