package throttlelab.engine.recording;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JsonGenerator;

/// Recordings as files, as `samples/schemas/recording.schema.json` describes them. Results
/// (`samples/schemas/result.schema.json`) can be read here too: each of their profiles is a recording.
public final class RecordingFile {

    /// The format of a recording and its version.
    public static final String FORMAT = "throttlelab-recording/1";
    /// The format of a result and its version.
    public static final String RESULT_FORMAT = "throttlelab-result/1";

    private RecordingFile() {
    }

    /// Writes a recording.
    ///
    /// @return its digest
    /// @throws RunException if the file cannot be written
    public static Sha256 write(Path file, Recording recording) {
        return write(file, json -> members(json, recording));
    }

    /// The bytes that a recording's file would have.
    public static byte[] bytes(Recording recording) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SelfDigest.write(bytes, json -> members(json, recording));
        return bytes.toByteArray();
    }

    /// All members of a recording but its seal.
    public static void members(JsonGenerator json, Recording recording) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("id", recording.id());
        json.writeStringProperty("created", recording.created().toString());
        RecordingJson.setup(json, recording.setup());
        json.writeStringProperty("profile", recording.profile());
        RecordingJson.report(json, recording.report());
        json.writeArrayPropertyStart("runs");
        for (RecordedPrompt prompt : recording.prompts()) {
            json.writeStartObject();
            RecordingJson.prompt(json, prompt);
            RecordingJson.stream(json, prompt.stream());
            json.writeEndObject();
        }
        json.writeEndArray();
        RecordingJson.environment(json, recording.environment());
    }

    /// Writes a JSON object that carries its own seal as its last members; see [SelfDigest].
    ///
    /// @param members writes all other members
    /// @return the digest
    /// @throws RunException if the file cannot be written
    public static Sha256 write(Path file, Consumer<JsonGenerator> members) {
        Sha256[] digest = new Sha256[1];
        SafeFiles.write(file, out -> digest[0] = SelfDigest.write(out, members));
        return digest[0];
    }

    /// The recording in a file.
    ///
    /// @throws InputException if it is not one, or not as it was written; names file and place
    public static Recording read(Path file) {
        RecordedRuns runs = readAny(file);
        if (runs.result()) {
            throw new InputException(Sentence.of("recording.is-the-result-of-a", file));
        }
        return runs.recordings().getFirst();
    }

    /// The recordings in a file that is a recording, or the result of a bet.
    ///
    /// Only the streams are kept in memory, about 12 bytes a position and their text.
    ///
    /// @throws InputException if it is neither, or not as it was written; names file and place
    public static RecordedRuns readAny(Path file) {
        try (InputStream in = TextFiles.open(file, RecordingReader.LIMIT_BYTES)) {
            return new RecordingReader(file, in).read();
        } catch (IOException e) {
            throw TextFiles.unreadable(file.toString(), e);
        }
    }

    /// The recordings in the bytes of such a file.
    ///
    /// @param file where they come from
    /// @throws InputException as [#readAny(Path)]
    public static RecordedRuns parse(byte[] bytes, Path file) {
        return new RecordingReader(file, new ByteArrayInputStream(bytes)).read();
    }
}
