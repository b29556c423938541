package throttlelab.app.summary;

import throttlelab.app.bench.SoakResult;
import throttlelab.engine.recording.RecordingJson;
import tools.jackson.core.JsonGenerator;

/// A soak for a program.
public final class SoakJson {

    private static final String FORMAT = "throttlelab-soak/1";
    private static final double NANOS = 1e9;

    private SoakJson() {
    }

    /// Writes the members of the object.
    public static void write(JsonGenerator json, SoakResult result) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("model", result.model().name());
        json.writeStringProperty("model_digest", result.model().digest().toString());
        json.writeStringProperty("time", result.window() ? "real" : "simulated");
        json.writeNumberProperty("seed", result.seed());
        BenchFields.number(json, "span_s", result.spanNanos() / NANOS);
        BenchFields.number(json, "wall_s", result.wallNanos() / NANOS);
        json.writeNumberProperty("prompts", result.prompts());
        json.writeNumberProperty("tokens", result.tokens());
        json.writeNumberProperty("divergent", result.divergent());
        json.writeNumberProperty("changes", result.changes());
        json.writeArrayPropertyStart("heap_bytes");
        result.heap().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeBooleanProperty("flat", result.flat());
        RecordingJson.environment(json, result.environment());
    }
}
