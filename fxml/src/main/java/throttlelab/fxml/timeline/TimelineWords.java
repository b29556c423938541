package throttlelab.fxml.timeline;

import throttlelab.fxml.texts.Texts;

/// The timeline in words.
final class TimelineWords {

    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;

    private TimelineWords() {
    }

    /// A place on the time axis whose labels are `step` apart.
    static String time(long nanos, long step) {
        if (step >= SECOND || nanos >= SECOND && step >= SECOND / 10) {
            return Texts.get("timeline.seconds", decimals(nanos / SECOND, step / SECOND));
        }
        return Texts.get("timeline.millis", decimals(nanos / MILLI, step / MILLI));
    }

    private static String decimals(double value, double step) {
        int decimals = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
        return Texts.number("%." + decimals + "f", value);
    }

    /// A duration in milliseconds, with about three digits.
    static String millis(long nanos) {
        double millis = nanos / MILLI;
        return Texts.number(millis < 0.995 ? "%.3f" : millis < 9.95 ? "%.2f" : millis < 99.5 ? "%.1f" : "%.0f",
                millis);
    }

    /// The beginning of a token.
    static String token(String number) {
        return Texts.get("timeline.token", number);
    }

    /// What is under the mouse, below the stage and the worker's name.
    static String detail(TimelineDetail detail) {
        String what = detail.dead() ? "timeline.detail.dead" : detail.late() ? "timeline.detail.late" : "timeline.detail";
        return Texts.get(what, millis(detail.compute()),
                millis(detail.delay()), millis(detail.waited()));
    }

    /// Everything, for those who cannot see it.
    static String all(TimelineSnapshot shown) {
        TimelineGate place = shown.selected() != null ? shown.selected() : shown.cursor();
        String at = place == null ? Texts.get("timeline.at.now")
                : Texts.get(shown.selected() != null ? "timeline.at.selected" : "timeline.at.cursor", place.stage() + 1);
        return Texts.get("timeline.all", shown.stages(), at, millis(shown.start()),
                millis(Math.min(shown.end(), shown.start() + shown.span())));
    }
}
