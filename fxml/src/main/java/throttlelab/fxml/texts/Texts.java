package throttlelab.fxml.texts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the window, by key. A missing key is a defect and throws.
public final class Texts {

    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("throttlelab.fxml.texts.texts", Locale.ROOT);

    private Texts() {
    }

    /// The bundle, for FXML's `%key`.
    public static ResourceBundle bundle() {
        return BUNDLE;
    }

    /// The text for `key`, with `{0}`, `{1}` … filled in; an apostrophe in such a text is written twice.
    ///
    /// @throws java.util.MissingResourceException if there is none
    public static String get(String key, Object... values) {
        String text = BUNDLE.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }
}
