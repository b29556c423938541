package throttlelab.engine.report.content;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import throttlelab.engine.InputException;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.ForeignFile;
import throttlelab.engine.words.Sentence;

/// A file that a report is made of: a recording, a result, or answers of another system. It is read when it is first
/// asked what is in it, and then kept.
public final class Source {

    private static final int LIMIT_BYTES = 256 << 20;

    private final String name;
    private final byte[] bytes;
    private final boolean foreign;
    private RecordedRuns runs;
    private Answers answers;

    /// @param name its name, without folders
    /// @param bytes all of it; shared, and must not be changed
    public Source(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
        this.foreign = ForeignFile.isForeign(bytes);
    }

    /// The file at a place.
    ///
    /// @throws InputException if it cannot be read, or is not laid out so that a report can carry it
    public static Source read(Path file) {
        byte[] bytes = TextFiles.readBytes(file, LIMIT_BYTES);
        Source source = new Source(file.getFileName().toString(), bytes);
        if (source.foreign) {
            // Read under its full name, so that a sentence about it says which it is.
            source.answers = named(ForeignFile.parse(bytes, file), file, source.name);
        } else if (bytes.length < 3 || bytes[0] != '{' || bytes[bytes.length - 1] != '\n'
                || bytes[bytes.length - 2] != '}') {
            // The reader says better what is wrong with it, if anything is.
            RecordingFile.parse(bytes, file);
            throw new InputException(Sentence.of("report.was-laid-out-anew-since", file));
        }
        return source;
    }

    private static Answers named(Answers read, Path file, String name) {
        return read.renamed(Path.of(name), file.toString(), name);
    }

    /// Its name, without folders.
    public String name() {
        return name;
    }

    /// All of it. The bytes are shared and must not be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// Whether it is of another system. It need not be a good one.
    public boolean foreign() {
        return foreign;
    }

    /// What is recorded in it.
    ///
    /// @throws InputException if it is neither recording nor result, or not as it was written
    public synchronized RecordedRuns runs() {
        if (runs == null) {
            runs = RecordingFile.parse(bytes, Path.of(name));
        }
        return runs;
    }

    /// The answers in it, named after it.
    ///
    /// @throws InputException if there are none with log-probabilities
    public synchronized Answers answers() {
        if (answers == null) {
            answers = ForeignFile.parse(bytes, Path.of(name));
        }
        return answers;
    }

    /// Its text without the line feed at its end.
    public String document() {
        return new String(bytes, 0, bytes.length - 1, StandardCharsets.UTF_8);
    }

    /// Its text, all of it.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
