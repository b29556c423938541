package throttlelab.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// The application as a folder: launcher, Java with the program's modules inside, and what it works with.
final class Image {

    /// What the virtual machine is told at every start; `$APPDIR` is filled in by the launcher. Memory as in the
    /// profile `lab`, and weights are not copied about while they are young. Sentences of the virtual machine on its own cache are of no use to a person.
    static final List<String> OPTIONS = List.of("-XX:+UseSerialGC", "-Xmx720m", "-Xmn96m",
            "-XX:PretenureSizeThreshold=128k", "--enable-native-access=javafx.graphics",
            "-XX:SharedArchiveFile=$APPDIR/" + StartCache.NAME, "-Xlog:aot=off",
            "-Xlog:cds=off", "-Dthrottlelab.samples=$APPDIR/samples");
    /// Where the program starts.
    static final String MAIN = "throttlelab.app/throttlelab.app.Main";

    /// Of Java's own modules what nobody requires by name: memory beans, jar file systems, the Unsafe of libraries, and
    /// how numbers and dates are written in the languages of the window.
    private static final List<String> SILENT =
            List.of("jdk.management", "jdk.zipfs", "jdk.unsupported", "jdk.jfr", "jdk.localedata");
    private static final String LANGUAGES = "en,de";
    private static final Set<String> NO_SAMPLES = Set.of("pictures");

    private final Path target;
    private final String version;
    private final Host host;
    private final Path icon;
    private final Instant made = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    Image(Path target, String version, Host host, Path icon) {
        this.target = target;
        this.version = version;
        this.host = host;
        this.icon = icon;
    }

    String version() {
        return version;
    }

    Host host() {
        return host;
    }

    /// Links Java with all modules, and puts the launcher beside it.
    void link() throws IOException {
        Path modules = Folders.fresh(target.resolve("modules"));
        Path java = Folders.gone(target.resolve("java"));
        List<Path> jars = jars();
        new Modules(modules, host.library()).collect(jars);
        Tools.run("jlink", "--module-path", modules.toString(), "--add-modules",
                MAIN.substring(0, MAIN.indexOf('/')) + "," + String.join(",", SILENT), "--include-locales=" + LANGUAGES,
                "--strip-java-debug-attributes", "--compress", "zip-6", "--no-man-pages", "--no-header-files", "--output",
                java.toString());
        unpackLibraries(jars, java.resolve(host == Host.WINDOWS ? "bin" : "lib"));
        Path images = Folders.fresh(target.resolve("image"));
        List<String> command = new ArrayList<>(List.of("--type", "app-image", "--name", Dist.NAME,
                "--app-version", version, "--runtime-image", java.toString(), "--module", MAIN,
                "--icon", icon.toString(), "--vendor", "Throttle Lab", "--dest", images.toString()));
        OPTIONS.forEach(option -> command.addAll(List.of("--java-options", option)));
        if (host == Host.WINDOWS) {
            // The same launcher takes commands, and there they have no terminal otherwise.
            command.add("--win-console");
        }
        Tools.run("jpackage", command.toArray(String[]::new));
    }

    /// The program and every library.
    private List<Path> jars() throws IOException {
        try (Stream<Path> own = Files.list(target.getParent()); Stream<Path> libraries = Files.list(target.resolve("lib"))) {
            return Stream.concat(own, libraries).filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /// JavaFX looks for its native libraries where Java has its own; those inside its jars would be unpacked into every
    /// person's home.
    private void unpackLibraries(List<Path> jars, Path folder) throws IOException {
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                for (JarEntry entry : file.stream().filter(e -> e.getName().endsWith(host.library())).toList()) {
                    try (InputStream library = file.getInputStream(entry)) {
                        Files.copy(library, folder.resolve(Path.of(entry.getName()).getFileName().toString()));
                    }
                }
            }
        }
    }

    /// Puts model, prompts, baselines and whatever else the program works with into it.
    void addSamples(Path samples) throws IOException {
        Folders.copy(samples, app().resolve("samples"), path -> !NO_SAMPLES.contains(path.getName(0).toString()));
    }

    /// The image's folder.
    Path root() {
        return target.resolve("image").resolve(host == Host.MAC ? Dist.NAME + ".app" : Dist.NAME);
    }

    /// The folder that the launcher calls `$APPDIR`.
    Path app() throws IOException {
        return Folders.find(root(), Dist.NAME + ".cfg").getParent();
    }

    /// The Java inside.
    Path java() throws IOException {
        return Folders.find(root(), "modules").getParent().getParent();
    }

    /// What a person starts.
    Path launcher() {
        return switch (host) {
            case LINUX -> root().resolve("bin").resolve(Dist.NAME);
            case MAC -> root().resolve("Contents").resolve("MacOS").resolve(Dist.NAME);
            case WINDOWS -> root().resolve(Dist.NAME + ".exe");
        };
    }

    /// When it was made, in seconds since 1970.
    long made() {
        return made.getEpochSecond();
    }

    /// Gives every file the same time in whole seconds: the start cache knows the modules by it, and packages keep no
    /// more.
    void settleTimes() throws IOException {
        FileTime now = FileTime.from(made);
        try (Stream<Path> files = Files.walk(root())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setLastModifiedTime(file, now);
            }
        }
    }

    /// How much it takes on the disk.
    long bytes() throws IOException {
        return Folders.bytes(root());
    }

    /// Refuses an image that is larger than promised.
    void check(long most) throws IOException {
        if (bytes() > most) {
            throw new DistException("The image " + root() + " takes " + (bytes() >> 20) + " MB, more than the "
                    + (most >> 20) + " promised: look what has grown.");
        }
    }
}
