package throttlelab.engine.report.content;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import throttlelab.engine.InputException;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingFile;

/// A file that a report is made of: a recording or a result. The bytes are shared and must not be changed.
///
/// @param name its name, without folders
/// @param bytes all of it
public record Source(String name, byte[] bytes) {

    private static final int LIMIT_BYTES = 256 << 20;

    /// The file at a place.
    ///
    /// @throws InputException if it cannot be read, or is not laid out so that a report can carry it
    public static Source read(Path file) {
        byte[] bytes = TextFiles.readBytes(file, LIMIT_BYTES);
        Source source = new Source(file.getFileName().toString(), bytes);
        if (bytes.length < 3 || bytes[0] != '{' || bytes[bytes.length - 1] != '\n' || bytes[bytes.length - 2] != '}') {
            // The reader says better what is wrong with it, if anything is.
            RecordingFile.parse(bytes, file);
            throw new InputException(file + " was laid out anew since it was written, so a report cannot carry it: get "
                    + "it as it was.");
        }
        return source;
    }

    /// What is recorded in it.
    ///
    /// @throws InputException if it is neither recording nor result, or not as it was written
    public RecordedRuns runs() {
        return RecordingFile.parse(bytes, Path.of(name));
    }

    /// Its text without the line feed at its end.
    public String document() {
        return new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
    }
}
