package throttlelab.engine.files;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.atomic.AtomicLong;
import throttlelab.engine.RunException;

/// A file that is written over a long time. Until it is kept it lies beside its place under another name; one that is
/// not kept leaves nothing behind.
public final class GrowingFile implements AutoCloseable {

    private static final AtomicLong COUNTER = new AtomicLong();
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path beside;
    private final FileOutputStream file;
    private final OutputStream out;
    private boolean kept;

    private GrowingFile(Path target, Path beside) throws IOException {
        this.target = target;
        this.beside = beside;
        this.file = new FileOutputStream(beside.toFile());
        this.out = new BufferedOutputStream(file, BUFFER);
    }

    /// Begins a file; makes missing folders.
    ///
    /// @throws RunException if it cannot be written
    public static GrowingFile begin(Path target) {
        try {
            Path folder = Files.createDirectories(target.toAbsolutePath().getParent());
            return new GrowingFile(target, folder.resolve("." + target.getFileName() + "."
                    + ProcessHandle.current().pid() + "-" + COUNTER.incrementAndGet() + ".growing.tmp"));
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    /// Appends the first `length` of `bytes`.
    ///
    /// @throws RunException if they cannot be written
    public void append(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    /// Forces everything to the disk and moves the file into its place.
    ///
    /// @throws RunException if that fails; an older file in its place is left as it was
    public void keep() {
        try {
            out.flush();
            file.getFD().sync();
            file.close();
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
            kept = true;
        } catch (IOException e) {
            throw WriteFailure.of(target, e);
        }
    }

    /// Removes the file unless it was kept.
    @Override
    public void close() {
        if (!kept) {
            try {
                // Not the buffer: what is in it is not wanted any more.
                file.close();
                Files.deleteIfExists(beside);
            } catch (IOException e) {
                throw WriteFailure.of(beside, e);
            }
        }
    }
}
