package throttlelab.fxml.texts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, by key, in one language at a time. A missing key is a defect and throws.
public final class Texts {

    private static final String BUNDLE = "throttlelab.fxml.texts.texts";
    private static volatile Spoken spoken = Spoken.of(Language.ENGLISH);

    /// A language with its texts.
    private record Spoken(Language language, ResourceBundle bundle, Locale numbers) {

        static Spoken of(Language language) {
            boolean english = language == Language.ENGLISH;
            // The English texts are the bundle's root, and its numbers those of no country in particular.
            Locale locale = english ? Locale.ROOT : language.locale();
            return new Spoken(language, ResourceBundle.getBundle(BUNDLE, locale), locale);
        }
    }

    private Texts() {
    }

    /// Speaks another language from now on; what was said before stays as it is, so before anything is shown.
    ///
    /// @param system the system's language, such as `de`, for [Language#SYSTEM]
    public static void speak(Language language, String system) {
        spoken = Spoken.of(language.spoken(system));
    }

    /// The language that is spoken; never [Language#SYSTEM].
    public static Language language() {
        return spoken.language();
    }

    /// For what the engine says, which view models ask for in this language.
    public static Locale locale() {
        return spoken.numbers();
    }

    /// The bundle, for FXML's `%key`.
    public static ResourceBundle bundle() {
        return spoken.bundle();
    }

    /// The text for `key`, with `{0}`, `{1}` … filled in; an apostrophe in such a text is written twice.
    ///
    /// @throws java.util.MissingResourceException if there is none
    public static String get(String key, Object... values) {
        Spoken now = spoken;
        String text = now.bundle().getString(key);
        return values.length == 0 ? text : new MessageFormat(text, now.numbers()).format(values);
    }

    /// A number as the language writes it. Not for bits and log-probabilities, which are the same in every language.
    ///
    /// @param format of [String#format(String, Object...)], such as `%.1f`
    public static String number(String format, Object number) {
        return String.format(spoken.numbers(), format, number);
    }
}
