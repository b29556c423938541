package throttlelab.engine.report.content;

import java.util.Locale;

/// Texts of others as they may stand in a report: what has no shape of its own, or would turn the text around it, is
/// shown by its code point.
public final class Shown {

    private Shown() {
    }

    /// A text in one line: line feeds and tabs as `\n` and `\t`, other controls and halves of characters as `[U+XXXX]`.
    public static String text(String text) {
        return escaped(text, false);
    }

    /// The same between quotation marks, those in it escaped, so that blanks at its ends are seen.
    public static String quoted(String text) {
        return '"' + escaped(text, true) + '"';
    }

    /// How a code point is named, told from the text around it.
    public static String codePoint(int codePoint) {
        return String.format(Locale.ROOT, "[U+%04X]", codePoint);
    }

    private static String escaped(String text, boolean quoted) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(codePoint -> {
            switch (codePoint) {
                case '\n' -> shown.append("\\n");
                case '\r' -> shown.append("\\r");
                case '\t' -> shown.append("\\t");
                case '"', '\\' -> shown.append(quoted ? "\\" : "").appendCodePoint(codePoint);
                default -> {
                    if (visible(codePoint)) {
                        shown.appendCodePoint(codePoint);
                    } else {
                        shown.append(codePoint(codePoint));
                    }
                }
            }
        });
        return shown.toString();
    }

    private static boolean visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
