package throttlelab.engine.lesson;

import java.util.List;

/// A piece of a lesson's text. Lists are flat: each item says how deep it stands.
///
/// @param kind what it is
/// @param depth how deep in lists it stands; 0 outside of them
/// @param mark what stands before an item, "•" or its number; empty for everything else and for what goes on with an item
/// @param spans its words; one for code
public record Prose(Kind kind, int depth, String mark, List<Span> spans) {

    /// What a piece is.
    public enum Kind {
        /// Words.
        PARAGRAPH,
        /// A heading inside a text.
        HEADING,
        /// Something to be shown as it was typed.
        CODE
    }

    /// Words that look alike.
    ///
    /// @param text the words
    /// @param strong whether they are in bold type
    /// @param emphasis whether they are in italics
    /// @param code whether they are typed as a machine would
    public record Span(String text, boolean strong, boolean emphasis, boolean code) {
    }

    /// @throws NullPointerException if the list is null or holds null
    public Prose {
        spans = List.copyOf(spans);
    }

    /// Its words without their looks.
    public String plain() {
        return spans.stream().map(Span::text).reduce("", String::concat);
    }
}
