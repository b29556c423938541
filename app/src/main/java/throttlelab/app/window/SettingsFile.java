package throttlelab.app.window;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import throttlelab.app.host.Folders;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.JsonOutput;
import throttlelab.engine.files.SafeFiles;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;
import tools.jackson.core.JsonGenerator;

/// The file of the settings, in the folder where the system keeps a person's settings.
final class SettingsFile {

    private static final String NAME = "settings.json";
    private static final int LIMIT_BYTES = 1 << 16;
    private static final double SHORTEST_STALL = 0.1;
    private static final double LONGEST_STALL = 86_400;
    private static final Set<String> THEMES =
            Arrays.stream(Theme.values()).map(Theme::id).collect(Collectors.toUnmodifiableSet());

    private final Path file;

    SettingsFile(Path folder) {
        this.file = folder.resolve(NAME);
    }

    /// The file of the person who runs this process.
    static SettingsFile system(Folders folders) {
        return new SettingsFile(folder(folders));
    }

    private static Path folder(Folders folders) {
        String os = folders.property().apply("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(folders.property().apply("user.home"));
        if (os.startsWith("windows")) {
            return given(folders, "APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("ThrottleLab");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("ThrottleLab");
        }
        return given(folders, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("throttlelab");
    }

    private static Path given(Folders folders, String variable, Path otherwise) {
        String value = folders.environment().apply(variable);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }

    /// Where it is.
    Path path() {
        return file;
    }

    /// What was saved, or what holds at the first start. A key that is missing has its first value; one that is unknown,
    /// from a newer program, is overlooked.
    ///
    /// @throws InputException if the file cannot be read or used
    Settings read() {
        Settings first = Settings.FIRST;
        if (!Files.exists(file)) {
            return first;
        }
        JsonInput json = JsonInput.read(file, LIMIT_BYTES);
        return new Settings(
                json.maybe("theme").map(theme -> theme(theme.text(THEMES))).orElse(first.theme()),
                json.maybe("zoom_percent").map(zoom -> (int) zoom.integer(Themes.SMALLEST, Themes.LARGEST))
                        .orElse(first.zoom()),
                json.maybe("width").map(SettingsFile::size).orElse(first.width()),
                json.maybe("height").map(SettingsFile::size).orElse(first.height()),
                json.maybe("maximized").map(JsonInput::truth).orElse(first.maximized()),
                json.maybe("stall_after_s").map(seconds -> seconds.number(SHORTEST_STALL, LONGEST_STALL))
                        .orElse(first.stallAfter()));
    }

    private static Theme theme(String id) {
        return Arrays.stream(Theme.values()).filter(theme -> theme.id().equals(id)).findFirst().orElseThrow();
    }

    private static double size(JsonInput json) {
        return json.number(Settings.SMALLEST, Settings.LARGEST);
    }

    /// Writes it.
    ///
    /// @throws RunException if it cannot be written
    void write(Settings settings) {
        SafeFiles.write(file, out -> {
            try (JsonGenerator json = JsonOutput.to(out)) {
                json.writeStartObject();
                json.writeStringProperty("theme", settings.theme().id());
                json.writeNumberProperty("zoom_percent", settings.zoom());
                json.writeNumberProperty("width", Math.round(settings.width()));
                json.writeNumberProperty("height", Math.round(settings.height()));
                json.writeBooleanProperty("maximized", settings.maximized());
                json.writeNumberProperty("stall_after_s", settings.stallAfter());
                json.writeEndObject();
            }
        });
    }
}
