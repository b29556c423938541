package throttlelab.engine.report.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import throttlelab.engine.report.content.Ink;

/// Pages that fill from top to bottom. Measures are points, from the lower left corner as in PDF.
final class Sheet implements AutoCloseable {

    static final float LEFT = 54;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * LEFT;
    static final float TOP = PDRectangle.A4.getHeight() - 66;
    static final float BOTTOM = 62;

    private final PDDocument document;
    private final Type text;
    private final Type strong;
    private final Type code;
    private final List<PDPage> pages = new ArrayList<>();
    private PDPageContentStream out;
    private float y;

    Sheet(PDDocument document) throws IOException {
        this.document = document;
        this.text = Type.of(document, "Inter-Regular.ttf");
        this.strong = Type.of(document, "Inter-SemiBold.ttf");
        this.code = Type.of(document, "JetBrainsMono-Regular.ttf");
        turn();
    }

    Type text() {
        return text;
    }

    Type strong() {
        return strong;
    }

    Type code() {
        return code;
    }

    List<PDPage> pages() {
        return pages;
    }

    PDPage page() {
        return pages.getLast();
    }

    /// Where the next thing goes.
    float y() {
        return y;
    }

    /// Leaves room free.
    void down(float points) {
        y -= points;
    }

    /// Whether there is so much room left on the page.
    boolean fits(float height) {
        return y - height >= BOTTOM;
    }

    /// Begins a new page unless there is so much room left.
    void need(float height) throws IOException {
        if (!fits(height)) {
            turn();
        }
    }

    /// Begins a new page.
    void turn() throws IOException {
        close();
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        pages.add(page);
        out = new PDPageContentStream(document, page, AppendMode.APPEND, true);
        y = TOP;
    }

    /// Opens a page again, to write into its margins.
    void reopen(PDPage page) throws IOException {
        close();
        out = new PDPageContentStream(document, page, AppendMode.APPEND, true);
    }

    /// Writes a line of text, which must be shown by `type`, with its base line at `at`.
    void write(String line, Type type, float size, Ink ink, float x, float at) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        fill(ink);
        out.beginText();
        out.setFont(type.font(), size);
        out.newLineAtOffset(x, at);
        out.showText(line);
        out.endText();
    }

    /// Writes a paragraph at the place and moves below it.
    void paragraph(String words, Type type, float size, float leading, Ink ink, float x, float room)
            throws IOException {
        for (String line : type.lines(words, size, room)) {
            need(leading);
            y -= leading;
            write(line, type, size, ink, x, y + leading * 0.27f);
        }
    }

    /// A filled rectangle.
    void box(float x, float lower, float width, float height, Ink ink) throws IOException {
        fill(ink);
        out.addRect(x, lower, width, height);
        out.fill();
    }

    /// The outline of a rectangle.
    void frame(float x, float lower, float width, float height, Ink ink, float thickness) throws IOException {
        stroke(ink);
        out.setLineWidth(thickness);
        out.addRect(x, lower, width, height);
        out.stroke();
    }

    void line(float x1, float y1, float x2, float y2, Ink ink, float thickness) throws IOException {
        stroke(ink);
        out.setLineWidth(thickness);
        out.moveTo(x1, y1);
        out.lineTo(x2, y2);
        out.stroke();
    }

    /// A disc, of four arcs.
    void disc(float x, float middle, float radius, Ink fill, Ink line) throws IOException {
        float bend = radius * 0.5523f;
        fill(fill);
        stroke(line);
        out.setLineWidth(0.8f);
        out.moveTo(x + radius, middle);
        out.curveTo(x + radius, middle + bend, x + bend, middle + radius, x, middle + radius);
        out.curveTo(x - bend, middle + radius, x - radius, middle + bend, x - radius, middle);
        out.curveTo(x - radius, middle - bend, x - bend, middle - radius, x, middle - radius);
        out.curveTo(x + bend, middle - radius, x + radius, middle - bend, x + radius, middle);
        out.closePath();
        out.fillAndStroke();
    }

    private void fill(Ink ink) throws IOException {
        float[] rgb = Colours.of(ink);
        out.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
    }

    private void stroke(Ink ink) throws IOException {
        float[] rgb = Colours.of(ink);
        out.setStrokingColor(rgb[0], rgb[1], rgb[2]);
    }

    /// Ends the page that is open.
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }
}
