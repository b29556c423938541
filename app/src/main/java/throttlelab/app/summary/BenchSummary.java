package throttlelab.app.summary;

import java.util.Locale;
import throttlelab.app.bench.BenchPlan;
import throttlelab.app.bench.BenchResult;
import throttlelab.app.bench.Figure;
import throttlelab.app.bench.Figure.Curve;
import throttlelab.app.bench.Figure.Point;
import throttlelab.app.bench.Paired;
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
        page.paragraph("Verification (content addresses, checksums, audit log) costs " + percent(result.verification())
                + result.waiting().map(cost -> ". Combining in slot order, where no worker is slowed, costs " + percent(cost)
                        + " against combining as contributions arrive").orElse("") + ". All measured in turns. A stage's "
                + "cost is the time from handing out to the opening of the gate, less the least time its work can take.");
        for (Curve curve : result.curves()) {
            page.table(curve(curve));
        }
    }

    private TextTable table() {
        TextTable table = new TextTable("Measured", "median", "least", "most", "runs", "");
        for (Figure figure : result.figures()) {
            Sample sample = figure.sample();
            boolean once = sample.runs() == 1;
            table.row(figure.words(), number(sample.median()), once ? "" : number(sample.min()),
                    once ? "" : number(sample.max()), Integer.toString(sample.runs()), figure.unit());
        }
        return table;
    }

    private static TextTable curve(Curve curve) {
        TextTable table = new TextTable(curve.words() + ", " + curve.unit(), curve.along(), "median");
        for (Point point : curve.points()) {
            table.row("", Numbers.count(point.at()), number(point.value()));
        }
        return table;
    }

    static String number(double value) {
        return value < 10 ? Numbers.decimal(value) : Numbers.rate(value);
    }

    private static String percent(Paired cost) {
        return Double.isFinite(cost.halfWidth())
                ? String.format(Locale.ROOT, "%+.1f %% (± %.1f with 95 %% confidence, %d turns)", 100 * cost.mean(),
                        100 * cost.halfWidth(), cost.turns())
                : String.format(Locale.ROOT, "%+.1f %% (one turn)", 100 * cost.mean());
    }
}
