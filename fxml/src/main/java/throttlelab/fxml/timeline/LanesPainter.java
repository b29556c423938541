package throttlelab.fxml.timeline;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Ink;

/// Paints contributions one by one: solid compute, pale and thinner delay, dotted waiting, a cross for what came too
/// late, or never because its worker died.
final class LanesPainter {

    private static final double PALE = 0.45;
    private static final double DOT = 1.6;
    private static final double DOTS_APART = 6;

    private LanesPainter() {
    }

    static void paint(Brush brush, List<List<TimelineBar>> lanes, TimelinePlot plot) {
        for (int worker = 0; worker < lanes.size(); worker++) {
            lane(brush, lanes.get(worker), worker, plot);
        }
    }

    private static void lane(Brush brush, List<TimelineBar> bars, int worker, TimelinePlot plot) {
        GraphicsContext g = brush.context();
        double middle = plot.middle(worker);
        double full = plot.lane() * 0.72;
        double thin = plot.lane() * 0.4;
        brush.fillWorker(worker, 1);
        for (TimelineBar bar : bars) {
            rect(g, plot.inside(bar.from()), plot.inside(bar.computed()), middle, full);
        }
        brush.fillWorker(worker, PALE);
        for (TimelineBar bar : bars) {
            rect(g, plot.inside(bar.computed()), plot.inside(bar.delivered()), middle, thin);
        }
        brush.fill(Ink.QUIET);
        for (TimelineBar bar : bars) {
            dots(g, plot.inside(bar.delivered()), plot.inside(bar.until()), middle);
        }
        brush.stroke(Ink.GATE, 1.5);
        double arm = plot.lane() * 0.26;
        for (TimelineBar bar : bars) {
            double x = plot.x(bar.delivered());
            if ((bar.late() || bar.dead()) && x >= plot.left() && x <= plot.left() + plot.width()) {
                g.strokeLine(x - arm, middle - arm, x + arm, middle + arm);
                g.strokeLine(x - arm, middle + arm, x + arm, middle - arm);
            }
        }
    }

    private static void rect(GraphicsContext g, double from, double to, double middle, double height) {
        if (to > from) {
            g.fillRect(from, middle - height / 2, Math.max(1, to - from), height);
        }
    }

    /// The dots hang on the end of the waiting, so that they stand still against the gate while time goes by.
    private static void dots(GraphicsContext g, double from, double to, double middle) {
        for (double x = from + DOTS_APART / 2; x < to - 1; x += DOTS_APART) {
            g.fillRect(x, middle - DOT / 2, DOT, DOT);
        }
    }
}
