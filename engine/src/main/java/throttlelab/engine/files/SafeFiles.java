package throttlelab.engine.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import throttlelab.engine.RunException;
import throttlelab.engine.words.Sentence;

/// Writes files so that a half-written one never replaces a good one.
public final class SafeFiles {

    private static final AtomicLong COUNTER = new AtomicLong();

    private SafeFiles() {
    }

    /// Writes `target`: the content goes to a temporary file in the same folder, is forced to the disk and moved into
    /// place in one step. Whatever goes wrong, the temporary file is removed and an older `target` is left as it was.
    /// Missing folders are made. A link is followed. A device or a pipe, which cannot be replaced, is written directly.
    ///
    /// @param content writes the content; need not close or flush; what it throws other than [IOException] is thrown on
    /// @throws RunException if the file cannot be written
    public static void write(Path target, IoConsumer<? super OutputStream> content) {
        try {
            Path real = Files.isSymbolicLink(target) ? target.toRealPath() : target.toAbsolutePath();
            if (Files.isDirectory(real)) {
                throw new RunException(Sentence.of("files.the-file-cannot-be-written", target));
            }
            if (Files.exists(real) && !Files.isRegularFile(real)) {
                writeDirectly(real, content);
            } else {
                writeBeside(real, content);
            }
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    /// Makes sure that files can be written into `folder`, before hours of work are lost for want of it: makes missing
    /// folders and tries a file.
    ///
    /// @throws RunException if not
    public static void requireWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = temporary(folder.toAbsolutePath(), "probe");
            Files.createFile(probe);
            Files.delete(probe);
        } catch (IOException e) {
            throw WriteFailure.of(folder, e);
        }
    }

    private static void writeDirectly(Path device, IoConsumer<? super OutputStream> content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new FileOutputStream(device.toFile()))) {
            content.accept(out);
        }
    }

    private static void writeBeside(Path target, IoConsumer<? super OutputStream> content) throws IOException {
        Path folder = target.getParent();
        Files.createDirectories(folder);
        Path beside = temporary(folder, target.getFileName().toString());
        try {
            // Not a FileChannel: an interrupt, as a stop sends it, would close that in the middle.
            try (FileOutputStream file = new FileOutputStream(beside.toFile());
                    OutputStream out = new BufferedOutputStream(file, 1 << 16)) {
                content.accept(out);
                out.flush();
                file.getFD().sync();
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (Throwable e) {
            removeQuietly(beside, e);
            throw e;
        }
        forceFolder(folder);
    }

    /// A name that no other process and no other thread uses.
    private static Path temporary(Path folder, String name) {
        return folder.resolve("." + name + "." + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet()
                + ".tmp");
    }

    private static void removeQuietly(Path file, Throwable because) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /// Makes the move itself last through a power cut. Only some systems can open a folder for that.
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The content is safe already; the system merely decides itself when the name is.
            return;
        }
    }
}
