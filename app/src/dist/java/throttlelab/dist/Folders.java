package throttlelab.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Files in folders.
final class Folders {

    private Folders() {
    }

    /// Takes a folder and all in it away.
    static Path gone(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        return folder;
    }

    /// An empty folder.
    static Path fresh(Path folder) throws IOException {
        return Files.createDirectories(gone(folder));
    }

    /// Copies a folder.
    ///
    /// @param wanted whether a path in it is copied
    static void copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path inside = from.relativize(file);
                if (wanted.test(inside)) {
                    Path copy = to.resolve(inside.toString());
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                }
            }
        }
    }

    /// The file of that name.
    static Path find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name) && Files.isRegularFile(file))
                    .findFirst().orElseThrow(() -> new DistException("There is no " + name + " in " + folder
                            + ": this JDK's jpackage lays images out in a way that is not known here."));
        }
    }

    /// How many bytes lie in a folder.
    static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            long sum = 0;
            for (Path file : files.filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)).toList()) {
                sum += Files.size(file);
            }
            return sum;
        }
    }
}
