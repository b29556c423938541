package throttlelab.fxml.control;

import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/// Paints with the colours and fonts of the theme. Lengths are in pixels, sizes of text in em.
public final class Brush {

    private static final double SYMBOL_BOX = 16;
    private static final int MOST_WIDTHS = 500;
    private static final double CONDENSED = 0.75;
    private static final String ELLIPSIS = "…";

    private record FontKey(Face face, double pixels) {
    }

    private record WidthKey(Font font, String text) {
    }

    private final GraphicsContext context;
    private final Palette palette;
    private final Map<FontKey, Font> fonts = new HashMap<>();
    private final Map<WidthKey, Double> widths = new HashMap<>();
    private final Text measure = new Text();

    Brush(GraphicsContext context, Palette palette) {
        this.context = context;
        this.palette = palette;
        context.setTextBaseline(VPos.CENTER);
        context.setLineCap(StrokeLineCap.BUTT);
    }

    /// What is painted on.
    public GraphicsContext context() {
        return context;
    }

    /// The colours.
    public Palette palette() {
        return palette;
    }

    /// A number of em in pixels.
    public double em(double ems) {
        return ems * palette.em();
    }

    /// Fills from now on with a colour of the theme.
    public void fill(Ink ink) {
        context.setFill(palette.color(ink));
    }

    /// Fills from now on with a worker's colour.
    ///
    /// @param opacity 1 for the colour itself
    public void fillWorker(int worker, double opacity) {
        context.setFill(faded(palette.worker(worker), opacity));
    }

    /// Strokes from now on with a colour of the theme.
    public void stroke(Ink ink, double width) {
        context.setStroke(palette.color(ink));
        context.setLineWidth(width);
    }

    /// The colour at another opacity.
    public static Color faded(Color color, double opacity) {
        return opacity == 1 ? color : new Color(color.getRed(), color.getGreen(), color.getBlue(), opacity);
    }

    /// Writes from `x` to the right, centred on the height `y`.
    public void left(Face face, double ems, Ink ink, String text, double x, double y) {
        write(face, ems, ink, text, x, y, TextAlignment.LEFT);
    }

    /// Writes around `x`.
    public void centre(Face face, double ems, Ink ink, String text, double x, double y) {
        write(face, ems, ink, text, x, y, TextAlignment.CENTER);
    }

    /// Writes up to `x`.
    public void right(Face face, double ems, Ink ink, String text, double x, double y) {
        write(face, ems, ink, text, x, y, TextAlignment.RIGHT);
    }

    private void write(Face face, double ems, Ink ink, String text, double x, double y, TextAlignment alignment) {
        context.setFont(font(face, ems));
        context.setTextAlign(alignment);
        context.setFill(palette.color(ink));
        context.fillText(text, x, y);
    }

    private Font font(Face face, double ems) {
        return fonts.computeIfAbsent(new FontKey(face, em(ems)), key -> key.face().font(key.pixels()));
    }

    /// How wide a text is. Texts that change all the time are not to be asked for: what was measured is kept.
    public double width(Face face, double ems, String text) {
        if (widths.size() > MOST_WIDTHS) {
            widths.clear();
        }
        return widths.computeIfAbsent(new WidthKey(font(face, ems), text), this::measured);
    }

    private double measured(WidthKey key) {
        measure.setFont(key.font());
        measure.setText(key.text());
        return measure.getLayoutBounds().getWidth();
    }

    /// As much of a text as has room, ended by an ellipsis if that is not all.
    public String fitted(Face face, double ems, String text, double room) {
        String fitted = text;
        for (int length = text.length() - 1; length > 0 && width(face, ems, fitted) > room; length--) {
            fitted = text.substring(0, length).stripTrailing() + ELLIPSIS;
        }
        return fitted;
    }

    /// As [#fitted(Face, double, String, double)], for text that may be condensed by a quarter before anything of it is
    /// left out; write it with [#centre(Face, double, Ink, String, double, double, double)].
    public String condensed(Face face, double ems, String text, double room) {
        return fitted(face, ems, text, room / CONDENSED);
    }

    /// Writes around `x`, condensed where it would be wider than `room`.
    public void centre(Face face, double ems, Ink ink, String text, double x, double y, double room) {
        context.setFont(font(face, ems));
        context.setTextAlign(TextAlignment.CENTER);
        context.setFill(palette.color(ink));
        context.fillText(text, x, y, room);
    }

    /// A worker's symbol in its colour, `size` pixels wide and high, around a point.
    public void symbol(int worker, double x, double y, double size) {
        context.save();
        context.translate(x - size / 2, y - size / 2);
        context.scale(size / SYMBOL_BOX, size / SYMBOL_BOX);
        context.beginPath();
        context.appendSVGPath(WorkerSymbol.path(worker));
        fillWorker(worker, 1);
        context.fill();
        context.restore();
    }

    /// Falling strokes all over a rectangle, in the present stroke; they hang on its lower left corner, so that they
    /// stand still while it grows.
    public void hatch(double x, double y, double width, double height, double distance) {
        double bottom = y + height;
        for (double k = distance; k < width + height; k += distance) {
            context.strokeLine(x + Math.max(0, k - height), Math.max(y, bottom - k),
                    x + Math.min(k, width), bottom - Math.max(0, k - width));
        }
    }
}
