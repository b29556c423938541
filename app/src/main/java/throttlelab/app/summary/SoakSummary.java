package throttlelab.app.summary;

import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import throttlelab.app.bench.ResidentMemory;
import throttlelab.app.bench.SoakResult;
import throttlelab.app.terminal.Terminal;

/// A soak for a reader at a terminal.
public final class SoakSummary {

    private static final double MEGABYTE = 1 << 20;
    private static final double NANOS = 1e9;

    private final SoakResult result;

    /// A summary of `result`.
    public SoakSummary(SoakResult result) {
        this.result = result;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        page.paragraph(verdict());
        page.entry("Ran", time(result.spanNanos()) + (result.window() ? " with the window open" : " of simulated time, in "
                + seconds(result.wallNanos()) + ", " + Math.round(result.spanNanos() / (double) result.wallNanos())
                + " times as fast as real time"));
        page.entry("Slowdowns", Numbers.count(result.changes(), "change") + (result.window()
                ? ", a slider at a time" : ": every worker's, every second") + "; seed " + result.seed());
        page.entry("Compared", Numbers.count(result.prompts(), "stream") + ", " + Numbers.count(result.tokens(), "token")
                + ", " + (result.window() ? "with the baseline" : "with real threads that nobody slowed"));
        page.entry("Different", Numbers.count(result.divergent(), "stream"));
        if (!result.heap().isEmpty()) {
            page.entry("Memory", "in use after a collection: " + megabytes(result.heap().getFirst()) + " at the first of "
                    + result.heap().size() + " looks, " + megabytes(result.heap().getLast()) + " at the last; least "
                    + megabytes(Collections.min(result.heap())) + ", most " + megabytes(Collections.max(result.heap())));
        }
        ResidentMemory.peakBytes().ifPresent(peak -> page.entry("Resident", "at most " + megabytes(peak)));
    }

    private String verdict() {
        String bits = result.divergent() == 0 ? "The same bits throughout" : "The bits differ";
        return bits + (result.flat() ? ", and memory stayed flat." : result.divergent() == 0
                ? ", but memory grew." : ", and memory grew.");
    }

    private static String time(long nanos) {
        Duration time = Duration.ofNanos(nanos);
        return String.format(Locale.ROOT, "%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.1f s", nanos / NANOS);
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
