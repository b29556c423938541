package throttlelab.app.summary;

import java.nio.file.Path;
import throttlelab.app.terminal.Style;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.engine.schedule.matrix.MatrixPages;
import throttlelab.engine.schedule.matrix.MatrixResult;
import throttlelab.engine.schedule.matrix.MatrixRow;

/// The invariance matrix for a reader at a terminal.
public final class MatrixSummary {

    private final MatrixResult result;

    /// A summary of `result`.
    public MatrixSummary(MatrixResult result) {
        this.result = result;
    }

    /// Writes it.
    ///
    /// @param file where it was written
    public void print(Terminal terminal, Path file) {
        Page page = new Page(terminal);
        Style style = terminal.style();
        boolean same = result.divergences() == 0;
        page.headline(same ? style.good("NO DIVERGENCE") : style.bad("DIVERGENCE"), same ? "NO DIVERGENCE" : "DIVERGENCE",
                MatrixPages.verdict(result));
        TextTable table = new TextTable("Row", "comparisons", "divergences", "seconds");
        for (MatrixRow row : result.rows()) {
            table.row(row.id(), row.notRun().isPresent() ? "not run" : Numbers.count(row.comparisons()),
                    row.notRun().isPresent() ? "" : Numbers.count(row.divergences()), Numbers.decimal(row.nanos() / 1e9));
        }
        page.table(table);
        page.list("Not run here:", result.rows().stream().filter(row -> row.notRun().isPresent())
                .map(row -> row.id() + ": " + row.notRun().get()).toList());
        page.gap();
        page.entry("Machine", result.machine());
        page.entry("Written to", file + ", and beside it as HTML and CSV: what was run for each row, and the command that "
                + "runs it again");
    }
}
