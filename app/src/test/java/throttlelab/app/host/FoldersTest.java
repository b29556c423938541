package throttlelab.app.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.InputException;

class FoldersTest {

    @TempDir
    private Path working;

    private final Map<String, String> properties = new HashMap<>(
            Map.of("os.name", "Linux", "user.home", "/home/leo", "java.io.tmpdir", "/scratch"));
    private final Map<String, String> environment = new HashMap<>();

    @Test
    void samplesLieBesideThePersonOrWhereTheySay() throws IOException {
        assertThatThrownBy(() -> folders().samples()).isInstanceOf(InputException.class)
                .hasMessageContaining(working.resolve("samples").toString()).hasMessageContaining("-Dthrottlelab.samples");

        Path samples = Files.createDirectory(working.resolve("samples"));
        assertThat(folders().samples()).isEqualTo(samples);

        Path others = Files.createDirectory(working.resolve("others"));
        properties.put("throttlelab.samples", others.toString());
        assertThat(folders().samples()).isEqualTo(others);
    }

    @Test
    void resultsGoToTheBuildFolderOfTheRepositoryAndElsewhereBesideThePerson() throws IOException {
        assertThat(folders().results()).isEqualTo(working.resolve("bet45"));

        Files.createFile(Files.createDirectory(working.resolve("app")).resolve("pom.xml"));
        assertThat(folders().results()).isEqualTo(working.resolve("app/target/bet45"));
    }

    @Test
    void resultsOfTheInstalledProgramNeverGoIntoIt() {
        properties.put("jpackage.app-path", working.resolve("bin/ThrottleLab").toString());
        assertThat(folders().results()).isEqualTo(Path.of("/home/leo/ThrottleLab/bet45"));

        properties.put("jpackage.app-path", "/opt/throttlelab/bin/ThrottleLab");
        assertThat(folders().results()).isEqualTo(working.resolve("bet45"));
        assertThat(new Folders(working.resolve("gone"), properties::get, environment::get).results())
                .isEqualTo(Path.of("/home/leo/ThrottleLab/bet45"));
    }

    @Test
    void theLogGoesWhereTheSystemKeepsState() {
        assertThat(folders().logFolders()).containsExactly(Path.of("/home/leo/.local/state/throttlelab"),
                Path.of("/scratch/throttlelab"));
        environment.put("XDG_STATE_HOME", "/state");
        assertThat(folders().logFolders().getFirst()).isEqualTo(Path.of("/state/throttlelab"));
        properties.put("os.name", "Mac OS X");
        assertThat(folders().logFolders().getFirst()).isEqualTo(Path.of("/home/leo/Library/Logs/ThrottleLab"));
        properties.put("os.name", "Windows 11");
        assertThat(folders().logFolders().getFirst()).isEqualTo(Path.of("/home/leo/AppData/Local/ThrottleLab"));
    }

    private Folders folders() {
        return new Folders(working, properties::get, environment::get);
    }
}
