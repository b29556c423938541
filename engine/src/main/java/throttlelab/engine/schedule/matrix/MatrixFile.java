package throttlelab.engine.schedule.matrix;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.files.SafeFiles;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.seal.SealedJson;
import throttlelab.engine.words.Sentence;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The matrix as a file: JSON by the schema `matrix.schema.json`, sealed; see [throttlelab.engine.seal].
public final class MatrixFile {

    /// Its name where nobody chooses another.
    public static final String NAME = "matrix.json";

    /// What its member `format` says.
    public static final String FORMAT = "throttlelab-matrix/1";
    private static final int LIMIT_BYTES = 16 << 20;
    private static final double NANOS = 1e9;

    private MatrixFile() {
    }

    /// Writes it.
    ///
    /// @throws throttlelab.engine.RunException if the file cannot be written
    public static void write(Path file, MatrixResult result) {
        SafeFiles.write(file, out -> SealedJson.write(out, json -> members(json, result)));
    }

    /// Writes all members but the seal.
    public static void members(JsonGenerator json, MatrixResult result) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("model", result.model());
        json.writeStringProperty("model_digest", result.modelDigest());
        json.writeStringProperty("numerics", result.numerics());
        json.writeStringProperty("machine", result.machine());
        json.writeStringProperty("created", result.created().toString());
        json.writeNumberProperty("prompts", result.prompts());
        json.writeNumberProperty("tokens", result.tokens());
        json.writeBooleanProperty("complete", result.complete());
        json.writeNumberProperty("comparisons", result.comparisons());
        json.writeNumberProperty("divergences", result.divergences());
        json.writeArrayPropertyStart("rows");
        for (MatrixRow row : result.rows()) {
            json.writeStartObject();
            json.writeStringProperty("id", row.id());
            json.writeStringProperty("varied", row.varied());
            json.writeStringProperty("cell", row.cell());
            json.writeNumberProperty("comparisons", row.comparisons());
            json.writeNumberProperty("divergences", row.divergences());
            json.writeStringProperty("command", row.command());
            optional(json, "not_run", row.notRun());
            optional(json, "note", row.note());
            json.writeNumberProperty("seconds", Math.round(row.nanos() / NANOS * 1000) / 1000.0);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void optional(JsonGenerator json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.writeStringProperty(name, text.get());
        } else {
            json.writeNullProperty(name);
        }
    }

    /// Reads it.
    ///
    /// @throws InputException if it cannot be read, is no matrix, or carries a digest that does not hold
    public static MatrixResult read(Path file) {
        byte[] bytes = TextFiles.readBytes(file, LIMIT_BYTES);
        MatrixResult result = parse(bytes, file.toString());
        if (SelfDigest.place(bytes).isPresent() && SelfDigest.verify(bytes).isEmpty()) {
            throw new InputException(Sentence.of("schedule.is-not-what-was-written", file));
        }
        return result;
    }

    /// Reads it, whether or not its digest holds.
    ///
    /// @param file its name, for the sentences
    /// @throws InputException if it is no matrix
    public static MatrixResult parse(byte[] bytes, String file) {
        try {
            JsonNode json = new JsonMapper().readTree(bytes);
            if (!FORMAT.equals(json.path("format").asString(""))) {
                throw new InputException(Sentence.of("schedule.is-no-matrix-of-format", file, FORMAT));
            }
            List<MatrixRow> rows = new ArrayList<>();
            for (JsonNode row : json.required("rows")) {
                rows.add(row(row));
            }
            return new MatrixResult(text(json, "model"), text(json, "model_digest"), text(json, "numerics"),
                    text(json, "machine"), Instant.parse(text(json, "created")), json.required("prompts").intValue(),
                    json.required("tokens").intValue(), json.required("complete").booleanValue(), rows);
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new InputException(Sentence.of("schedule.is-not-a-whole-matrix", file), e);
        }
    }

    private static MatrixRow row(JsonNode row) {
        return new MatrixRow(text(row, "id"), text(row, "varied"), text(row, "cell"), row.required("comparisons").longValue(),
                row.required("divergences").longValue(), text(row, "command"), optional(row, "not_run"),
                optional(row, "note"), Math.round(row.required("seconds").doubleValue() * NANOS));
    }

    private static String text(JsonNode json, String name) {
        return json.required(name).stringValue();
    }

    private static Optional<String> optional(JsonNode json, String name) {
        JsonNode value = json.required(name);
        return value.isNull() ? Optional.empty() : Optional.of(value.stringValue());
    }
}
