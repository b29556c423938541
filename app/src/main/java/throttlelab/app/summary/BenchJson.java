package throttlelab.app.summary;

import throttlelab.app.bench.BenchPlan;
import throttlelab.app.bench.BenchResult;
import throttlelab.engine.recording.RecordingJson;
import tools.jackson.core.JsonGenerator;

/// A benchmark for a program.
public final class BenchJson {

    private static final String FORMAT = "throttlelab-bench/1";

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
        BenchFields.sample(json, "load_ms", result.loadMillis());
        BenchFields.sample(json, "batch_generation_tokens_per_s", result.batchGeneration());
        BenchFields.sample(json, "batch_whole_tokens_per_s", result.batchWhole());
        BenchFields.sample(json, "batch_prefill_tokens_per_s", result.prefill());
        BenchFields.sample(json, "stream_generation_tokens_per_s", result.streamGeneration());
        BenchFields.sample(json, "batch_verified_ms", result.verifiedMillis());
        BenchFields.sample(json, "batch_unverified_ms", result.unverifiedMillis());
        BenchFields.number(json, "verification_cost", result.verificationCost());
        BenchFields.sample(json, "stage_us", result.stageMicros());
        BenchFields.sample(json, "stage_one_worker_us", result.stageMicrosAlone());
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
        BenchFields.number(json, "wall_ms", result.bet().get().wallMillis());
        json.writeStringProperty("verdict", result.bet().get().verdict().name());
        json.writeEndObject();
    }
}
