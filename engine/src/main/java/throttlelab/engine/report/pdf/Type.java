package throttlelab.engine.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import throttlelab.engine.report.content.Shown;

/// A font in a document: what it can show, how wide that is, and how it breaks into lines.
final class Type {

    private final PDFont font;
    private final CmapLookup glyphs;
    private final Map<Integer, Float> widths = new HashMap<>();

    private Type(PDFont font, CmapLookup glyphs) {
        this.font = font;
        this.glyphs = glyphs;
    }

    /// A font that comes with the program.
    static Type of(PDDocument document, String name) throws IOException {
        try (InputStream in = Type.class.getResourceAsStream(name)) {
            TrueTypeFont outlines = new TTFParser().parse(new RandomAccessReadBuffer(in));
            return new Type(PDType0Font.load(document, outlines, true), outlines.getUnicodeCmapLookup());
        }
    }

    PDFont font() {
        return font;
    }

    /// The text with `[U+XXXX]` in place of every character that the font lacks.
    String shown(String text) {
        if (text.codePoints().allMatch(this::has)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(codePoint -> {
            if (has(codePoint)) {
                shown.appendCodePoint(codePoint);
            } else {
                shown.append(Shown.codePoint(codePoint));
            }
        });
        return shown.toString();
    }

    private boolean has(int codePoint) {
        return glyphs.getGlyphId(codePoint) != 0;
    }

    /// How wide a text is that was [#shown(String)], in points.
    float width(String text, float size) {
        float width = 0;
        for (int codePoint : text.codePoints().toArray()) {
            width += widths.computeIfAbsent(codePoint, this::width);
        }
        return width * size / 1000;
    }

    private float width(int codePoint) {
        try {
            return font.getStringWidth(Character.toString(codePoint));
        } catch (IOException e) {
            throw new IllegalStateException("the font is in memory", e);
        }
    }

    /// The text in lines no wider than `room`, broken at blanks, and inside a word where it is wider than that alone.
    List<String> lines(String text, float size, float room) {
        List<String> lines = new ArrayList<>();
        for (String paragraph : text.split("\n", -1)) {
            wrap(shown(paragraph), size, room, lines);
        }
        return lines;
    }

    private void wrap(String text, float size, float room, List<String> lines) {
        StringBuilder line = new StringBuilder();
        float used = 0;
        float blank = width(" ", size);
        for (String word : text.split(" ", -1)) {
            float wide = width(word, size);
            if (!line.isEmpty() && used + blank + wide > room) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            } else if (!line.isEmpty()) {
                line.append(' ');
                used += blank;
            }
            while (wide > room && word.length() > 1) {
                int fits = fitting(word, size, room - used);
                lines.add(line.append(word, 0, fits).toString());
                line.setLength(0);
                used = 0;
                word = word.substring(fits);
                wide = width(word, size);
            }
            line.append(word);
            used += wide;
        }
        lines.add(line.toString());
    }

    /// How many characters of a word fit, at least one.
    private int fitting(String word, float size, float room) {
        int end = Character.charCount(word.codePointAt(0));
        float used = width(word.substring(0, end), size);
        while (end < word.length()) {
            int next = end + Character.charCount(word.codePointAt(end));
            used += width(word.substring(end, next), size);
            if (used > room) {
                return end;
            }
            end = next;
        }
        return end;
    }
}
