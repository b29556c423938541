package throttlelab.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.app.host.Folders;
import throttlelab.engine.InputException;
import throttlelab.fxml.texts.Language;
import throttlelab.fxml.theme.ColorSet;
import throttlelab.fxml.theme.Theme;

class SettingsFileTest {

    private static final Settings CHANGED = new Settings(
            new Looks(Theme.PROJECTOR, ColorSet.TOL, 150, true),
            new WindowPlace(Optional.of(new Point2D(-300, 20)), 1000, 700, true), Language.GERMAN, 1.5, 2.5, true,
            List.of(Path.of("/class/ä b.tlab"), Path.of("/other.json")), Map.of("lessons.done", "1,2", "tour", "seen"));

    @TempDir
    private Path folder;

    @Test
    void whatWasWrittenIsReadAgain() {
        SettingsFile file = new SettingsFile(folder.resolve("new").resolve("folder"));
        file.write(CHANGED);

        assertThat(file.read()).isEqualTo(CHANGED);
    }

    @Test
    void withoutAFileTheFirstOnesHold() {
        assertThat(new SettingsFile(folder).read()).isEqualTo(Settings.FIRST);
    }

    @Test
    void whatIsMissingHasItsFirstValueAndWhatIsUnknownIsOverlooked() throws IOException {
        assertThat(read("{\"zoom_percent\": 120, \"from_the_future\": [1]}"))
                .isEqualTo(Settings.FIRST.with(new Looks(Settings.FIRST.looks().theme(),
                        Settings.FIRST.looks().colors(), 120, false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"theme\": \"pink\"}", "{\"zoom_percent\": 5000}", "{\"width\": -1}",
            "{\"height\": \"tall\"}", "{\"maximized\": 1}", "{\"stall_after_s\": 0}", "{\"colors\": \"pink\"}",
            "{\"language\": \"xx\"}", "{\"tempo_ms\": -1}", "{\"recent_files\": [3]}", "{\"recent_files\": [\"\\u0000\"]}",
            "{\"kept\": {\"a\": 1}}", "[]", "", "{"})
    void whatIsWrongIsRefused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(InputException.class).hasMessageContaining("settings.json");
    }

    @Test
    void eachSystemHasItsOwnPlace() {
        assertThat(path("Linux", Map.of())).isEqualTo(Path.of("/home/ann/.config/throttlelab/settings.json"));
        assertThat(path("Linux", Map.of("XDG_CONFIG_HOME", "/conf")))
                .isEqualTo(Path.of("/conf/throttlelab/settings.json"));
        assertThat(path("Linux", Map.of("XDG_CONFIG_HOME", "not/absolute")))
                .isEqualTo(Path.of("/home/ann/.config/throttlelab/settings.json"));
        assertThat(path("Mac OS X", Map.of()))
                .isEqualTo(Path.of("/home/ann/Library/Application Support/ThrottleLab/settings.json"));
        assertThat(path("Windows 11", Map.of("APPDATA", "/roaming")))
                .isEqualTo(Path.of("/roaming/ThrottleLab/settings.json"));
    }

    private Settings read(String json) throws IOException {
        Files.writeString(folder.resolve("settings.json"), json);
        return new SettingsFile(folder).read();
    }

    private static Path path(String system, Map<String, String> environment) {
        Map<String, String> properties = Map.of("os.name", system, "user.home", "/home/ann");
        return SettingsFile.system(new Folders(Path.of(""), properties::get, environment::get)).path();
    }
}
