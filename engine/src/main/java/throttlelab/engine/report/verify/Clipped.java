package throttlelab.engine.report.verify;

import java.nio.charset.StandardCharsets;
import throttlelab.engine.report.content.Shown;

/// Pieces of long texts, as they stand in a finding.
final class Clipped {

    private static final int MOST = 90;

    private Clipped() {
    }

    /// A text, or as much of it around `at` as a reader needs.
    static String around(String text, int at) {
        if (text.length() <= MOST) {
            return Shown.text(text);
        }
        int from = Math.max(0, Math.min(at - MOST / 2, text.length() - MOST));
        int to = Math.min(text.length(), from + MOST);
        return (from > 0 ? "…" : "") + Shown.text(text.substring(from, to)) + (to < text.length() ? "…" : "");
    }

    /// Where two texts part.
    static int parting(String a, String b) {
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at;
    }

    /// A stretch of bytes as text.
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.max(0, Math.min(to, bytes.length) - from), StandardCharsets.UTF_8);
    }

    /// The line, from 1, on which a byte stands.
    static int line(byte[] bytes, int offset) {
        int line = 1;
        for (int i = 0; i < offset; i++) {
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return line;
    }

    /// The column, from 1, in which a byte stands.
    static int column(byte[] bytes, int offset) {
        int from = offset;
        while (from > 0 && bytes[from - 1] != '\n') {
            from--;
        }
        return 1 + new String(bytes, from, offset - from, StandardCharsets.UTF_8).length();
    }
}
