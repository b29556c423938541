package throttlelab.fxml.timeline;

import java.util.function.IntToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Ink;

/// Paints shares of time: in every lane compute stands solid at the bottom, delay pale on top of it, and what is left
/// is dotted: waiting.
final class SharesPainter {

    private static final double PALE = 0.45;
    private static final double FULL = 0.84;
    private static final double DOT = 1.6;
    private static final int STRETCHES_PER_DOT = 3;
    private static final double LEAST_WAIT = 0.15;

    private SharesPainter() {
    }

    static void paint(Brush brush, TimelineShares shares, long end, TimelinePlot plot) {
        if (shares.count() == 0) {
            return;
        }
        double[] x = places(shares, end, plot);
        double height = plot.lane() * FULL;
        for (int worker = 0; worker < plot.lanes(); worker++) {
            int lane = worker;
            double ground = plot.middle(worker) + height / 2;
            IntToDoubleFunction solid = i -> ground - height * shares.compute(lane, i);
            IntToDoubleFunction top = i -> solid.applyAsDouble(i) - height * shares.delay(lane, i);
            brush.fillWorker(worker, 1);
            area(brush.context(), x, solid, i -> ground);
            brush.fillWorker(worker, PALE);
            area(brush.context(), x, top, solid);
            brush.fill(Ink.QUIET);
            dots(brush.context(), shares, x, top, ground - height, height * LEAST_WAIT);
        }
    }

    /// The left end, the middle of every stretch, the right end.
    private static double[] places(TimelineShares shares, long end, TimelinePlot plot) {
        int count = shares.count();
        double[] x = new double[count + 2];
        x[0] = plot.inside(shares.from());
        for (int i = 0; i < count; i++) {
            x[i + 1] = plot.inside(Math.min(end, shares.from() + i * shares.stretch() + shares.stretch() / 2));
        }
        x[count + 1] = plot.inside(Math.min(end, shares.from() + count * shares.stretch()));
        return x;
    }

    /// Fills what lies between two edges.
    private static void area(GraphicsContext g, double[] x, IntToDoubleFunction upper, IntToDoubleFunction lower) {
        int points = x.length;
        double[] across = new double[2 * points];
        double[] down = new double[2 * points];
        for (int i = 0; i < points; i++) {
            int stretch = Math.clamp(i - 1, 0, points - 3);
            across[i] = x[i];
            down[i] = upper.applyAsDouble(stretch);
            across[2 * points - 1 - i] = x[i];
            down[2 * points - 1 - i] = lower.applyAsDouble(stretch);
        }
        g.fillPolygon(across, down, 2 * points);
    }

    /// Dots hang on the grid of stretches, so that they move with it.
    private static void dots(GraphicsContext g, TimelineShares shares, double[] x, IntToDoubleFunction top,
            double ceiling, double least) {
        long first = shares.from() / shares.stretch();
        for (int i = 0; i < shares.count(); i++) {
            double free = top.applyAsDouble(i) - ceiling;
            if ((first + i) % STRETCHES_PER_DOT == 0 && free > least) {
                g.fillRect(x[i + 1] - DOT / 2, ceiling + free / 2 - DOT / 2, DOT, DOT);
            }
        }
    }
}
