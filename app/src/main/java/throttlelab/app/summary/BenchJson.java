package throttlelab.app.summary;

import java.math.BigDecimal;
import java.math.MathContext;
import throttlelab.app.bench.BenchPlan;
import throttlelab.app.bench.BenchResult;
import throttlelab.app.bench.Sample;
import throttlelab.engine.recording.RecordingJson;
import tools.jackson.core.JsonGenerator;

/// A benchmark for a program.
public final class BenchJson {

    private static final String FORMAT = "throttlelab-bench/1";
    private static final MathContext DIGITS = new MathContext(6);

    private BenchJson() {
    }

    /// Writes the members of the object.
    public static void write(JsonGenerator json, BenchResult result) {
        BenchPlan plan = result.plan();
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("model", result.model().name());
        json.writeStringProperty("model_digest", result.model().digest().toString());
        json.writeNumberProperty("prompts", plan.prompts().size());
        json.writeNumberProperty("prompt_tokens", result.promptTokens());
        json.writeNumberProperty("tokens", plan.tokens());
        json.writeNumberProperty("batch", plan.batch());
        json.writeStringProperty("partition", plan.settings().partition().id());
        json.writeNumberProperty("workers", plan.settings().workers());
        sample(json, "load_ms", result.loadMillis());
        sample(json, "batch_generation_tokens_per_s", result.batchGeneration());
        sample(json, "batch_whole_tokens_per_s", result.batchWhole());
        sample(json, "batch_prefill_tokens_per_s", result.prefill());
        sample(json, "stream_generation_tokens_per_s", result.streamGeneration());
        sample(json, "batch_verified_ms", result.verifiedMillis());
        sample(json, "batch_unverified_ms", result.unverifiedMillis());
        number(json, "verification_cost", result.verificationCost());
        sample(json, "stage_us", result.stageMicros());
        sample(json, "stage_one_worker_us", result.stageMicrosAlone());
        if (result.peakBytes().isPresent()) {
            json.writeNumberProperty("peak_resident_bytes", result.peakBytes().getAsLong());
        } else {
            json.writeNullProperty("peak_resident_bytes");
        }
        bet(json, result);
        RecordingJson.environment(json, result.environment());
    }

    private static void bet(JsonGenerator json, BenchResult result) {
        if (result.bet().isEmpty()) {
            json.writeNullProperty("bet");
            return;
        }
        json.writeObjectPropertyStart("bet");
        number(json, "wall_ms", result.bet().get().wallMillis());
        json.writeStringProperty("verdict", result.bet().get().verdict().name());
        json.writeEndObject();
    }

    private static void sample(JsonGenerator json, String name, Sample sample) {
        json.writeObjectPropertyStart(name);
        number(json, "median", sample.median());
        number(json, "min", sample.min());
        number(json, "max", sample.max());
        json.writeNumberProperty("runs", sample.runs());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, double value) {
        json.writeNumberProperty(name, new BigDecimal(value, DIGITS));
    }
}
