package throttlelab.app.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log file: details that a person need not read but may want to pass on. It comes into being with the first entry;
/// at a megabyte it gives way to a new one.
public final class LogFile extends Handler {

    /// Its name.
    public static final String NAME = "throttlelab.log";

    private static final long LIMIT_BYTES = 1 << 20;

    private final List<Path> folders;
    private final SimpleFormatter formatter = new SimpleFormatter();

    /// @param folders where the file may be, the best place first
    public LogFile(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /// Makes this file the only place to which this process logs, so that no library writes on the terminal.
    public void takeOver() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
        }
        root.addHandler(this);
    }

    /// Notes a failure.
    ///
    /// @return the file, unless it could not be written anywhere
    public Optional<Path> failure(String message, Throwable cause) {
        LogRecord record = new LogRecord(Level.SEVERE, message);
        record.setThrown(cause);
        return append(record);
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            append(record);
        }
    }

    @Override
    public void flush() {
        // Every entry is in the file when it was published.
    }

    @Override
    public void close() {
        // No file is open between entries.
    }

    private synchronized Optional<Path> append(LogRecord record) {
        String entry = formatter.format(record);
        for (Path folder : folders) {
            try {
                Path file = Files.createDirectories(folder).resolve(NAME);
                if (Files.exists(file) && Files.size(file) > LIMIT_BYTES) {
                    Files.move(file, folder.resolve(NAME + ".old"), StandardCopyOption.REPLACE_EXISTING);
                }
                Files.writeString(file, entry, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                return Optional.of(file);
            } catch (IOException e) {
                // The next place may do; with none left the caller says so.
                continue;
            }
        }
        return Optional.empty();
    }
}
