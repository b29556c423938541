package throttlelab.app.summary;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import throttlelab.app.terminal.TextTable;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.WorkerTiming;

/// The rows of a table that say how the workers of one run fared, a worker a column: how much each was to be slowed
/// down, how much it was, and how much of the wall time it waited and had others wait.
///
/// @param name of the run
/// @param report what its federation measured
record WorkerRows(String name, FederationReport report) {

    /// An empty table with a column for each of `workers`.
    static TextTable table(int workers) {
        String[] headings = new String[workers + 1];
        headings[0] = "Slowdown of worker";
        IntStream.range(0, workers).forEach(worker -> headings[worker + 1] = Integer.toString(worker));
        return new TextTable(headings);
    }

    void addTo(TextTable table) {
        add(table, name + ", set", worker -> Numbers.decimal(worker.factorSet()));
        add(table, "  measured", worker -> Numbers.decimal(worker.factorMeasured()));
        add(table, "  waited", worker -> share(worker.waitNanos()));
        add(table, "  blamed", worker -> share(worker.blameNanos()));
    }

    private void add(TextTable table, String label, Function<WorkerTiming, String> cell) {
        List<String> cells = new ArrayList<>(List.of(label));
        report.workers().stream().map(cell).forEach(cells::add);
        table.row(cells);
    }

    private String share(long nanos) {
        return report.wallNanos() == 0 ? "" : Numbers.percent(nanos / (double) report.wallNanos());
    }
}
