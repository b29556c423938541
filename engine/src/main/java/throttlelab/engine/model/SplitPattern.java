package throttlelab.engine.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.words.Sentence;

/// The pattern that splits a text into pieces before merging. In `tokenizer.json` it is written for Oniguruma; here are
/// taken the constructs that Java reads alike, which are those of the tokenizers in use (GPT-2, Qwen, Llama 3, GPT-4o).
final class SplitPattern {

    /// GPT-2's pattern, which a `ByteLevel` pre-tokenizer brings along.
    private static final Pattern GPT2 =
            compile("'s|'t|'re|'ve|'m|'ll|'d| ?\\p{L}+| ?\\p{N}+| ?[^\\s\\p{L}\\p{N}]+|\\s+(?!\\S)|\\s+");

    private static final Pattern EVERYTHING = Pattern.compile("(?s).+");
    private static final Sentence OTHER = Sentence.of("model.choose-another-model");
    private static final int LONGEST = 2000;
    private static final String ESCAPE = "\\\\(?:[rntsSd]|[pP]\\{[A-Z][a-z]?\\}|[^A-Za-z0-9])";
    private static final String IN_CLASS = "(?:" + ESCAPE + "|(?!&&)[^\\[\\]\\\\])";
    private static final String CLASS = "\\[\\^?" + IN_CLASS + "+\\]";
    /// A repeated group would be matched by recursion, one level a round.
    private static final String GROUP = "\\((?:\\?(?:i?:|[!=]))?|\\)(?![*+{])|\\|";
    private static final String QUANTIFIER = "[?*+]|\\{\\d+(?:,\\d*)?\\}(?![?*+])";
    private static final String LITERAL = "[^\\\\\\[\\](){}*+?.^$|]";
    private static final Pattern KNOWN = Pattern.compile(
            "(?:" + String.join("|", ESCAPE, CLASS, GROUP, QUANTIFIER, LITERAL) + ")+");

    private SplitPattern() {
    }

    /// The pattern of a pre-tokenizer: a `ByteLevel`, or a `Sequence` of an isolating `Split` and a `ByteLevel` without
    /// a pattern of its own.
    static Pattern read(JsonInput splitter) {
        if (splitter.at("type").text().equals("ByteLevel")) {
            return splitsItself(splitter) ? GPT2 : EVERYTHING;
        }
        List<JsonInput> steps = splitter.maybe("pretokenizers").map(JsonInput::items).orElse(List.of());
        if (!splitter.at("type").text().equals("Sequence") || steps.size() != 2
                || !steps.get(0).at("type").text().equals("Split")
                || !steps.get(0).at("behavior").text().equals("Isolated")
                || steps.get(0).maybe("invert").map(JsonInput::truth).orElse(false)
                || !steps.get(1).at("type").text().equals("ByteLevel") || splitsItself(steps.get(1))) {
            throw splitter.wrong(Sentence.of("model.only-a-bytelevel-is-known"), OTHER);
        }
        return of(steps.get(0).at("pattern").at("Regex"));
    }

    /// Whether a `ByteLevel` brings its own pattern along.
    private static boolean splitsItself(JsonInput level) {
        level.maybe("add_prefix_space").filter(space -> !space.truth())
                .orElseThrow(() -> level.wrong(Sentence.of("model.only-add-prefix-space-false"), OTHER));
        return level.maybe("use_regex").map(JsonInput::truth).orElse(true);
    }

    private static Pattern of(JsonInput expression) {
        String text = expression.text();
        if (text.length() <= LONGEST && KNOWN.matcher(text).matches()) {
            try {
                return compile(text);
            } catch (PatternSyntaxException e) {
                throw expression.wrong(Sentence.of("model.this-is-not-a-pattern", e.getDescription()), OTHER);
            }
        }
        throw expression.wrong(Sentence.of("model.the-pattern-has-a-construct", BadInput.quoted(text)), OTHER);
    }

    /// The flag gives \s and (?i) the meaning they have over all of Unicode.
    private static Pattern compile(String expression) {
        return Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS);
    }
}
