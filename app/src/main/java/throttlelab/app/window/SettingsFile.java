package throttlelab.app.window;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import throttlelab.app.host.Folders;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.JsonOutput;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.words.Sentence;
import throttlelab.fxml.lab.LabMemory;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.theme.ColorSet;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.theme.Themes;
import tools.jackson.core.JsonGenerator;

/// The file of the settings, in the folder where the system keeps a person's settings.
final class SettingsFile {

    private static final String NAME = "settings.json";
    private static final String ASIDE = "settings.damaged.json";
    private static final int LIMIT_BYTES = 1 << 20;
    private static final double SHORTEST_STALL = 0.1;
    private static final double LONGEST_STALL = 86_400;
    private static final double SLOWEST_TEMPO = 60_000;

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
        return new Settings(looks(json, first.looks()), place(json, first.place()),
                json.maybe("language").map(id -> one(id, Language.values(), Language::id)).orElse(first.language()),
                json.maybe("tempo_ms").map(tempo -> tempo.number(0, SLOWEST_TEMPO)).orElse(first.tempo()),
                json.maybe("stall_after_s").map(seconds -> seconds.number(SHORTEST_STALL, LONGEST_STALL))
                        .orElse(first.stallAfter()),
                json.maybe("restoring").map(JsonInput::truth).orElse(first.restoring()),
                json.maybe("recent_files").map(SettingsFile::files).orElse(first.recentFiles()),
                json.maybe("kept").map(SettingsFile::kept).orElse(first.kept()));
    }

    /// What was read, and why a file could not be.
    ///
    /// @param refusal says where the file is now
    record Read(Settings settings, Optional<InputException> refusal) {
    }

    /// What was saved. A file that cannot be used is set aside, so that its like can be looked at, and the first settings
    /// hold.
    Read readOrSetAside() {
        try {
            return new Read(read(), Optional.empty());
        } catch (InputException e) {
            Path aside = file.resolveSibling(ASIDE);
            try {
                Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException failure) {
                e.addSuppressed(failure);
                return new Read(Settings.FIRST, Optional.of(new InputException(Texts.get("window.settings.damaged",
                        file, e.sentence().in(Texts.locale())), e)));
            }
            return new Read(Settings.FIRST, Optional.of(new InputException(Texts.get("window.settings.aside", file,
                    aside.getFileName(), e.sentence().in(Texts.locale())), e)));
        }
    }

    private static Looks looks(JsonInput json, Looks first) {
        return new Looks(json.maybe("theme").map(id -> one(id, Theme.values(), Theme::id)).orElse(first.theme()),
                json.maybe("colors").map(id -> one(id, ColorSet.values(), ColorSet::id)).orElse(first.colors()),
                json.maybe("zoom_percent").map(zoom -> (int) zoom.integer(Themes.SMALLEST, Themes.LARGEST))
                        .orElse(first.zoom()),
                json.maybe("reduced_motion").map(JsonInput::truth).orElse(first.reducedMotion()));
    }

    private static WindowPlace place(JsonInput json, WindowPlace first) {
        Optional<Double> x = json.maybe("x").map(SettingsFile::corner);
        Optional<Double> y = json.maybe("y").map(SettingsFile::corner);
        return new WindowPlace(x.flatMap(left -> y.map(top -> new Point2D(left, top))),
                json.maybe("width").map(SettingsFile::size).orElse(first.width()),
                json.maybe("height").map(SettingsFile::size).orElse(first.height()),
                json.maybe("maximized").map(JsonInput::truth).orElse(first.maximized()));
    }

    private static <T> T one(JsonInput json, T[] values, Function<T, String> id) {
        String chosen = json.text(Arrays.stream(values).map(id).collect(Collectors.toSet()));
        return Arrays.stream(values).filter(value -> id.apply(value).equals(chosen)).findFirst().orElseThrow();
    }

    private static double corner(JsonInput json) {
        return json.number(-WindowPlace.LARGEST, WindowPlace.LARGEST);
    }

    private static double size(JsonInput json) {
        return json.number(WindowPlace.SMALLEST, WindowPlace.LARGEST);
    }

    private static List<Path> files(JsonInput json) {
        return json.items().stream().limit(LabMemory.FILES).map(SettingsFile::path).toList();
    }

    private static Path path(JsonInput json) {
        try {
            return Path.of(json.text());
        } catch (InvalidPathException e) {
            throw json.wrong(Sentence.plain(Texts.get("window.settings.path")),
                    Sentence.plain(Texts.get("window.settings.path.remedy")));
        }
    }

    private static Map<String, String> kept(JsonInput json) {
        Map<String, String> kept = new TreeMap<>();
        json.members().forEach((key, value) -> kept.put(key, value.text()));
        return kept;
    }

    /// Writes it.
    ///
    /// @throws RunException if it cannot be written
    void write(Settings settings) {
        SafeFiles.write(file, out -> {
            try (JsonGenerator json = JsonOutput.to(out)) {
                json.writeStartObject();
                write(json, settings.looks());
                write(json, settings.place());
                json.writeStringProperty("language", settings.language().id());
                json.writeNumberProperty("tempo_ms", settings.tempo());
                json.writeNumberProperty("stall_after_s", settings.stallAfter());
                json.writeBooleanProperty("restoring", settings.restoring());
                json.writeArrayPropertyStart("recent_files");
                settings.recentFiles().forEach(recent -> json.writeString(recent.toString()));
                json.writeEndArray();
                json.writeObjectPropertyStart("kept");
                new TreeMap<>(settings.kept()).forEach(json::writeStringProperty);
                json.writeEndObject();
                json.writeEndObject();
            }
        });
    }

    private static void write(JsonGenerator json, Looks looks) {
        json.writeStringProperty("theme", looks.theme().id());
        json.writeStringProperty("colors", looks.colors().id());
        json.writeNumberProperty("zoom_percent", looks.zoom());
        json.writeBooleanProperty("reduced_motion", looks.reducedMotion());
    }

    private static void write(JsonGenerator json, WindowPlace place) {
        place.corner().ifPresent(corner -> {
            json.writeNumberProperty("x", Math.round(corner.getX()));
            json.writeNumberProperty("y", Math.round(corner.getY()));
        });
        json.writeNumberProperty("width", Math.round(place.width()));
        json.writeNumberProperty("height", Math.round(place.height()));
        json.writeBooleanProperty("maximized", place.maximized());
    }
}
