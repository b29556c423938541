package throttlelab.engine.schedule.matrix;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// JDKs that lie beside one another, as packages and tools put them.
final class OtherJdks {

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(\\d+)");

    private OtherJdks() {
    }

    /// The homes of the others beside `home` whose version is at least `feature`, each once.
    static List<Path> beside(Path home, int feature) {
        Path own = real(home).orElse(home);
        if (own.getParent() == null) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(own.getParent())) {
            return folders.flatMap(folder -> real(folder).stream()).distinct()
                    .filter(folder -> !folder.equals(own) && version(folder) >= feature).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Path> real(Path folder) {
        try {
            return Optional.of(folder.toRealPath());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /// The version that a JDK says it has, or 0 if it is none.
    private static int version(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release"), StandardCharsets.ISO_8859_1));
            return version.find() ? Integer.parseInt(version.group(1)) : 0;
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }
}
