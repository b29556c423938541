package throttlelab.engine.report.content;

import java.util.ArrayList;
import java.util.List;

/// Shapes on a ground, measured in points from the upper left corner; they cover each other in their order.
///
/// @param width in points
/// @param height in points
/// @param shapes the shapes
public record Drawing(double width, double height, List<Shape> shapes) {

    /// As wide as a drawing may be to fit into a page.
    public static final double PAGE_WIDTH = 480;

    /// @throws NullPointerException if the list is null or holds null
    public Drawing {
        shapes = List.copyOf(shapes);
    }

    /// One shape.
    public sealed interface Shape {
    }

    /// A rectangle.
    public record Box(double x, double y, double width, double height, Ink fill, Ink line) implements Shape {
    }

    /// A straight line.
    public record Line(double x1, double y1, double x2, double y2, Ink ink, double thickness) implements Shape {
    }

    /// A disc.
    public record Dot(double x, double y, double radius, Ink fill, Ink line) implements Shape {
    }

    /// A line of text.
    ///
    /// @param x where it is anchored
    /// @param y its base line
    /// @param size of its letters in points
    public record Label(double x, double y, double size, Anchor anchor, Ink ink, boolean strong, String text)
            implements Shape {
    }

    /// Which part of a label lies at its place.
    public enum Anchor {

        /// Its left end.
        START,

        /// Its middle.
        MIDDLE,

        /// Its right end.
        END
    }

    /// A rectangle with lines that rise to the right, `gap` points apart, so that it is told from others in grey.
    public static List<Shape> hatched(double x, double y, double width, double height, double gap, Ink fill,
            Ink lines) {
        List<Shape> shapes = new ArrayList<>();
        shapes.add(new Box(x, y, width, height, fill, Ink.NONE));
        for (double from = gap; from < width + height; from += gap) {
            double left = Math.max(0, from - height);
            double right = Math.min(width, from);
            shapes.add(new Line(x + left, y + Math.min(height, from), x + right, y + Math.max(0, from - width), lines,
                    0.8));
        }
        shapes.add(new Box(x, y, width, height, Ink.NONE, lines));
        return shapes;
    }
}
