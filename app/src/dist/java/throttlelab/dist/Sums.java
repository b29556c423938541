package throttlelab.dist;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// SHA-256 sums, as `sha256sum --check` reads them.
final class Sums {

    private Sums() {
    }

    /// Writes the sums of files that lie in the same folder.
    static void write(Path file, List<Path> files) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Path each : files) {
            lines.append(of(each)).append("  ").append(each.getFileName()).append('\n');
        }
        Files.writeString(file, lines);
    }

    private static String of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.skipNBytes(Files.size(file));
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
