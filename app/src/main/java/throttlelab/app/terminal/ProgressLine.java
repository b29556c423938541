package throttlelab.app.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How far something has come.
///
/// @param what is being done
/// @param done how much of it is done
/// @param total how much there is, more than 0
/// @param unit of what
/// @param left the time it will still take, as far as that can be told
/// @param remark what else should be seen, or nothing
public record ProgressLine(String what, long done, long total, String unit, Optional<Duration> left, String remark) {

    private static final int LEAST_BAR = 8;
    private static final int LONGEST_BAR = 40;
    private static final int TIME = "0:00 left".length();
    private static final String GAP = "  ";

    /// The whole percents that are done.
    public int percent() {
        return (int) (100 * done / total);
    }

    /// A bar as wide as there is room for in `width` columns.
    ///
    /// @param blocks whether the terminal can show block characters
    String bar(int width, boolean blocks) {
        // Columns of the same width all along keep the bar from jumping.
        String counts = " ".repeat(String.format(Locale.ROOT, "%,d", total).length()
                - String.format(Locale.ROOT, "%,d", done).length()) + counts();
        String end = String.format(Locale.ROOT, "%3d %%  %s%-" + (GAP.length() + TIME) + "s", percent(), counts, time())
                + remarks();
        int room = Math.min(LONGEST_BAR, width - 1 - what.length() - end.length() - 2 * GAP.length());
        if (room < LEAST_BAR) {
            return Wrap.cut(what + GAP + end.strip(), width - 1);
        }
        int full = (int) (room * done / total);
        return what + GAP + (blocks ? "█" : "#").repeat(full) + (blocks ? "░" : ".").repeat(room - full) + GAP + end;
    }

    /// The same as a line of a log.
    String plain() {
        return String.format(Locale.ROOT, "%3d %%  %s, %s", percent(), what, counts()) + time() + remarks();
    }

    private String counts() {
        return String.format(Locale.ROOT, "%,d of %,d %s", done, total, unit);
    }

    private String time() {
        return left.map(time -> GAP + clock(time) + " left").orElse("");
    }

    private String remarks() {
        return remark.isEmpty() ? "" : GAP + remark;
    }

    private static String clock(Duration time) {
        long seconds = (time.toMillis() + 999) / 1000;
        return seconds < 3600 ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
