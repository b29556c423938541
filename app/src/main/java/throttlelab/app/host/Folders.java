package throttlelab.app.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import throttlelab.engine.InputException;
import throttlelab.fxml.texts.Texts;

/// Where things lie if nobody says otherwise.
///
/// @param working the folder the program was started in
/// @param property system properties
/// @param environment environment variables
public record Folders(Path working, UnaryOperator<String> property, UnaryOperator<String> environment) {

    /// The system property that names the samples folder.
    public static final String SAMPLES = "throttlelab.samples";

    /// The system property by which jpackage's launcher names itself.
    static final String LAUNCHER = "jpackage.app-path";

    private static final String RESULTS = "bet45";

    /// Those of this process.
    public static Folders system() {
        return new Folders(Path.of(""), System::getProperty, System::getenv);
    }

    /// The samples that come with the program: the folder the system property names, or `samples` in the working folder.
    ///
    /// @throws InputException if it is not there
    public Path samples() {
        String named = property.apply(SAMPLES);
        Path samples = named != null ? Path.of(named) : working.resolve("samples");
        if (!Files.isDirectory(samples)) {
            throw new InputException(Texts.get("window.samples", samples.toAbsolutePath(), SAMPLES));
        }
        return samples;
    }

    /// Where a bet leaves its result: beside the build's other products in the repository, else in the working folder;
    /// and where that cannot be written or is a part of the installed program, in the person's home.
    public Path results() {
        if (Files.isRegularFile(working.resolve("app").resolve("pom.xml"))) {
            return working.resolve("app").resolve("target").resolve(RESULTS);
        }
        Path here = working.toAbsolutePath().normalize();
        boolean mine = Files.isWritable(here) && installed().filter(here::startsWith).isEmpty();
        return mine ? working.resolve(RESULTS)
                : Path.of(property.apply("user.home")).resolve("ThrottleLab").resolve(RESULTS);
    }

    /// The folder of the installed program, if this is one.
    private Optional<Path> installed() {
        return Optional.ofNullable(property.apply(LAUNCHER)).map(launcher -> {
            Path folder = Path.of(launcher).toAbsolutePath().normalize().getParent();
            String name = folder.getFileName().toString();
            return name.equals("bin") || name.equals("MacOS") ? folder.getParent() : folder;
        });
    }

    /// Where the log file may go, the best place first.
    public List<Path> logFolders() {
        return List.of(stateFolder(), Path.of(property.apply("java.io.tmpdir"), "throttlelab"));
    }

    private Path stateFolder() {
        String os = property.apply("os.name").toLowerCase(Locale.ROOT);
        Path home = Path.of(property.apply("user.home"));
        if (os.startsWith("windows")) {
            return given("LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("ThrottleLab");
        }
        if (os.startsWith("mac")) {
            return home.resolve("Library").resolve("Logs").resolve("ThrottleLab");
        }
        return given("XDG_STATE_HOME", home.resolve(".local").resolve("state")).resolve("throttlelab");
    }

    private Path given(String variable, Path otherwise) {
        String value = environment.apply(variable);
        return value == null || value.isBlank() || !Path.of(value).isAbsolute() ? otherwise : Path.of(value);
    }
}
