package throttlelab.fxml.timeline;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;

/// Paints what lies around the lanes: symbols, tokens, gates, pauses, the axis, what is selected.
final class TimelinePainter {

    private static final double TEXT = 0.76;
    private static final double LABEL_ROOM = 6.5;

    private TimelinePainter() {
    }

    static void paint(Brush brush, TimelineSnapshot shown, TimelinePlot plot) {
        GraphicsContext g = brush.context();
        brush.fill(Ink.WINDOW);
        g.fillRect(plot.left(), plot.top(), plot.width(), plot.bottom() - plot.top());
        if (shown.selected() != null) {
            band(brush, shown.selected(), shown.end(), plot, true);
        }
        if (shown.shares() != null) {
            SharesPainter.paint(brush, shown.shares(), shown.end(), plot);
        } else {
            LanesPainter.paint(brush, shown.lanes(), plot);
            gates(brush, shown.gates(), plot);
        }
        for (int worker = 0; worker < plot.lanes(); worker++) {
            brush.symbol(worker, 0.45 * plot.em(), plot.middle(worker), Math.min(0.85 * plot.em(), plot.lane() * 0.8));
            brush.left(Face.PLAIN, TEXT, Ink.TEXT, String.valueOf(worker), 1.15 * plot.em(), plot.middle(worker));
        }
        tokens(brush, shown.tokens(), plot);
        pauses(brush, shown.pauses(), plot);
        if (shown.cursor() != null) {
            band(brush, shown.cursor(), shown.end(), plot, false);
        }
        axis(brush, plot);
    }

    private static void gates(Brush brush, List<TimelineGate> gates, TimelinePlot plot) {
        brush.fill(Ink.TEXT);
        for (TimelineGate gate : gates) {
            if (gate.opened() >= plot.start() && gate.opened() <= plot.start() + plot.span()) {
                brush.context().fillRect(Math.round(plot.x(gate.opened())) - 0.5, plot.top(), 1.25,
                        plot.bottom() - plot.top());
            }
        }
    }

    /// A mark for each token, and its number where that has room.
    private static void tokens(Brush brush, List<TimelineMark> marks, TimelinePlot plot) {
        double free = plot.left();
        double end = plot.left() + plot.width();
        for (TimelineMark mark : marks) {
            double x = plot.x(mark.time());
            if (x < plot.left() - 1 || x >= end) {
                continue;
            }
            String text = TimelineWords.token(mark.text());
            double left = x + 0.3 * plot.em();
            double right = left + brush.width(Face.PLAIN, TEXT, text);
            boolean written = x >= free && right <= end;
            double top = written ? 0.15 * plot.em() : plot.top() - 0.25 * plot.em();
            brush.fill(Ink.QUIET);
            brush.context().fillRect(Math.round(x) - 0.5, top, 1, plot.top() - top);
            if (written) {
                brush.left(Face.PLAIN, TEXT, Ink.QUIET, text, left, plot.tokens());
                free = right + 0.4 * plot.em();
            }
        }
    }

    private static void pauses(Brush brush, List<TimelineMark> pauses, TimelinePlot plot) {
        brush.fill(Ink.GATE);
        GraphicsContext g = brush.context();
        for (TimelineMark pause : pauses) {
            double x = Math.round(plot.inside(pause.time()));
            double height = plot.bottom() - plot.top();
            g.fillRect(x - 2.5, plot.top(), 1.5, height);
            g.fillRect(x + 1, plot.top(), 1.5, height);
        }
    }

    private static void band(Brush brush, TimelineGate stage, long end, TimelinePlot plot, boolean selected) {
        double from = plot.inside(stage.began());
        double to = plot.inside(stage.opened() < 0 ? end : stage.opened());
        if (to <= plot.left() || from >= plot.left() + plot.width()) {
            return;
        }
        GraphicsContext g = brush.context();
        double top = plot.top() + 1;
        double width = Math.max(3, to - from);
        double height = plot.bottom() - plot.top() - 2;
        if (selected) {
            g.setFill(Brush.faded(brush.palette().color(Ink.FOCUS), 0.28));
            g.fillRect(from, top, width, height);
        }
        brush.stroke(Ink.FOCUS, 2);
        if (!selected) {
            g.setLineDashes(4, 3);
        }
        g.strokeRect(from, top, width, height);
        g.setLineDashes();
        if (selected) {
            brush.fill(Ink.FOCUS);
            double x = from + width / 2;
            double size = 0.5 * plot.em();
            g.fillPolygon(new double[] {x - size, x + size, x}, new double[] {top - size, top - size, top}, 3);
        }
    }

    private static void axis(Brush brush, TimelinePlot plot) {
        double labels = Math.max(1, plot.width() / (LABEL_ROOM * plot.em()));
        long step = TimelineScale.roundLong(plot.span() / labels);
        for (long time = Math.ceilDiv(plot.start(), step) * step; time <= plot.start() + plot.span(); time += step) {
            double x = plot.x(time);
            brush.fill(Ink.QUIET);
            brush.context().fillRect(Math.round(x) - 0.5, plot.bottom(), 1, 0.25 * plot.em());
            String text = TimelineWords.time(time, step);
            if (x > plot.left() + plot.width() - 2 * plot.em()) {
                brush.right(Face.PLAIN, TEXT, Ink.QUIET, text, plot.left() + plot.width(), plot.axis());
            } else if (x < plot.left() + 2 * plot.em()) {
                brush.left(Face.PLAIN, TEXT, Ink.QUIET, text, x - 0.2 * plot.em(), plot.axis());
            } else {
                brush.centre(Face.PLAIN, TEXT, Ink.QUIET, text, x, plot.axis());
            }
        }
    }
}
