package throttlelab.fxml.settings;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import throttlelab.fxml.control.Choice;
import throttlelab.fxml.lab.LabMemory;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.theme.ColorSet;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;

/// The settings, each of which holds at once, but for the language.
public final class SettingsViewModel {

    private final Themes themes;
    private final LabMemory memory;
    private final StringProperty theme;
    private final StringProperty colors;
    private final StringProperty language;
    private final ReadOnlyStringWrapper languageNote = new ReadOnlyStringWrapper("");
    private final Language spoken;

    /// The settings of a lab and its looks.
    public SettingsViewModel(Themes themes, LabViewModel lab) {
        this.themes = themes;
        this.memory = lab.memory();
        theme = id(themes.themeProperty(), Theme.values(), Theme::id);
        colors = id(themes.colorsProperty(), ColorSet.values(), ColorSet::id);
        language = id(memory.languageProperty(), Language.values(), Language::id);
        spoken = memory.languageProperty().get();
        memory.languageProperty().subscribe(now ->
                languageNote.set(now == spoken ? "" : Texts.get("settings.language.next." + now.id())));
    }

    /// A property by the id of its value.
    private static <T> StringProperty id(Property<T> property, T[] values, Function<T, String> id) {
        StringProperty named = new SimpleStringProperty(id.apply(property.getValue()));
        named.addListener((observed, before, now) -> Arrays.stream(values)
                .filter(value -> id.apply(value).equals(now)).findFirst().ifPresent(property::setValue));
        property.addListener((observed, before, now) -> named.set(id.apply(now)));
        return named;
    }

    private static <T> List<Choice> choices(String kind, T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).map(each -> new Choice(each, Texts.get("settings." + kind + "." + each),
                Texts.get("settings." + kind + "." + each + ".tip"))).toList();
    }

    /// The themes.
    public List<Choice> themes() {
        return choices("theme", Theme.values(), Theme::id);
    }

    /// The theme in force, by its id.
    public StringProperty themeProperty() {
        return theme;
    }

    /// The sets of colours.
    public List<Choice> colors() {
        return choices("colors", ColorSet.values(), ColorSet::id);
    }

    /// The set of colours in force, by its id.
    public StringProperty colorsProperty() {
        return colors;
    }

    /// The languages.
    public List<Choice> languages() {
        return choices("language", Language.values(), Language::id);
    }

    /// The language from the next start on, by its id.
    public StringProperty languageProperty() {
        return language;
    }

    /// Says when the chosen language will be spoken, in that language, too; empty if it is.
    public ReadOnlyStringProperty languageNoteProperty() {
        return languageNote.getReadOnlyProperty();
    }

    /// Whether nothing is to move by itself.
    public BooleanProperty reducedMotionProperty() {
        return themes.reducedMotionProperty();
    }

    /// Whether the next start begins with the set-up with which this one ends.
    public BooleanProperty restoringProperty() {
        return memory.restoringProperty();
    }
}
