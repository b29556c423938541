package throttlelab.app.summary;

import java.util.Locale;
import java.util.function.DoubleFunction;
import throttlelab.app.bench.BenchPlan;
import throttlelab.app.bench.BenchResult;
import throttlelab.app.bench.Sample;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.engine.recording.Environment;

/// A benchmark for a reader at a terminal.
public final class BenchSummary {

    private final BenchResult result;

    /// A summary of `result`.
    public BenchSummary(BenchResult result) {
        this.result = result;
    }

    /// Writes it.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        Environment machine = result.environment();
        BenchPlan plan = result.plan();
        page.entry("Machine", machine.cpu() + ", " + Numbers.count(machine.processors(), "processor") + ", "
                + machine.os() + ", " + machine.arch());
        page.entry("Java", machine.java() + ", " + machine.vm() + ", " + String.join(" ", machine.vmOptions()) + ", "
                + machine.kernels());
        page.entry("Model", result.model().name() + ", " + Numbers.count(result.model().parameters()) + " parameters");
        page.entry("Runs", Numbers.count(plan.prompts().size(), "prompt") + " with "
                + Numbers.count(result.promptTokens()) + " tokens, " + Numbers.count(plan.tokens(), "new token")
                + " each, batch " + plan.batch() + ", " + plan.settings().partition().id() + ", "
                + Numbers.count(plan.settings().workers(), "worker") + ", unthrottled");
        page.table(table());
        page.paragraph("Verification: content addresses, checksums and audit log; with and without in turns. A stage's cost "
                + "is the time from handing out to the opening of the gate, less the least time its work can take.");
    }

    private TextTable table() {
        TextTable table = new TextTable("Measured", "median", "least", "most", "runs", "");
        row(table, "Loading the model", result.loadMillis(), "ms", Numbers::rate);
        row(table, "Batch, generation", result.batchGeneration(), "tokens/s", Numbers::rate);
        row(table, "Batch, prompts and all", result.batchWhole(), "tokens/s", Numbers::rate);
        row(table, "Batch, prefill", result.prefill(), "tokens/s", Numbers::rate);
        row(table, "One stream, generation", result.streamGeneration(), "tokens/s", Numbers::rate);
        row(table, "Batch with verification", result.verifiedMillis(), "ms", Numbers::rate);
        row(table, "Batch without it", result.unverifiedMillis(), "ms", Numbers::rate);
        table.row("Cost of verification", String.format(Locale.ROOT, "%+.1f", 100 * result.verificationCost()), "", "",
                "", "%");
        row(table, "Cost of a stage, " + Numbers.count(result.plan().settings().workers(), "worker"),
                result.stageMicros(), "µs", Numbers::decimal);
        row(table, "Cost of a stage, 1 worker", result.stageMicrosAlone(), "µs", Numbers::decimal);
        result.peakBytes().ifPresent(bytes -> table.row("Peak resident memory",
                Numbers.count(bytes >> 20), "", "", "", "MB"));
        result.bet().ifPresent(bet -> table.row("Whole bet, " + bet.verdict(), Numbers.rate(bet.wallMillis()), "", "",
                "1", "ms"));
        return table;
    }

    private static void row(TextTable table, String what, Sample sample, String unit, DoubleFunction<String> format) {
        table.row(what, format.apply(sample.median()), format.apply(sample.min()), format.apply(sample.max()),
                Integer.toString(sample.runs()), unit);
    }
}
