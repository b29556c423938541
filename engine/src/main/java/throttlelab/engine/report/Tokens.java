package throttlelab.engine.report;

import java.util.SortedMap;
import throttlelab.engine.report.content.Shown;

/// What tokens are called.
///
/// @param vocabulary what they say, as far as that is known
record Tokens(SortedMap<Integer, String> vocabulary) {

    /// The id, and what it says between quotation marks if that is known.
    String name(int token) {
        String piece = vocabulary.get(token);
        return piece == null ? Integer.toString(token) : token + " " + Shown.quoted(piece);
    }

    /// What it says between quotation marks, or nothing if that is not known.
    String piece(int token) {
        String piece = vocabulary.get(token);
        return piece == null ? "" : Shown.quoted(piece);
    }
}
