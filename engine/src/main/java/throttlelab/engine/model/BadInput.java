package throttlelab.engine.model;

import java.nio.file.Path;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;

/// The sentence about something that cannot be read: the file, what is wrong and where, what to do.
final class BadInput {

    /// Characters of a foreign name that are quoted: enough for any honest tensor.
    private static final int QUOTED = 120;

    private BadInput() {
    }

    /// `FILE cannot be used: WHAT: REMEDY.`
    static InputException in(Path file, Sentence what, Sentence remedy) {
        return in(file, what, remedy, null);
    }

    /// The same, with what brought it about.
    static InputException in(Path file, Sentence what, Sentence remedy, Throwable cause) {
        return new InputException(Sentence.of("model.cannot-be-used", file, what, remedy), cause);
    }

    /// A name from a file between quotes, on one line and not longer than a line.
    static String quoted(String name) {
        String line = name.replaceAll("[\\p{Cntrl}\\x{2028}\\x{2029}]", "\uFFFD");
        return "'" + (line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…") + "'";
    }
}
