package throttlelab.dist;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The system the application is made on, and for.
enum Host {

    /// An image and a .deb.
    LINUX(List.of("deb"), ".png", ".so"),

    /// An image and a .dmg.
    MAC(List.of("dmg"), ".icns", ".dylib"),

    /// An image and an .msi.
    WINDOWS(List.of("msi"), ".ico", ".dll");

    private final List<String> packages;
    private final String icon;
    private final String library;

    Host(List<String> packages, String icon, String library) {
        this.packages = packages;
        this.icon = icon;
        this.library = library;
    }

    static Host current() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return os.startsWith("windows") ? WINDOWS : os.startsWith("mac") ? MAC : LINUX;
    }

    /// What jpackage calls the packages that are usual here.
    List<String> packages() {
        return packages;
    }

    /// The end of the name of an icon.
    String icon() {
        return icon;
    }

    /// The end of the name of a native library.
    String library() {
        return library;
    }

    /// Whether a program can be called by its name.
    static boolean has(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> !folder.isEmpty() && Files.isExecutable(Path.of(folder).resolve(program)));
    }
}
