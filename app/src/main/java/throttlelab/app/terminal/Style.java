package throttlelab.app.terminal;

import java.util.Locale;
import java.util.function.UnaryOperator;

/// Emphasis: escape sequences on a terminal that shows colours, nothing elsewhere. What is emphasised says the same
/// without it.
public enum Style {

    /// No escape sequences.
    PLAIN,

    /// ANSI escape sequences.
    ANSI;

    /// The style of a terminal: colours unless the person set `NO_COLOR` or the terminal cannot.
    ///
    /// @param interactive whether it is a terminal at all
    /// @param environment the environment's variables
    /// @param os the operating system's name
    public static Style of(boolean interactive, UnaryOperator<String> environment, String os) {
        String noColour = environment.apply("NO_COLOR");
        String term = environment.apply("TERM");
        boolean refused = noColour != null && !noColour.isEmpty() || "dumb".equals(term);
        boolean able = term != null || environment.apply("WT_SESSION") != null
                || !os.toLowerCase(Locale.ROOT).startsWith("windows");
        return interactive && able && !refused ? ANSI : PLAIN;
    }

    /// Headings and what must not be overlooked.
    public String strong(String text) {
        return coloured("1", text);
    }

    /// What came out as it should.
    public String good(String text) {
        return coloured("1;32", text);
    }

    /// What deserves a look.
    public String doubtful(String text) {
        return coloured("1;33", text);
    }

    /// What failed.
    public String bad(String text) {
        return coloured("1;31", text);
    }

    private String coloured(String code, String text) {
        return this == ANSI && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
