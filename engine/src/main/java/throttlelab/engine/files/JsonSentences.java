package throttlelab.engine.files;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throttlelab.engine.InputException;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/// The sentences that say what is wrong in a JSON document, for those who read it whole and those who read it as it
/// comes.
final class JsonSentences {

    /// Why a document is not valid: it has ended, and the text has not.
    static final Sentence TRAILING = Sentence.of("files.something-follows-the-document");
    /// Why a document is not valid: a number in it has an exponent that nothing can hold.
    static final Sentence BEYOND_NUMBERS = Sentence.of("files.the-exponent-of-this-number");

    /// How the keys of what the parser says begin.
    private static final String PARSER = "parser.";
    private static final int LONGEST_KEY = 60;
    private static final Pattern DUPLICATE = Pattern.compile("^Duplicate (?:Object )?[Pp]roperty \"(.*?)\"");
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_CLAUSE = 300;
    private static final int LONGEST_WHY = 200;
    /// The exponent of the least double is −324.
    private static final int MOST_EXPONENT = 400;
    /// So few characters without an exponent are no unordinary number.
    private static final int SHORT_NUMBER = 40;

    private JsonSentences() {
    }

    /// @param before how many lines of the file come before what the parser saw
    /// @param at where the parser stopped, for a failure that does not say it
    static InputException invalid(String origin, int before, JacksonException e, TokenStreamLocation at) {
        return invalid(origin, before, e.getLocation() == null ? at : e.getLocation(),
                e instanceof StreamConstraintsException ? tooMuch(e.getOriginalMessage()) : why(e.getOriginalMessage()),
                e);
    }

    static InputException invalid(String origin, int before, TokenStreamLocation at, Sentence why,
            Throwable cause) {
        return new InputException(at == null ? Sentence.of("files.not-json", origin, why)
                : Sentence.of("files.not-json-there", origin, before + at.getLineNr(), at.getColumnNr(), why), cause);
    }

    static InputException empty(String origin) {
        return new InputException(Sentence.of("files.is-empty-a-json-document", origin));
    }

    /// @param where such as `in line 2, column 7, at runs[3]`; nothing for the whole document
    static InputException wrong(String origin, Optional<Sentence> where, Sentence what, Sentence remedy) {
        Sentence clause = what.shaped(text -> OneLine.of(text, LONGEST_CLAUSE));
        Sentence order = remedy.shaped(text -> OneLine.of(text, LONGEST_CLAUSE));
        return new InputException(where.map(there -> Sentence.of("files.unusable-there", origin, there, clause, order))
                .orElse(Sentence.of("files.unusable", origin, clause, order)));
    }

    /// Where a value stands.
    ///
    /// @param before how many lines of the file come before what the parser saw
    /// @param place in the document, or nothing for all of it
    static Sentence where(int before, TokenStreamLocation at, String place) {
        return place.isEmpty() ? Sentence.of("files.where-line", before + at.getLineNr(), at.getColumnNr())
                : Sentence.of("files.where", before + at.getLineNr(), at.getColumnNr(), place);
    }

    /// What to say where `there` stands instead of `what`.
    static Sentence instead(Sentence there, Sentence what) {
        return Sentence.of("files.stands-instead", there.shaped(shown -> shown.length() > LONGEST_VALUE
                ? shown.substring(0, LONGEST_VALUE - 3) + "..." : shown), what);
    }

    static Sentence whole(long least, long most) {
        return Sentence.of("files.whole", least, most);
    }

    static Sentence missing(String key) {
        return Sentence.of("files.missing", key);
    }

    /// A key as it may stand in a sentence of one line: a hostile file may have any text as a key.
    static String printable(String key) {
        return OneLine.of(key, LONGEST_KEY);
    }

    /// A text of the document in quotes, as it may stand in a sentence.
    static String quoted(String text) {
        return "'" + printable(text) + "'";
    }

    static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    /// Whether a number as it is printed is within what a `double` can hold, and no smaller.
    static boolean isOrdinary(CharSequence number) {
        if (number.length() <= SHORT_NUMBER && !hasExponent(number)) {
            return true;
        }
        try {
            BigDecimal value = new BigDecimal(number.toString());
            return value.scale() <= MOST_EXPONENT && (long) value.precision() - value.scale() <= MOST_EXPONENT;
        } catch (NumberFormatException e) {
            // An exponent that not even a BigDecimal holds.
            return false;
        }
    }

    private static boolean hasExponent(CharSequence number) {
        for (int i = 0; i < number.length(); i++) {
            if (number.charAt(i) == 'e' || number.charAt(i) == 'E') {
                return true;
            }
        }
        return false;
    }

    /// What is too much for the parser, in words instead of the names of its settings.
    private static Sentence tooMuch(String message) {
        String most = message.replaceAll(".*maximum allowed \\((\\d+).*", "$1");
        return message.startsWith("Document nesting depth") ? Sentence.of("files.too-deep", most)
                : message.startsWith("String value length") ? Sentence.of("files.text-too-long", most)
                : message.startsWith("Name length") ? Sentence.of("files.key-too-long", most)
                : message.startsWith("Number value length") ? Sentence.of("files.number-too-long", most)
                : Sentence.of("files.too-much");
    }

    /// The parser's own words without the names of its settings, which tell a person nothing.
    private static Sentence why(String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        if (line.startsWith("Unexpected end-of-input")) {
            return Sentence.of("files.text-ends");
        }
        if (line.startsWith("Non-standard token")) {
            return Sentence.of("files.no-number", line.replaceAll("Non-standard token ('[^']*').*", "$1"));
        }
        Matcher twice = DUPLICATE.matcher(line);
        if (twice.find()) {
            return Sentence.of("files.key-twice", quoted(twice.group(1)));
        }
        String plain = line.replaceAll(": (?:enable `|not allowed (?:as per|when)).*| \\((?:for \\w+ starting|consider) .*", "")
                .replaceAll("\\(\\(CTRL-CHAR, (code \\d+)\\)\\)", "of $1")
                .replaceAll("\\s*\\([^()]*\\)", "").strip();
        return plain.isEmpty() ? Sentence.of("files.unreadable") : Sentence.known(PARSER, OneLine.of(plain, LONGEST_WHY));
    }
}
