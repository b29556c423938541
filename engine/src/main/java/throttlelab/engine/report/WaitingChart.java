package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Drawing;
import throttlelab.engine.report.content.Drawing.Anchor;
import throttlelab.engine.report.content.Drawing.Box;
import throttlelab.engine.report.content.Drawing.Label;
import throttlelab.engine.report.content.Drawing.Shape;
import throttlelab.engine.report.content.Ink;

/// A bar for each run: how its workers spent their time.
final class WaitingChart {

    private static final double NAMES = 76;
    private static final double FIGURES = 64;
    private static final double BAR = 14;
    private static final double ROW = 22;
    private static final double TOP = 26;
    private static final double SMALL = 7.5;
    private static final double NORMAL = 9;
    private static final double HATCH = 3.2;
    private static final int LONGEST_NAME = 16;

    private static final double WIDTH = Drawing.PAGE_WIDTH - NAMES - FIGURES;

    private final List<Shape> shapes = new ArrayList<>();

    private WaitingChart() {
    }

    static Block of(List<Run> runs) {
        WaitingChart chart = new WaitingChart();
        chart.legend();
        for (int i = 0; i < runs.size(); i++) {
            chart.bar(runs.get(i), TOP + i * ROW);
        }
        return new Block.Chart("All the time of all workers of a run, from its beginning to its end; what is left "
                + "over is "
                + "time without work for them.", words(runs),
                new Drawing(Drawing.PAGE_WIDTH, TOP + runs.size() * ROW, chart.shapes));
    }

    private static String words(List<Run> runs) {
        return String.join("; ", runs.stream().map(run -> String.format(Locale.ROOT,
                "%s: computed %s, delayed %s, waited %s", run.name(), Figures.percent(run.computeShare()),
                Figures.percent(run.delayShare()), Figures.percent(run.waitingShare()))).toList()) + ".";
    }

    private void legend() {
        shapes.add(new Box(NAMES, 6, 9, 9, Ink.DARK, Ink.DARK));
        label(NAMES + 13, 13.5, "computed");
        shapes.addAll(Drawing.hatched(NAMES + 70, 6, 9, 9, HATCH, Ink.PAPER, Ink.MIDDLE));
        label(NAMES + 83, 13.5, "delayed on purpose");
        shapes.add(new Box(NAMES + 180, 6, 9, 9, Ink.LIGHT, Ink.MIDDLE));
        label(NAMES + 193, 13.5, "waited at a barrier");
    }

    private void label(double x, double y, String text) {
        shapes.add(new Label(x, y, SMALL, Anchor.START, Ink.MUTED, false, text));
    }

    private void bar(Run run, double y) {
        String name = run.name().length() <= LONGEST_NAME ? run.name() : run.name().substring(0, LONGEST_NAME - 1) + "…";
        shapes.add(new Label(NAMES - 8, y + 10.5, NORMAL, Anchor.END, Ink.TEXT, false, name));
        shapes.add(new Box(NAMES, y, WIDTH, BAR, Ink.NONE, Ink.FAINT));
        double compute = run.computeShare() * WIDTH;
        double delay = Math.min(WIDTH - compute, run.delayShare() * WIDTH);
        double wait = Math.min(WIDTH - compute - delay, run.waitingShare() * WIDTH);
        shapes.add(new Box(NAMES, y, compute, BAR, Ink.DARK, Ink.DARK));
        if (delay > 1) {
            shapes.addAll(Drawing.hatched(NAMES + compute, y, delay, BAR, HATCH, Ink.PAPER, Ink.MIDDLE));
        }
        shapes.add(new Box(NAMES + compute + delay, y, wait, BAR, Ink.LIGHT, Ink.MIDDLE));
        shapes.add(new Label(NAMES + WIDTH + 8, y + 10.5, NORMAL, Anchor.START, Ink.TEXT, true,
                Figures.percent(run.waitingShare())));
    }
}
