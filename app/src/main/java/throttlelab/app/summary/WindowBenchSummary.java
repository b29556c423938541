package throttlelab.app.summary;

import java.util.Locale;
import throttlelab.app.bench.Frames;
import throttlelab.app.bench.Sample;
import throttlelab.app.bench.WindowResult;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.engine.recording.Environment;

/// A benchmark of the window for a reader at a terminal.
public final class WindowBenchSummary {

    private final WindowResult result;

    /// A summary of `result`.
    public WindowBenchSummary(WindowResult result) {
        this.result = result;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        Environment machine = result.environment();
        WindowResult.Screen screen = result.screen();
        page.entry("Machine", machine.cpu() + ", " + Numbers.count(machine.processors(), "processor") + ", "
                + machine.os() + ", " + machine.arch());
        page.entry("Java", machine.java() + ", " + machine.vm() + ", " + String.join(" ", machine.vmOptions()) + ", "
                + machine.kernels());
        page.entry("Screen", size(screen.width(), screen.height()) + ", window "
                + size(screen.windowWidth(), screen.windowHeight()) + ", "
                + (screen.hardware() ? "hardware" : "software") + " rendering, "
                + screen.pipelines().map(order -> "prism.order " + order).orElse("prism.order not set"));
        page.entry("Model", result.model().name() + ", " + Numbers.count(result.model().parameters()) + " parameters");
        page.entry("Runs", "one stream, " + Numbers.count(result.tokens(), "new token")
                + ", unthrottled, again and again for 3 seconds a turn; with the window and without it in turns");
        page.table(table());
        page.paragraph("Frames: at full speed those that show something new, in slow motion pulses of the window, "
                + "each of which waits until the one before is painted; p99: 99 of 100 came no later than this after the "
                + "one before. Idle: of one processor.");
    }

    private TextTable table() {
        TextTable table = new TextTable("Measured", "median", "least", "most", "turns", "");
        rate(table, "Full speed, no window", result.headless());
        rate(table, "Full speed, window open", result.windowed());
        table.row("Lost to the window", String.format(Locale.ROOT, "%.1f", 100 * result.loss()), "", "", "", "%");
        result.fullSpeed().ifPresentOrElse(frames -> frames(table, "Full speed", frames),
                () -> table.row("Full speed, frames", "too short", "", "", "", "frames/s"));
        frames(table, "Slow motion, " + Math.round(result.tempoMillis()) + " ms", result.slowMotion());
        result.idle().ifPresentOrElse(
                share -> table.row("Idle, processor", percent(share.median()), percent(share.min()),
                        percent(share.max()), Integer.toString(share.runs()), "%"),
                () -> table.row("Idle, processor", "not told", "", "", "", "%"));
        return table;
    }

    private static void rate(TextTable table, String what, Sample sample) {
        table.row(what, Numbers.decimal(sample.median()), Numbers.decimal(sample.min()), Numbers.decimal(sample.max()),
                Integer.toString(sample.runs()), "tokens/s");
    }

    private static void frames(TextTable table, String what, Frames frames) {
        table.row(what + ", frames", Numbers.decimal(frames.perSecond()), "", "", "", "frames/s");
        table.row(what + ", p99", Numbers.decimal(frames.p99Millis()), "", Numbers.decimal(frames.worstMillis()), "",
                "ms");
    }

    private static String percent(double share) {
        return Numbers.decimal(100 * share);
    }

    private static String size(int width, int height) {
        return width + "×" + height;
    }
}
