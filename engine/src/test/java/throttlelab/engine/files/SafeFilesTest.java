package throttlelab.engine.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.RunException;

class SafeFilesTest {

    @TempDir
    private Path folder;

    @Test
    void writesIntoFoldersThatAreMissing() throws IOException {
        Path target = folder.resolve("a/b/c.txt");

        SafeFiles.write(target, out -> out.write("hello".getBytes(UTF_8)));

        assertThat(target).hasContent("hello");
        assertThat(filesIn(target.getParent())).containsExactly("c.txt");
    }

    @Test
    void replacesAnOlderFile() throws IOException {
        Path target = Files.writeString(folder.resolve("x"), "old and longer");

        SafeFiles.write(target, out -> out.write("new".getBytes(UTF_8)));

        assertThat(target).hasContent("new");
        assertThat(filesIn(folder)).containsExactly("x");
    }

    @Test
    void anInterruptedWriteLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("x"), "old");

        assertThatThrownBy(() -> SafeFiles.write(target, out -> {
            out.write(new byte[1 << 20]);
            throw new IOException("No space left on device");
        })).isInstanceOf(RunException.class)
                .hasMessage("Writing " + target
                        + " failed because the disk is full: free some space or choose a folder on another disk.");

        assertThat(target).hasContent("old");
        assertThat(filesIn(folder)).containsExactly("x");
    }

    @Test
    void anErrorOfTheContentIsPassedOnAndLeavesNothing() throws IOException {
        var error = new IllegalStateException("boom");

        assertThatThrownBy(() -> SafeFiles.write(folder.resolve("x"), out -> {
            out.write(1);
            throw error;
        })).isSameAs(error);

        assertThat(filesIn(folder)).isEmpty();
    }

    /// An interrupt in the middle, as a stop sends it, must not tear the file.
    @Test
    void anInterruptedThreadStillWritesTheWholeFile() {
        Path target = folder.resolve("x");
        Thread.currentThread().interrupt();
        try {
            SafeFiles.write(target, out -> out.write(new byte[1 << 18]));
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(target).hasSize(1 << 18);
    }

    @Test
    void aFolderInTheWayIsOneSentence() throws IOException {
        Path target = Files.createDirectory(folder.resolve("x"));

        assertThatThrownBy(() -> SafeFiles.write(target, out -> out.write(1))).isInstanceOf(RunException.class)
                .hasMessage("The file " + target
                        + " cannot be written because a folder has that name: choose another name.");
    }

    @Test
    void aFileWhereAFolderIsNeededIsOneSentence() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "");

        assertThatThrownBy(() -> SafeFiles.write(file.resolve("y"), out -> out.write(1)))
                .isInstanceOf(RunException.class)
                .hasMessageContaining("there is a file where a folder is needed").hasMessageEndingWith("folder.");
        assertThatThrownBy(() -> SafeFiles.requireWritable(file)).isInstanceOf(RunException.class)
                .hasMessageContaining("there is a file where a folder is needed");
    }

    @Test
    void anUnwritableFolderIsOneSentence() {
        Path closed = folder.resolve("closed");
        assumeTrue(closed.toFile().mkdir() && closed.toFile().setWritable(false) && !Files.isWritable(closed),
                "the administrator may write anywhere");

        assertThatThrownBy(() -> SafeFiles.write(closed.resolve("x"), out -> out.write(1)))
                .isInstanceOf(RunException.class).hasMessageContaining("may not write in " + closed);
        assertThatThrownBy(() -> SafeFiles.requireWritable(closed)).isInstanceOf(RunException.class)
                .hasMessageContaining("may not write in " + closed);
    }

    @Test
    void whatTheSystemSaysIsPutIntoWords() {
        Path target = folder.resolve("x");

        assertThat(WriteFailure.of(target, new AccessDeniedException(target.toString()))).hasMessage("Writing "
                + target + " failed because this user may not write in " + folder
                + ": choose another folder or have the permission granted.");
        assertThat(WriteFailure.of(target, new FileSystemException("x", null, "Disk quota exceeded")))
                .hasMessageContaining("your share of the disk is used up");
        assertThat(WriteFailure.of(target, new FileSystemException("x", null, "Read-only file system")))
                .hasMessageContaining("the disk is read-only");
        assertThat(WriteFailure.of(target, new IOException("Input/output error")))
                .hasMessageContaining("the system says 'Input/output error'");
    }

    @Test
    void tryingAFolderLeavesNothingInIt() throws IOException {
        SafeFiles.requireWritable(folder.resolve("new"));

        assertThat(filesIn(folder.resolve("new"))).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aLinkIsFollowed() throws IOException {
        Path target = Files.writeString(folder.resolve("x"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);

        SafeFiles.write(link, out -> out.write("new".getBytes(UTF_8)));

        assertThat(target).hasContent("new");
        assertThat(link).isSymbolicLink();
    }

    /// A device must be written to, never replaced by a file.
    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsOneSentence() {
        Path full = Path.of("/dev/full");

        assertThatThrownBy(() -> SafeFiles.write(full, out -> out.write(new byte[100]))).isInstanceOf(RunException.class)
                .hasMessageContaining("the disk is full");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
