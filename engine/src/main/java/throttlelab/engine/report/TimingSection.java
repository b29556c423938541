package throttlelab.engine.report;

import static throttlelab.engine.report.content.Block.paragraph;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import throttlelab.engine.comparison.LiveJudgement;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Section;

/// The proof that the throttling bit: what each worker's slowdown was set to, and what it was.
final class TimingSection {

    private TimingSection() {
    }

    static Section of(List<Run> runs, double leastShare) {
        return new Section("timing", "Throttling: set against measured", List.of(
                paragraph(said(runs, leastShare)),
                SlowdownChart.of(runs),
                table(runs),
                Block.aside("Measured = (compute + delay) / compute, where compute is the processor time of a worker's "
                        + "forward path, and delay the time from the end of compute to delivery. Set is the mean of "
                        + "the "
                        + "factors in force, weighted by compute. Waited: at barriers, after delivery, until the gate "
                        + "opened. Blame: the waits between the second-last and the last arrival, charged to the last. "
                        + "Times are sums over the run, in milliseconds.")));
    }

    private static String said(List<Run> runs, double leastShare) {
        List<WorkerTiming> throttled = runs.stream().flatMap(run -> run.report().workers().stream())
                .filter(LiveJudgement::throttled).toList();
        if (throttled.isEmpty()) {
            return "No worker was slowed down, so there is no throttling to be shown.";
        }
        OptionalDouble least = throttled.stream().mapToDouble(each -> each.factorMeasured() / each.factorSet()).min();
        long below = throttled.stream().filter(each -> each.factorMeasured() < leastShare * each.factorSet()).count();
        return String.format(Locale.ROOT, "Of %s in throttled runs, %s held back as set: the measured slowdown was at "
                + "least %.1f %% of the one set, and less than %s of it would make the throttling doubtful.",
                Figures.count(throttled.size(), "worker"),
                below == 0 ? "all were" : Figures.count(throttled.size() - below) + " were and " + Figures.count(below)
                        + " were not",
                100 * least.orElse(0), Figures.percent(leastShare));
    }

    private static Block table(List<Run> runs) {
        List<Column> columns = new ArrayList<>(List.of(new Column("Run", Kind.TEXT)));
        Stream.of("Worker", "Set", "Measured", "Share", "Compute ms", "Delay ms", "Waited ms", "Blame ms", "Last")
                .forEach(heading -> columns.add(new Column(heading, Kind.NUMBER)));
        List<List<String>> rows = new ArrayList<>();
        for (Run run : runs) {
            for (WorkerTiming worker : run.report().workers()) {
                rows.add(List.of(worker.worker() == run.report().workers().getFirst().worker() ? run.name() : "",
                        Integer.toString(worker.worker()), Figures.factor(worker.factorSet()),
                        Figures.factor(worker.factorMeasured()),
                        Figures.percent(worker.factorMeasured() / worker.factorSet()),
                        Figures.millis(worker.computeNanos()), Figures.millis(worker.delayNanos()),
                        Figures.millis(worker.waitNanos()), Figures.millis(worker.blameNanos()),
                        Figures.count(worker.lastArrivals())));
            }
        }
        return new Block.Table("Each worker of each run. Share: measured of set. Last: how often it arrived last.",
                columns, rows, true);
    }
}
