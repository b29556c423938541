package throttlelab.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// What can be handed on: the image as an archive, and the package that is usual on the system.
final class Packages {

    private static final String ABOUT = "A lab in which eight workers run a language model together: how fast each of them "
            + "runs changes when an answer comes, never what it is.";
    private static final List<String> DEB_TOOLS = List.of("dpkg-deb", "fakeroot");

    private final Image image;
    private final Path source;
    private final Path target;
    private final Icons icons;

    Packages(Image image, Path source, Path target, Icons icons) {
        this.image = image;
        this.source = source;
        this.target = target;
        this.icons = icons;
    }

    /// Makes all that can be made here.
    List<Path> make() throws IOException, InterruptedException {
        try (Stream<Path> old = Files.list(target)) {
            for (Path file : old.filter(path -> path.getFileName().toString().matches(".*\\.(deb|dmg|msi|gz)")).toList()) {
                Files.delete(file);
            }
        }
        List<Path> made = new ArrayList<>();
        archive(made);
        for (String type : image.host().packages()) {
            List<String> missing = type.equals("deb") ? DEB_TOOLS.stream().filter(tool -> !Host.has(tool)).toList()
                    : List.of();
            if (missing.isEmpty()) {
                made.add(pack(type));
            } else {
                System.out.println("No ." + type + " is made, because " + String.join(" and ", missing)
                        + " cannot be found; the image is complete.");
            }
        }
        return made;
    }

    /// The image with the right to execute, which a zip would lose.
    private void archive(List<Path> made) throws IOException, InterruptedException {
        if (!Host.has("tar") && image.host() != Host.WINDOWS) {
            return;
        }
        Path file = target.resolve(Dist.NAME + "-" + image.version() + "-"
                + image.host().name().toLowerCase(Locale.ROOT) + "-" + System.getProperty("os.arch") + ".tar.gz");
        Tools.call(Map.of(), List.of("tar", "-czf", file.toString(), "-C", image.root().getParent().toString(),
                image.root().getFileName().toString()));
        made.add(file);
    }

    private Path pack(String type) throws IOException, InterruptedException {
        Path association = target.resolve("tlab.properties");
        Files.writeString(association, String.join("\n", "extension=tlab",
                "mime-type=application/vnd.throttlelab.recording+json", "description=Throttle Lab recording",
                "icon=" + icons.file(image.host()).toString().replace("\\", "/")));
        Path folder = Folders.fresh(target.resolve("package"));
        List<String> command = new ArrayList<>(List.of("--type", type, "--app-image", image.root().toString(), "--name",
                Dist.NAME, "--app-version", image.version(), "--description", ABOUT, "--vendor", "Throttle Lab",
                "--file-associations", association.toString(), "--resource-dir",
                source.resolve(image.host().name().toLowerCase(Locale.ROOT)).toString(), "--dest", folder.toString()));
        command.addAll(switch (image.host()) {
            case LINUX -> List.of("--linux-package-name", "throttlelab", "--linux-deb-maintainer", "throttlelab@localhost",
                    "--linux-menu-group", "Education;Science;", "--linux-app-category", "education", "--linux-shortcut");
            case MAC -> List.of("--mac-package-identifier", "throttlelab");
            case WINDOWS -> List.of("--win-menu", "--win-shortcut", "--win-per-user-install", "--win-dir-chooser");
        });
        command.addFirst(Path.of(System.getProperty("java.home")).resolve("bin").resolve("jpackage").toString());
        // jpackage gives its copies the time of copying; dpkg-deb takes them back to this one, which the start cache knows.
        Tools.call(Map.of("SOURCE_DATE_EPOCH", Long.toString(image.made())), command);
        try (Stream<Path> made = Files.list(folder)) {
            Path file = made.max(Comparator.naturalOrder()).orElseThrow();
            return Files.move(file, target.resolve(file.getFileName()));
        }
    }
}
