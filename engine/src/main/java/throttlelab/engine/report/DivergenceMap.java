package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;
import throttlelab.engine.comparison.Difference;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Drawing;
import throttlelab.engine.report.content.Drawing.Anchor;
import throttlelab.engine.report.content.Drawing.Box;
import throttlelab.engine.report.content.Drawing.Label;
import throttlelab.engine.report.content.Drawing.Shape;
import throttlelab.engine.report.content.Ink;

/// All positions of a comparison on a field: prompts downwards, tokens to the right, a mark where something differs.
/// Where there are more prompts or positions than room, a mark stands for the worst of several.
final class DivergenceMap {

    private static final int MOST_ROWS = 100;
    private static final int MOST_COLUMNS = 100;
    private static final double LEFT = 76;
    private static final double TOP = 24;
    private static final double SMALL = 7.5;
    private static final double MOST_CELL = 8;

    private final List<Shape> shapes = new ArrayList<>();
    private final List<StreamDiff> streams;
    private final int length;
    private final int rows;
    private final int columns;
    private final double cellWidth;
    private final double cellHeight;

    private DivergenceMap(List<StreamDiff> streams) {
        this.streams = streams;
        this.length = Math.max(1, streams.stream().mapToInt(StreamDiff::length).max().orElse(1));
        this.rows = Math.min(MOST_ROWS, streams.size());
        this.columns = Math.min(MOST_COLUMNS, length);
        this.cellWidth = Math.min(MOST_CELL, (Drawing.PAGE_WIDTH - LEFT) / columns);
        this.cellHeight = rows > 50 ? 2.4 : rows > 20 ? 4 : 7;
    }

    static Block of(Pair pair) {
        DivergenceMap map = new DivergenceMap(pair.comparison().streams());
        map.legend();
        map.field();
        return new Block.Chart(pair.name() + ": every position. Prompts downwards, tokens from left to right"
                + (map.streams.size() > map.rows || map.length > map.columns
                        ? "; a mark stands for the worst of several positions." : "."),
                pair.name() + ": " + Figures.count(pair.comparison().totals().tokenDivergences(), "token") + " and "
                        + Figures.logprobs(pair.comparison().totals().logprobDivergences()) + " of "
                        + Figures.count(pair.comparison().totals().comparisons(), "position") + " differ.",
                new Drawing(Drawing.PAGE_WIDTH, TOP + map.rows * map.cellHeight + 12, map.shapes));
    }

    private void legend() {
        shapes.add(new Box(LEFT, 5, 8, 8, Ink.ALARM, Ink.NONE));
        shapes.add(new Label(LEFT + 12, 12, SMALL, Anchor.START, Ink.MUTED, false, "another token"));
        shapes.add(new Box(LEFT + 80, 7, 8, 4, Ink.NOTICE, Ink.NONE));
        shapes.add(new Label(LEFT + 92, 12, SMALL, Anchor.START, Ink.MUTED, false, "other bits"));
        shapes.add(new Box(LEFT + 145, 8, 8, 2, Ink.MIDDLE, Ink.NONE));
        shapes.add(new Label(LEFT + 157, 12, SMALL, Anchor.START, Ink.MUTED, false, "differs after another token"));
    }

    private void field() {
        double width = columns * cellWidth;
        shapes.add(new Box(LEFT, TOP, width, rows * cellHeight, Ink.PAPER, Ink.FAINT));
        for (int row = 0; row < rows; row++) {
            int first = (int) ((long) row * streams.size() / rows);
            int last = (int) ((long) (row + 1) * streams.size() / rows);
            int[] worst = new int[columns];
            for (StreamDiff stream : streams.subList(first, last)) {
                mark(stream, worst);
            }
            for (int column = 0; column < columns; column++) {
                cell(LEFT + column * cellWidth, TOP + row * cellHeight, worst[column]);
            }
        }
        double below = TOP + rows * cellHeight + 9;
        shapes.add(new Label(LEFT, below, SMALL, Anchor.START, Ink.MUTED, false, "token 1"));
        shapes.add(new Label(LEFT + width, below, SMALL, Anchor.END, Ink.MUTED, false, "token " + length));
        if (!streams.isEmpty()) {
            shapes.add(new Label(LEFT - 6, TOP + 6, SMALL, Anchor.END, Ink.MUTED, false, "prompt 1"));
            shapes.add(new Label(LEFT - 6, TOP + rows * cellHeight, SMALL, Anchor.END, Ink.MUTED, false,
                    "prompt " + streams.size()));
        }
    }

    private void mark(StreamDiff stream, int[] worst) {
        for (PositionDiff diff : stream.divergences()) {
            int column = (int) ((long) diff.position() * columns / length);
            int rank = diff.consequence() ? 1 : diff.kind() == Difference.LOGPROB ? 2 : 3;
            worst[column] = Math.max(worst[column], rank);
        }
    }

    private void cell(double x, double y, int rank) {
        switch (rank) {
            case 3 -> shapes.add(new Box(x, y, cellWidth, cellHeight, Ink.ALARM, Ink.NONE));
            case 2 -> shapes.add(new Box(x, y + cellHeight / 4, cellWidth, cellHeight / 2, Ink.NOTICE, Ink.NONE));
            case 1 -> shapes.add(new Box(x, y + cellHeight * 0.38, cellWidth, cellHeight / 4, Ink.MIDDLE, Ink.NONE));
            default -> { }
        }
    }
}
