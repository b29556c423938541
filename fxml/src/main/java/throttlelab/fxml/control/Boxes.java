package throttlelab.fxml.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Paint;

/// Boxes made of rectangles on whole pixels, a tenth of the work of outlines with round corners where nothing but a
/// processor paints. Their corners lack a pixel, so that they look round enough.
public final class Boxes {

    private static final double CORNER = 2;

    private Boxes() {
    }

    /// Paints a box; places and sizes are brought to whole pixels.
    ///
    /// @param border width of its border, in pixels
    /// @param fill what it is filled with; `null` leaves what is there
    public static void paint(GraphicsContext g, double x, double y, double width, double height, double border,
            Paint line, Paint fill) {
        double left = Math.floor(x);
        double top = Math.floor(y);
        double w = Math.floor(width);
        double h = Math.floor(height);
        if (fill != null) {
            g.setFill(fill);
            g.fillRect(left + 1, top + 1, w - 2, h - 2);
        }
        g.setFill(line);
        g.fillRect(left + CORNER, top, w - 2 * CORNER, border);
        g.fillRect(left + CORNER, top + h - border, w - 2 * CORNER, border);
        g.fillRect(left, top + CORNER, border, h - 2 * CORNER);
        g.fillRect(left + w - border, top + CORNER, border, h - 2 * CORNER);
        g.fillRect(left + 1, top + 1, 1, 1);
        g.fillRect(left + w - 2, top + 1, 1, 1);
        g.fillRect(left + 1, top + h - 2, 1, 1);
        g.fillRect(left + w - 2, top + h - 2, 1, 1);
    }
}
