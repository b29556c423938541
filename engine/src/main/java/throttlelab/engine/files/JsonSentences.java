package throttlelab.engine.files;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import throttlelab.engine.InputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/// The sentences that say what is wrong in a JSON document, for those who read it whole and those who read it as it
/// comes.
final class JsonSentences {

    /// Why a document is not valid: it has ended, and the text has not.
    static final String TRAILING = "something follows the document";
    /// Why a document is not valid: a number in it has an exponent that nothing can hold.
    static final String BEYOND_NUMBERS = "the exponent of this number is beyond all bounds";

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

    static InputException invalid(String origin, int before, TokenStreamLocation at, String why,
            Throwable cause) {
        return new InputException(origin + " is not valid JSON"
                + (at == null ? "" : " at line " + (before + at.getLineNr()) + ", column " + at.getColumnNr())
                + " (" + why + "): correct it there.", cause);
    }

    static InputException empty(String origin) {
        return new InputException(origin + " is empty: a JSON document is expected.");
    }

    /// @param where such as `in line 2, column 7, at runs[3], `, or nothing for the whole document
    static InputException wrong(String origin, String where, String what, String remedy) {
        return new InputException(origin + " cannot be used: " + where + OneLine.of(what, LONGEST_CLAUSE) + ": "
                + OneLine.of(remedy, LONGEST_CLAUSE) + ".");
    }

    /// Where a value stands.
    ///
    /// @param before how many lines of the file come before what the parser saw
    /// @param place in the document, or nothing for all of it
    static String where(int before, TokenStreamLocation at, String place) {
        return "in line " + (before + at.getLineNr()) + ", column " + at.getColumnNr() + ", "
                + (place.isEmpty() ? "" : "at " + place + ", ");
    }

    /// What to say where `there` stands instead of `what`.
    static String instead(String there, String what) {
        String shown = there.length() > LONGEST_VALUE ? there.substring(0, LONGEST_VALUE - 3) + "..." : there;
        return shown + " stands where " + what + " is expected";
    }

    static String whole(long least, long most) {
        return "a whole number from " + least + " to " + most;
    }

    static String missing(String key) {
        return "the key '" + key + "' is missing";
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
    private static String tooMuch(String message) {
        String most = message.replaceAll(".*maximum allowed \\((\\d+).*", "$1");
        return message.startsWith("Document nesting depth") ? "it is nested deeper than " + most + " levels"
                : message.startsWith("String value length") ? "a text has more than " + most + " characters"
                : message.startsWith("Name length") ? "a key has more than " + most + " characters"
                : message.startsWith("Number value length") ? "a number has more than " + most + " digits"
                : "there is too much of something";
    }

    /// The parser's own words without the names of its settings, which tell a person nothing.
    private static String why(String message) {
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        if (line.startsWith("Unexpected end-of-input")) {
            return "the text ends in the middle";
        }
        if (line.startsWith("Non-standard token")) {
            return line.replaceAll("Non-standard token ('[^']*').*", "$1 is no number in JSON");
        }
        Matcher twice = DUPLICATE.matcher(line);
        if (twice.find()) {
            return "the key " + quoted(twice.group(1)) + " stands there twice";
        }
        String plain = line.replaceAll(": (?:enable `|not allowed (?:as per|when)).*| \\((?:for \\w+ starting|consider) .*", "")
                .replaceAll("\\(\\(CTRL-CHAR, (code \\d+)\\)\\)", "of $1")
                .replaceAll("\\s*\\([^()]*\\)", "").strip();
        return plain.isEmpty() ? "unreadable" : OneLine.of(plain, LONGEST_WHY);
    }
}
