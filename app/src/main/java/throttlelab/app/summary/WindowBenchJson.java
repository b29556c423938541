package throttlelab.app.summary;

import throttlelab.app.bench.Frames;
import throttlelab.app.bench.WindowResult;
import throttlelab.engine.recording.RecordingJson;
import tools.jackson.core.JsonGenerator;

/// A benchmark of the window for a program.
public final class WindowBenchJson {

    private static final String FORMAT = "throttlelab-bench-window/1";

    private WindowBenchJson() {
    }

    /// Writes the members of the object.
    public static void write(JsonGenerator json, WindowResult result) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("model", result.model().name());
        json.writeStringProperty("model_digest", result.model().digest().toString());
        json.writeNumberProperty("tokens", result.tokens());
        screen(json, result.screen());
        BenchFields.sample(json, "headless_tokens_per_s", result.headless());
        BenchFields.sample(json, "windowed_tokens_per_s", result.windowed());
        BenchFields.number(json, "loss", result.loss());
        if (result.fullSpeed().isPresent()) {
            frames(json, "full_speed_frames", result.fullSpeed().get());
        } else {
            json.writeNullProperty("full_speed_frames");
        }
        BenchFields.number(json, "tempo_ms", result.tempoMillis());
        frames(json, "slow_motion_frames", result.slowMotion());
        if (result.idle().isPresent()) {
            BenchFields.sample(json, "idle_processor_share", result.idle().get());
        } else {
            json.writeNullProperty("idle_processor_share");
        }
        RecordingJson.environment(json, result.environment());
    }

    private static void screen(JsonGenerator json, WindowResult.Screen screen) {
        json.writeObjectPropertyStart("screen");
        json.writeNumberProperty("width", screen.width());
        json.writeNumberProperty("height", screen.height());
        json.writeNumberProperty("window_width", screen.windowWidth());
        json.writeNumberProperty("window_height", screen.windowHeight());
        json.writeStringProperty("rendering", screen.hardware() ? "hardware" : "software");
        if (screen.pipelines().isPresent()) {
            json.writeStringProperty("prism_order", screen.pipelines().get());
        } else {
            json.writeNullProperty("prism_order");
        }
        json.writeEndObject();
    }

    private static void frames(JsonGenerator json, String name, Frames frames) {
        json.writeObjectPropertyStart(name);
        BenchFields.number(json, "per_s", frames.perSecond());
        BenchFields.number(json, "p99_ms", frames.p99Millis());
        BenchFields.number(json, "worst_ms", frames.worstMillis());
        json.writeNumberProperty("count", frames.count());
        json.writeEndObject();
    }
}
