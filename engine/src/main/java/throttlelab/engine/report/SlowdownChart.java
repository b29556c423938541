package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Drawing;
import throttlelab.engine.report.content.Drawing.Anchor;
import throttlelab.engine.report.content.Drawing.Box;
import throttlelab.engine.report.content.Drawing.Dot;
import throttlelab.engine.report.content.Drawing.Label;
import throttlelab.engine.report.content.Drawing.Line;
import throttlelab.engine.report.content.Drawing.Shape;
import throttlelab.engine.report.content.Ink;

/// A panel for each run, a bar with a dot for each worker: the slowdown that was set, and the one that was measured.
final class SlowdownChart {

    private static final int PANELS_A_ROW = 3;
    private static final double GAP = 14;
    private static final double AXIS = 22;
    private static final double TOP = 34;
    private static final double PLOT = 104;
    private static final double BOTTOM = 24;
    private static final double SMALL = 7;
    private static final double NORMAL = 9;

    private final List<Shape> shapes = new ArrayList<>();
    private final double most;
    private final double step;

    private SlowdownChart(List<Run> runs) {
        double largest = runs.stream().flatMap(run -> run.report().workers().stream())
                .mapToDouble(worker -> Math.max(worker.factorSet(), worker.factorMeasured())).max().orElse(1);
        step = largest <= 6 ? 1 : largest <= 12 ? 2 : largest <= 30 ? 5 : Math.ceil(largest / 6);
        most = Math.ceil(largest * 1.08 / step) * step;
    }

    static Block of(List<Run> runs) {
        SlowdownChart chart = new SlowdownChart(runs);
        int rows = (runs.size() + PANELS_A_ROW - 1) / PANELS_A_ROW;
        int columns = Math.min(PANELS_A_ROW, runs.size());
        double width = (Drawing.PAGE_WIDTH - AXIS - GAP * (columns - 1)) / columns;
        for (int i = 0; i < runs.size(); i++) {
            chart.panel(runs.get(i), AXIS + i % columns * (width + GAP), (i / columns) * (TOP + PLOT + BOTTOM), width,
                    i % columns == 0);
        }
        return new Block.Chart("Bar: the slowdown set for each worker. Dot: the slowdown measured.", words(runs),
                new Drawing(Drawing.PAGE_WIDTH, rows * (TOP + PLOT + BOTTOM), chart.shapes));
    }

    private static String words(List<Run> runs) {
        List<String> words = new ArrayList<>();
        for (Run run : runs) {
            words.add(run.name() + ": " + String.join(", ", run.report().workers().stream()
                    .map(worker -> String.format(Locale.ROOT, "worker %d set %.2f measured %.2f", worker.worker(),
                            worker.factorSet(), worker.factorMeasured())).toList()));
        }
        return String.join("; ", words) + ".";
    }

    private void panel(Run run, double x, double y, double width, boolean numbered) {
        shapes.add(new Label(x, y + 14, NORMAL, Anchor.START, Ink.TEXT, true, run.name()));
        double ground = y + TOP + PLOT;
        for (double factor = 0; factor <= most + step / 2; factor += step) {
            double at = ground - factor / most * PLOT;
            shapes.add(new Line(x, at, x + width, at, factor == 0 ? Ink.TEXT : Ink.FAINT, factor == 0 ? 0.8 : 0.5));
            if (numbered) {
                shapes.add(new Label(x - 4, at + 2.5, SMALL, Anchor.END, Ink.MUTED, false,
                        String.format(Locale.ROOT, "%.0f×", factor)));
            }
        }
        List<WorkerTiming> workers = run.report().workers();
        double place = width / workers.size();
        for (int i = 0; i < workers.size(); i++) {
            worker(workers.get(i), x + i * place, ground, place);
        }
        shapes.add(new Label(x + width / 2, ground + 19, SMALL, Anchor.MIDDLE, Ink.MUTED, false, "worker"));
    }

    private void worker(WorkerTiming worker, double x, double ground, double width) {
        double middle = x + width / 2;
        double bar = Math.min(width * 0.62, 24);
        double set = worker.factorSet() / most * PLOT;
        double measured = worker.factorMeasured() / most * PLOT;
        shapes.add(new Box(middle - bar / 2, ground - set, bar, set, Ink.LIGHT, Ink.MIDDLE));
        shapes.add(new Dot(middle, ground - measured, 2.6, Ink.DARK, Ink.PAPER));
        shapes.add(new Label(middle, ground - Math.max(set, measured) - 5, 6, Anchor.MIDDLE, Ink.TEXT, false,
                String.format(Locale.ROOT, "%.2f", worker.factorMeasured())));
        shapes.add(new Label(middle, ground + 9, SMALL, Anchor.MIDDLE, Ink.TEXT, false,
                Integer.toString(worker.worker())));
    }
}
