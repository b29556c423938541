package throttlelab.fxml.streams;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import throttlelab.fxml.control.Boxes;

/// Paints a part of a grid.
final class GridPainter {

    private static final double DIMMED = 0.5;
    private static final double READ = 0.85;

    private final GraphicsContext canvas;
    private final Brush brush;
    private final GridMetrics metrics;
    private final double scroll;
    private final StreamLines lines;
    private final double em;
    private final Font bold;
    private final Font small;
    private final Font note;
    private final Font boldNote;

    GridPainter(GraphicsContext canvas, Brush brush, GridMetrics metrics, double scroll, StreamLines lines) {
        this.canvas = canvas;
        this.brush = brush;
        this.metrics = metrics;
        this.scroll = Math.round(scroll);
        this.lines = lines;
        em = brush.em();
        bold = brush.bold();
        small = brush.small();
        note = brush.note();
        boldNote = brush.boldNote();
    }

    /// Everything that is visible.
    void all(int selected, boolean focused) {
        canvas.clearRect(0, 0, metrics.width(), metrics.height());
        int first = (int) (scroll / metrics.blockHeight());
        int last = Math.min(metrics.blocks() - 1, (int) ((scroll + metrics.height()) / metrics.blockHeight()));
        for (int block = first; block <= last; block++) {
            heads(block);
            int end = Math.min(metrics.positions(), (block + 1) * metrics.columns());
            for (int position = block * metrics.columns(); position < end; position++) {
                column(position, position == selected, focused);
            }
        }
    }

    private void heads(int block) {
        double width = metrics.headWidth() - 0.5 * em;
        for (int line = 0; line < lines.lines(); line++) {
            LineHead head = lines.head(line);
            double middle = rowTop(block, line) + metrics.rowHeight() / 2;
            boolean two = !metrics.narrow() && !head.remark().isEmpty();
            write(head.title(), bold, brush.text(), TextAlignment.LEFT, 0, two ? middle - 0.5 * em : middle, width);
            if (two) {
                write(head.remark(), small, brush.quiet(), TextAlignment.LEFT, 0, middle + 0.6 * em, width);
            }
        }
    }

    /// What has just come to a line.
    void newest(int line, int position) {
        double x = metrics.x(position);
        double top = rowTop(metrics.block(position), line);
        canvas.clearRect(x, top, metrics.columnWidth(), metrics.rowHeight());
        cell(lines.cell(line, position), x, top);
    }

    /// One position, with all its lines.
    void column(int position, boolean selected, boolean focused) {
        int block = metrics.block(position);
        double x = metrics.x(position);
        double top = metrics.blockTop(block) - scroll;
        canvas.clearRect(x, top, metrics.columnWidth(),
                metrics.numbersHeight() + lines.lines() * metrics.rowHeight() + 1);
        write(Integer.toString(position + 1), selected ? boldNote : note, selected ? brush.text() : brush.quiet(),
                TextAlignment.CENTER, x + metrics.columnWidth() / 2, top + metrics.numbersHeight() / 2,
                metrics.columnWidth());
        for (int line = 0; line < lines.lines(); line++) {
            if (position < lines.size(line)) {
                cell(lines.cell(line, position), x, rowTop(block, line));
            } else {
                canvas.setGlobalAlpha(DIMMED);
                box(x, rowTop(block, line), 1, brush.line(), null);
                canvas.setGlobalAlpha(1);
            }
        }
        if (selected) {
            canvas.setStroke(brush.selected());
            canvas.setLineWidth(focused ? 3 : 2);
            canvas.strokeRoundRect(x + 1.5, top + 1.5, metrics.columnWidth() - 3, metrics.numbersHeight()
                    + lines.lines() * metrics.rowHeight() - 3, 0.8 * em, 0.8 * em);
        }
    }

    private void cell(StreamCell cell, double x, double top) {
        canvas.setGlobalAlpha(cell.consequence() ? DIMMED : 1);
        Mark mark = cell.mark();
        boolean differs = mark == Mark.LOGPROB || mark == Mark.TOKEN;
        box(x, top, mark == Mark.TOKEN ? 2 : 1, differs ? brush.tone(mark) : brush.line(), brush.back(mark));
        // A consequence stands back, but is read from the last row, too.
        canvas.setGlobalAlpha(cell.consequence() ? READ : 1);
        double middle = x + metrics.columnWidth() / 2;
        double width = metrics.columnWidth() - 0.8 * em;
        write(cell.text(), mark == Mark.TOKEN ? bold : brush.font(), brush.text(), TextAlignment.CENTER, middle,
                top + 0.38 * metrics.rowHeight(), width);
        if (cell.spaced()) {
            // The space that the token begins with.
            write("·", brush.font(), brush.quiet(), TextAlignment.LEFT, x + 0.3 * em, top + 0.38 * metrics.rowHeight(),
                    width);
        }
        write(cell.note(), differs ? boldNote : note, brush.tone(mark), TextAlignment.CENTER, middle,
                top + 0.74 * metrics.rowHeight(), width);
        canvas.setGlobalAlpha(1);
    }

    private void box(double x, double top, double width, Color line, Color fill) {
        Boxes.paint(canvas, x + 0.12 * em, top + 0.1 * em, metrics.columnWidth() - 0.24 * em,
                metrics.rowHeight() - 0.2 * em, width, line, fill);
    }

    private void write(String text, Font font, Color color, TextAlignment alignment, double x, double y, double width) {
        canvas.setFont(font);
        canvas.setFill(color);
        canvas.setTextAlign(alignment);
        canvas.setTextBaseline(VPos.CENTER);
        canvas.fillText(text, x, y, width);
    }

    private double rowTop(int block, int line) {
        return metrics.blockTop(block) - scroll + metrics.numbersHeight() + line * metrics.rowHeight();
    }
}
