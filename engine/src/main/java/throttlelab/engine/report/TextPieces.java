package throttlelab.engine.report;

import java.util.ArrayList;
import java.util.List;

/// A text in pieces that a reader of JSON takes one by one: its lines, long ones cut.
final class TextPieces {

    /// The most characters of a piece.
    static final int LONGEST = 1 << 16;

    private TextPieces() {
    }

    /// The pieces, line feeds included: put together they are the text.
    static List<String> of(String text) {
        List<String> pieces = new ArrayList<>();
        for (int from = 0; from < text.length();) {
            int feed = text.indexOf('\n', from);
            int to = Math.min(feed < 0 ? text.length() : feed + 1, from + LONGEST);
            // A character of two halves stays whole.
            to -= to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
