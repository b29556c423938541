package throttlelab.fxml.compare;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import throttlelab.fxml.control.Brush;
import throttlelab.fxml.control.Face;
import throttlelab.fxml.control.Ink;
import throttlelab.fxml.control.Palette;

/// Paints a [PositionMap]: cells as pixels of one image, then symbols where there is room for them, names, numbers and
/// what is selected.
final class MapPainter {

    /// From this size on, in em, a mark is told by its symbol; from the other one on, in pixels, by a pattern.
    private static final double SYMBOL_EMS = 0.95;
    private static final double PATTERN = 5;
    private static final double GAPPED = 7;
    private static final double SMALL = 0.75;

    private final int[][] colors = new int[PositionMark.values().length][2];
    private int[] pixels = {};
    private WritableImage image;

    void paint(Brush brush, MapGeometry geometry, MapCells cells, int selected, boolean focused) {
        if (cells.size() == 0) {
            return;
        }
        mix(brush.palette());
        if (Math.min(geometry.cellWidth(), geometry.cellHeight()) >= brush.em(SYMBOL_EMS)) {
            symbols(brush, geometry, cells);
        } else {
            image(geometry, cells);
            brush.context().drawImage(image, geometry.left(), geometry.top());
        }
        names(brush, geometry, cells);
        numbers(brush, geometry);
        thumbs(brush, geometry);
        if (selected >= 0) {
            frame(brush, geometry, cells, selected, focused);
        }
    }

    /// The loud and the quiet colour of each mark.
    private void mix(Palette palette) {
        mix(palette, PositionMark.EQUAL, Ink.STRICT_BACK, Ink.STRICT_BACK);
        mix(palette, PositionMark.LOGPROB, Ink.LENIENT, Ink.LENIENT_BACK);
        mix(palette, PositionMark.TOKEN, Ink.CATASTROPHIC, Ink.CATASTROPHIC);
        mix(palette, PositionMark.CONSEQUENCE, Ink.CATASTROPHIC, Ink.CATASTROPHIC_BACK);
        mix(palette, PositionMark.MISSING, Ink.VOID, Ink.VOID_BACK);
    }

    private void mix(Palette palette, PositionMark mark, Ink loud, Ink quiet) {
        colors[mark.ordinal()][0] = argb(palette.color(loud));
        colors[mark.ordinal()][1] = argb(palette.color(quiet));
    }

    private static int argb(Color color) {
        return (int) Math.round(255 * color.getOpacity()) << 24 | (int) Math.round(255 * color.getRed()) << 16
                | (int) Math.round(255 * color.getGreen()) << 8 | (int) Math.round(255 * color.getBlue());
    }

    private void image(MapGeometry geometry, MapCells cells) {
        int width = (int) Math.ceil(geometry.width());
        int height = (int) Math.ceil(geometry.height());
        if (image == null || image.getWidth() != width || image.getHeight() != height) {
            image = new WritableImage(width, height);
            pixels = new int[width * height];
        }
        Arrays.fill(pixels, 0);
        int prompts = geometry.promptsPerSpot();
        int positions = geometry.positionsPerSpot();
        for (int p = geometry.firstPrompt() / prompts * prompts; p < geometry.endPrompt(); p += prompts) {
            for (int q = geometry.firstPosition() / positions * positions; q < geometry.endPosition(); q += positions) {
                PositionMark mark = cells.heaviest(p, p + prompts, q, q + positions);
                if (mark != null) {
                    spot(geometry, mark, p, Math.min(p + prompts, geometry.prompts()), q,
                            Math.min(q + positions, geometry.positions()), width, height);
                }
            }
        }
        image.getPixelWriter().setPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    }

    private void spot(MapGeometry geometry, PositionMark mark, int firstPrompt, int endPrompt, int firstPosition,
            int endPosition, int width, int height) {
        double wide = (endPosition - firstPosition) * geometry.cellWidth();
        double high = (endPrompt - firstPrompt) * geometry.cellHeight();
        int gapX = geometry.cellWidth() >= GAPPED ? 1 : 0;
        int gapY = geometry.cellHeight() >= GAPPED ? 1 : 0;
        int left = (int) Math.round(geometry.x(firstPosition) - geometry.left());
        int right = (int) Math.round(geometry.x(endPosition) - geometry.left()) - gapX;
        int top = (int) Math.round(geometry.y(firstPrompt) - geometry.top());
        int bottom = (int) Math.round(geometry.y(endPrompt) - geometry.top()) - gapY;
        boolean patterned = Math.min(wide, high) >= PATTERN;
        int[] pair = colors[mark.ordinal()];
        for (int y = Math.max(0, top); y < Math.min(bottom, height); y++) {
            for (int x = Math.max(0, left); x < Math.min(right, width); x++) {
                pixels[y * width + x] = patterned ? pair[quiet(mark, x, y)] : plain(mark, pair);
            }
        }
    }

    /// Without room for a pattern, what follows from a different token is told apart by being less loud.
    private static int plain(PositionMark mark, int[] pair) {
        return switch (mark) {
            case CONSEQUENCE, MISSING -> (pair[0] >>> 1 & 0x7f7f7f) + (pair[1] >>> 1 & 0x7f7f7f) | 0xff000000;
            default -> pair[0];
        };
    }

    /// Which of the two colours of a mark's pattern: strokes, bars, dots.
    private static int quiet(PositionMark mark, int x, int y) {
        return switch (mark) {
            case EQUAL, TOKEN -> 0;
            case LOGPROB -> (x + y) % 4 < 2 ? 0 : 1;
            case CONSEQUENCE -> y % 4 == 0 ? 0 : 1;
            case MISSING -> x % 3 == 0 && y % 3 == 0 ? 0 : 1;
        };
    }

    private static void symbols(Brush brush, MapGeometry geometry, MapCells cells) {
        GraphicsContext context = brush.context();
        context.save();
        context.beginPath();
        context.rect(geometry.left(), geometry.top(), geometry.width(), geometry.height());
        context.clip();
        for (int prompt = geometry.firstPrompt(); prompt < geometry.endPrompt(); prompt++) {
            for (int position = geometry.firstPosition(); position < geometry.endPosition(); position++) {
                if (cells.has(prompt, position)) {
                    symbol(brush, geometry, cells.at(cells.index(prompt, position)), geometry.x(position),
                            geometry.y(prompt));
                }
            }
        }
        context.restore();
    }

    private static void symbol(Brush brush, MapGeometry geometry, PositionMark mark, double x, double y) {
        double round = 0.2 * geometry.cellHeight();
        brush.fill(back(mark));
        brush.context().fillRoundRect(Math.round(x), Math.round(y), Math.floor(geometry.cellWidth()) - 1,
                Math.floor(geometry.cellHeight()) - 1, round, round);
        brush.centre(Face.BOLD, 0.9, ink(mark), mark.symbol(), x + geometry.cellWidth() / 2,
                y + geometry.cellHeight() / 2);
    }

    private static Ink ink(PositionMark mark) {
        return switch (mark) {
            case EQUAL -> Ink.STRICT;
            case LOGPROB -> Ink.LENIENT;
            case TOKEN -> Ink.CATASTROPHIC_BACK;
            case CONSEQUENCE -> Ink.CATASTROPHIC;
            case MISSING -> Ink.VOID;
        };
    }

    private static Ink back(PositionMark mark) {
        return switch (mark) {
            case EQUAL -> Ink.STRICT_BACK;
            case LOGPROB -> Ink.LENIENT_BACK;
            case TOKEN -> Ink.CATASTROPHIC;
            case CONSEQUENCE -> Ink.CATASTROPHIC_BACK;
            case MISSING -> Ink.VOID_BACK;
        };
    }

    private static void names(Brush brush, MapGeometry geometry, MapCells cells) {
        int every = step(brush.em(1.15) / geometry.cellHeight());
        double room = geometry.left() - brush.em(0.5);
        for (int prompt = firstShown(geometry.firstPrompt(), every); prompt < geometry.endPrompt(); prompt += every) {
            double y = Math.max(geometry.y(prompt) + geometry.cellHeight() / 2, geometry.top() + brush.em(0.4));
            brush.right(Face.PLAIN, SMALL, Ink.QUIET, brush.fitted(Face.PLAIN, SMALL, cells.prompts().get(prompt), room),
                    room, y);
        }
    }

    private static void numbers(Brush brush, MapGeometry geometry) {
        int every = step(brush.em(2.6) / geometry.cellWidth());
        for (int position = firstShown(geometry.firstPosition(), every); position < geometry.endPosition();
                position += every) {
            // Counted from 1: 1, 10, 20 …
            int shown = every == 1 || position == 0 ? position : position - 1;
            double x = geometry.x(shown) + geometry.cellWidth() / 2;
            if (x >= geometry.left()) {
                brush.centre(Face.PLAIN, SMALL, Ink.QUIET, Integer.toString(shown + 1), x, geometry.top() / 2);
            }
        }
    }

    private static int firstShown(int first, int every) {
        return (first + every - 1) / every * every;
    }

    /// 1, 2, 5, 10, 20 … whichever is not below.
    private static int step(double least) {
        int step = 1;
        for (int i = 0; step < least; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    /// Which part is seen, where that is not all.
    private static void thumbs(Brush brush, MapGeometry geometry) {
        double wholeWidth = geometry.cellWidth() * geometry.positions();
        double wholeHeight = geometry.cellHeight() * geometry.prompts();
        brush.fill(Ink.QUIET);
        if (wholeWidth > geometry.width() + 1) {
            brush.context().fillRect(geometry.left() + geometry.scrollX() / wholeWidth * geometry.width(),
                    geometry.top() + geometry.height() - 3, geometry.width() * geometry.width() / wholeWidth, 3);
        }
        if (wholeHeight > geometry.height() + 1) {
            brush.context().fillRect(geometry.left() + geometry.width() - 3,
                    geometry.top() + geometry.scrollY() / wholeHeight * geometry.height(), 3,
                    geometry.height() * geometry.height() / wholeHeight);
        }
    }

    private static void frame(Brush brush, MapGeometry geometry, MapCells cells, int selected, boolean focused) {
        double side = brush.em(0.55);
        double width = Math.max(geometry.cellWidth(), side);
        double height = Math.max(geometry.cellHeight(), side);
        double x = geometry.x(cells.position(selected)) + geometry.cellWidth() / 2;
        double y = geometry.y(cells.prompt(selected)) + geometry.cellHeight() / 2;
        if (x < geometry.left() || y < geometry.top()) {
            return;
        }
        brush.stroke(Ink.PANEL, 5);
        brush.context().strokeRect(x - width / 2, y - height / 2, width, height);
        brush.stroke(focused ? Ink.FOCUS : Ink.TEXT, 2);
        brush.context().strokeRect(x - width / 2, y - height / 2, width, height);
    }
}
