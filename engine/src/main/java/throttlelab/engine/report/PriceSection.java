package throttlelab.engine.report;

import static throttlelab.engine.report.content.Block.paragraph;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Section;

/// What determinism costs: the time that workers wait for each other.
final class PriceSection {

    private static final int AUDIT_DIGITS = 12;

    private PriceSection() {
    }

    static Section of(List<Run> runs) {
        return new Section("price", "The price of determinism", List.of(
                paragraph("A barrier opens when the last contribution is there. Of all the time of all workers, the "
                        + "share "
                        + "that they waited at barriers is what the same answer at any speed costs."),
                WaitingChart.of(runs),
                table(runs),
                Block.aside("× first: the wall time as a multiple of that of the first run. Stages waited: the "
                        + "share of "
                        + "stages at whose barrier the coordinator found the gate still closed. Refused: contributions "
                        + "that came late, twice or damaged; none of them changed anything.")));
    }

    private static Block table(List<Run> runs) {
        List<Column> columns = List.of(new Column("Run", Kind.TEXT), new Column("Wall", Kind.NUMBER),
                new Column("× first", Kind.NUMBER), new Column("Prefill", Kind.NUMBER),
                new Column("Tokens/s", Kind.NUMBER), new Column("Workers waited", Kind.NUMBER),
                new Column("Stages", Kind.NUMBER), new Column("Stages waited", Kind.NUMBER),
                new Column("Refused", Kind.NUMBER), new Column("Audit digest", Kind.CODE));
        Run first = runs.getFirst();
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            // Times of a run that was cut short compare with nothing.
            boolean comparable = first.complete() && run.complete() && first.report().wallNanos() > 0;
            rows.add(List.of(run.name() + (run.complete() ? "" : " (stopped)"), Figures.seconds(run.report().wallNanos()),
                    comparable ? Figures.factor(run.report().wallNanos() / (double) first.report().wallNanos()) : "–",
                    Figures.seconds(run.report().prefillNanos()), Figures.rate(run.tokensPerSecond()),
                    Figures.percent(run.waitingShare()), Figures.count(run.report().stages()),
                    run.report().stages() == 0 ? "–"
                            : Figures.percent(run.report().stagesWaited() / (double) run.report().stages()),
                    Figures.count(run.report().refusals().total()),
                    run.report().auditDigest().prefix(AUDIT_DIGITS) + "…"));
        }
        return new Block.Table("Each run as a whole.", columns, rows, false);
    }
}
