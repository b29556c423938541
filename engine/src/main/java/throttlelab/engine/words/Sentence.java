package throttlelab.engine.words;

import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Something to be said to a person, a sentence or a part of one, in any language that there is. It never changes.
public sealed interface Sentence {

    /// What stands in the bundle for `key`, with `{0}`, `{1}` … filled in.
    ///
    /// @param values sentences, said in the same language; numbers, to be chosen by and written as Java writes them;
    ///        anything else as its text, also nothing. They must not change any more
    static Sentence of(String key, Object... values) {
        return new Spoken(key, Collections.unmodifiableList(Arrays.asList(values.clone())));
    }

    /// A text that is the same in every language, such as a name, or one that is in the right language already.
    static Sentence plain(String text) {
        return new Plain(text);
    }

    /// A number as each language writes it. Not for bits and log-probabilities, which are the same in every language.
    ///
    /// @param format of [String#format(String, Object...)], such as `%,d`; `%s` writes all its digits
    static Sentence number(String format, Number number) {
        return new Figure(format, number);
    }

    /// A sentence of the bundle by its English, as it stands in a file: files are English, whoever reads them. Said as it
    /// stands if the bundle has no such sentence.
    ///
    /// @param prefix how the keys begin that it may have
    static Sentence known(String prefix, String english) {
        return new Known(prefix, english);
    }

    /// Several, one after another.
    static Sentence joined(String between, List<? extends Sentence> parts) {
        return new Joined(between, List.copyOf(parts));
    }

    /// Says it in a language. What has not been translated is said in English.
    ///
    /// @param language [Locale#ROOT] is English, with the numbers of no country in particular
    String in(Locale language);

    /// Says it in English, as files, reports, logs and the terminal do.
    default String english() {
        return in(Locale.ROOT);
    }

    /// The same, said in another shape, such as cut to a length.
    default Sentence shaped(UnaryOperator<String> shape) {
        return new Shaped(this, shape);
    }

    /// A sentence of the bundle.
    ///
    /// @param key in the bundle
    /// @param values what is filled in
    record Spoken(String key, List<Object> values) implements Sentence {

        @Override
        public String in(Locale language) {
            return Words.of(language).say(key, values);
        }

        @Override
        public String toString() {
            return english();
        }
    }

    /// A text that is the same in every language.
    ///
    /// @param text the text
    record Plain(String text) implements Sentence {

        @Override
        public String in(Locale language) {
            return text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// A number.
    ///
    /// @param format how it is written
    /// @param number which one
    record Figure(String format, Number number) implements Sentence {

        @Override
        public String in(Locale language) {
            // What Java writes by itself, it writes with a point everywhere.
            return format.equals("%s") ? number.toString().replace('.',
                    DecimalFormatSymbols.getInstance(language).getDecimalSeparator())
                    : String.format(language, format, number);
        }

        @Override
        public String toString() {
            return english();
        }
    }

    /// A sentence by its English.
    ///
    /// @param prefix how the keys begin that it may have
    /// @param text its English
    record Known(String prefix, String text) implements Sentence {

        @Override
        public String in(Locale language) {
            return language.equals(Locale.ROOT) ? text
                    : Words.of(Locale.ROOT).recognised(prefix, text).map(said -> said.in(language)).orElse(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /// Several.
    ///
    /// @param between what stands between two of them
    /// @param parts all of them
    record Joined(String between, List<Sentence> parts) implements Sentence {

        @Override
        public String in(Locale language) {
            return String.join(between, parts.stream().map(part -> part.in(language)).toList());
        }

        @Override
        public String toString() {
            return english();
        }
    }

    /// A sentence in another shape.
    ///
    /// @param sentence what is said
    /// @param shape gives it the shape
    record Shaped(Sentence sentence, UnaryOperator<String> shape) implements Sentence {

        @Override
        public String in(Locale language) {
            return shape.apply(sentence.in(language));
        }

        @Override
        public String toString() {
            return english();
        }
    }
}
