package throttlelab.engine.recording;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.JsonOutput;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.files.TextFiles;
import tools.jackson.core.JsonGenerator;

/// Recordings as files, as `samples/schemas/recording.schema.json` describes them. Results
/// (`samples/schemas/result.schema.json`) can be read here too: each of their profiles is a recording.
public final class RecordingFile {

    /// The format of a recording and its version.
    public static final String FORMAT = "throttlelab-recording/1";
    /// The format of a result and its version.
    public static final String RESULT_FORMAT = "throttlelab-result/1";

    private static final int LIMIT_BYTES = 256 << 20;

    private RecordingFile() {
    }

    /// Writes a recording.
    ///
    /// @return its digest
    /// @throws RunException if the file cannot be written
    public static Sha256 write(Path file, Recording recording) {
        return write(file, json -> {
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
        });
    }

    /// Writes a JSON object that carries its own digest as its last member.
    ///
    /// @param members writes all other members
    /// @return the digest
    /// @throws RunException if the file cannot be written
    public static Sha256 write(Path file, Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonOutput.to(bytes)) {
            json.writeStartObject();
            members.accept(json);
            json.writeStringProperty("digest", SelfDigest.ZEROS);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        byte[] sealed = bytes.toByteArray();
        Sha256 digest = SelfDigest.seal(sealed);
        SafeFiles.write(file, out -> out.write(sealed));
        return digest;
    }

    /// The recording in a file.
    ///
    /// @throws InputException if it is not one, or not as it was written; names file and place
    public static Recording read(Path file) {
        RecordedRuns runs = readAny(file);
        if (runs.result()) {
            throw new InputException(file + " is the result of a bet, not a recording: name a recording, or make one.");
        }
        return runs.recordings().getFirst();
    }

    /// The recordings in a file that is a recording, or the result of a bet.
    ///
    /// @throws InputException if it is neither, or not as it was written; names file and place
    public static RecordedRuns readAny(Path file) {
        byte[] bytes = TextFiles.readBytes(file, LIMIT_BYTES);
        JsonInput json = JsonInput.parse(TextFiles.decode(bytes, file.toString()), file.toString());
        JsonInput format = json.at("format");
        boolean result = format.text().equals(RESULT_FORMAT);
        if (!result && !format.text().equals(FORMAT)) {
            throw format.wrong("'" + format.text() + "' is not a format this program knows",
                    "use a file of format " + FORMAT + " or " + RESULT_FORMAT + ", or a newer program");
        }
        Optional<Sha256> digest = SelfDigest.verify(bytes);
        if (digest.isEmpty()) {
            throw new InputException(file + " is not what was written: its digest does not hold, so it was damaged or "
                    + "edited; get it anew.");
        }
        List<Recording> recordings =
                result ? RecordingReader.result(json) : List.of(RecordingReader.recording(json));
        return new RecordedRuns(file, digest.get(), result, recordings);
    }
}
