package throttlelab.engine.report.pdf;

import java.io.IOException;
import throttlelab.engine.report.content.Drawing;
import throttlelab.engine.report.content.Drawing.Box;
import throttlelab.engine.report.content.Drawing.Dot;
import throttlelab.engine.report.content.Drawing.Label;
import throttlelab.engine.report.content.Drawing.Line;
import throttlelab.engine.report.content.Ink;

/// A drawing on a page.
final class PdfDrawing {

    private final Sheet sheet;
    private final float scale;
    private final float top;

    /// @param top where its upper edge lies
    private PdfDrawing(Sheet sheet, float scale, float top) {
        this.sheet = sheet;
        this.scale = scale;
        this.top = top;
    }

    /// How high it is on a page.
    static float height(Drawing drawing) {
        return (float) drawing.height() * scale(drawing);
    }

    private static float scale(Drawing drawing) {
        float wide = Sheet.WIDTH / (float) drawing.width();
        return Math.min(wide, (Sheet.TOP - Sheet.BOTTOM - 40) / (float) drawing.height());
    }

    /// Draws it at the place of the sheet, which has room for it, and moves below it.
    static void draw(Sheet sheet, Drawing drawing) throws IOException {
        PdfDrawing on = new PdfDrawing(sheet, scale(drawing), sheet.y());
        for (Drawing.Shape shape : drawing.shapes()) {
            on.shape(shape);
        }
        sheet.down(height(drawing));
    }

    private void shape(Drawing.Shape shape) throws IOException {
        switch (shape) {
            case Box box -> box(box);
            case Line line -> sheet.line(x(line.x1()), y(line.y1()), x(line.x2()), y(line.y2()), line.ink(),
                    (float) line.thickness() * scale);
            case Dot dot -> sheet.disc(x(dot.x()), y(dot.y()), (float) dot.radius() * scale, dot.fill(), dot.line());
            case Label label -> label(label);
        }
    }

    private void box(Box box) throws IOException {
        float width = (float) box.width() * scale;
        float height = (float) box.height() * scale;
        float lower = y(box.y() + box.height());
        if (box.fill() != Ink.NONE) {
            sheet.box(x(box.x()), lower, width, height, box.fill());
        }
        if (box.line() != Ink.NONE) {
            sheet.frame(x(box.x()), lower, width, height, box.line(), 0.8f);
        }
    }

    private void label(Label label) throws IOException {
        Type type = label.strong() ? sheet.strong() : sheet.text();
        float size = (float) label.size() * scale;
        String text = type.shown(label.text());
        float width = type.width(text, size);
        float x = x(label.x()) - switch (label.anchor()) {
            case START -> 0;
            case MIDDLE -> width / 2;
            case END -> width;
        };
        sheet.write(text, type, size, label.ink(), x, y(label.y()));
    }

    private float x(double x) {
        return Sheet.LEFT + (float) x * scale;
    }

    private float y(double y) {
        return top - (float) y * scale;
    }
}
