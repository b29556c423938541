package throttlelab.fxml.lessons;

import java.util.List;

/// A piece of text to be shown.
///
/// @param kind what it is
/// @param depth how deep in lists it stands
/// @param mark what stands before it
/// @param spans its words
record TextPiece(Kind kind, int depth, String mark, List<Span> spans) {

    /// What a piece is.
    enum Kind {
        PARAGRAPH, HEADING, CODE
    }

    /// Words that look alike.
    record Span(String text, boolean strong, boolean emphasis, boolean code) {
    }
}
