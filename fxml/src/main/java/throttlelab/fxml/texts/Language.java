package throttlelab.fxml.texts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The languages of the window.
public enum Language {

    /// That of the system, if the window speaks it; else English.
    SYSTEM("system", null),

    /// English.
    ENGLISH("en", Locale.ENGLISH),

    /// German.
    GERMAN("de", Locale.GERMAN);

    private final String id;
    private final Locale locale;

    Language(String id, Locale locale) {
        this.id = id;
        this.locale = locale;
    }

    /// Its name in settings.
    public String id() {
        return id;
    }

    /// The language that is spoken where this one is chosen.
    ///
    /// @param system the system's language, such as `de`
    Language spoken(String system) {
        Optional<Language> own = Arrays.stream(values()).filter(each -> each.id.equals(system)).findFirst();
        return this == SYSTEM ? own.filter(each -> each != SYSTEM).orElse(ENGLISH) : this;
    }

    /// How it writes its numbers; `null` for [#SYSTEM].
    Locale locale() {
        return locale;
    }
}
