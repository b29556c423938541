package throttlelab.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/// Third-party notices of what is in the image: for every library its name, version and licence, as its POM tells, and
/// the licence's text, out of the library itself or, where that has none, out of `src/dist/licences` by its group. A
/// library without either is refused. The JDK's own notices lie in its folder `legal`.
final class Notices {

    /// The file's name.
    static final String NAME = "THIRD-PARTY-NOTICES.txt";

    private static final String OWN = "throttlelab-";
    private static final String LINE = "=".repeat(80) + "\n";

    /// A library as its POM describes it.
    private record Library(String group, String artifact, String version, String licence, String place) {

        String title() {
            return artifact + " " + version + " (" + group + "): " + licence + (place.isEmpty() ? "" : ", " + place);
        }
    }

    private final Path texts;
    private final Path target;

    Notices(Path texts, Path target) {
        this.texts = texts;
        this.target = target;
    }

    /// Writes the notices into a folder.
    void write(Path folder) throws IOException {
        List<Library> known = read(target.resolve("licences.tsv"));
        StringBuilder list = new StringBuilder("Throttle Lab contains these works of others.\n\n");
        StringBuilder whole = new StringBuilder();
        try (Stream<Path> jars = Files.list(target.resolve("modules"))) {
            for (Path jar : jars.filter(file -> !file.getFileName().toString().startsWith(OWN)).sorted().toList()) {
                Library library = of(jar, known);
                list.append("  ").append(library.title()).append('\n');
                whole.append('\n').append(LINE).append(library.title()).append('\n').append(LINE).append('\n')
                        .append(text(jar, library));
            }
        }
        list.append("  the fonts Inter and JetBrains Mono: SIL Open Font License 1.1\n")
                .append("  the Java runtime: its notices are in its own folder legal\n");
        whole.append('\n').append(LINE).append("Inter, JetBrains Mono: SIL Open Font License 1.1\n").append(LINE)
                .append('\n').append(fontLicence());
        Files.writeString(Files.createDirectories(folder).resolve(NAME), list.append(whole));
    }

    private static Library of(Path jar, List<Library> known) {
        String name = jar.getFileName().toString();
        return known.stream().filter(library -> name.startsWith(library.artifact() + "-" + library.version()))
                .filter(library -> !library.licence().startsWith("Unknown")).findFirst().orElseThrow(() -> new DistException("The licence of " + name + " is not known: its POM must"
                        + " name one."));
    }

    private String text(Path jar, Library library) throws IOException {
        List<String> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : file.stream().filter(Notices::isLicence).toList()) {
                try (InputStream in = file.getInputStream(entry)) {
                    found.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        Optional<Path> own = Optional.of(texts.resolve(library.group() + ".txt")).filter(Files::isRegularFile);
        if (own.isPresent()) {
            found.add(Files.readString(own.get()));
        }
        if (found.isEmpty()) {
            throw new DistException(jar.getFileName() + " brings no text of its licence (" + library.licence()
                    + "): put it into " + texts.resolve(library.group() + ".txt") + ".");
        }
        return String.join("\n", found);
    }

    private static boolean isLicence(JarEntry entry) {
        return entry.getName().matches("META-INF/([A-Za-z-]*LICENSE|NOTICE)(\\.txt|\\.md)?");
    }

    private String fontLicence() throws IOException {
        try (Stream<Path> jars = Files.list(target.resolve("modules"))) {
            for (Path jar : jars.filter(file -> file.getFileName().toString().startsWith(OWN)).toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    Optional<JarEntry> licence = file.stream().filter(e -> e.getName().endsWith("/OFL.txt")).findFirst();
                    if (licence.isPresent()) {
                        try (InputStream in = file.getInputStream(licence.get())) {
                            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        }
                    }
                }
            }
        }
        throw new DistException("The licence of the fonts, OFL.txt, is in none of the program's modules.");
    }

    private static List<Library> read(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.isBlank()).map(line -> line.split("\t", -1))
                .map(word -> new Library(word[0], word[1], word[2], word[3], word[4])).toList();
    }
}
