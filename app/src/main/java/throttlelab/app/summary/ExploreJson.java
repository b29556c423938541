package throttlelab.app.summary;

import java.util.HexFormat;
import java.util.List;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.schedule.ExploreResult;
import throttlelab.engine.schedule.Slowdown;
import tools.jackson.core.JsonGenerator;

/// A seeded search for a program.
public final class ExploreJson {

    private static final String FORMAT = "throttlelab-explore/1";

    private ExploreJson() {
    }

    /// Writes the members of the object.
    public static void write(JsonGenerator json, Model model, List<Prompt> prompts, ExploreResult result) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("model", model.name());
        json.writeStringProperty("model_digest", model.digest().toString());
        json.writeStringProperty("policy", result.policy().id());
        json.writeNumberProperty("seed", result.seed());
        json.writeNumberProperty("runs", result.runs());
        json.writeNumberProperty("runs_done", result.done());
        json.writeNumberProperty("prompts", result.prompts());
        json.writeNumberProperty("tokens", result.tokens());
        json.writeNumberProperty("streams", result.streams());
        json.writeNumberProperty("streams_different", result.different());
        json.writeNumberProperty("unique_outputs", result.uniqueOutputs());
        json.writeNumberProperty("stages", result.stages());
        json.writeNumberProperty("orders", result.orders());
        json.writeNumberProperty("orders_seen", result.ordersSeen());
        BenchFields.number(json, "simulated_s", result.simulatedNanos() / 1e9);
        BenchFields.number(json, "stall_simulated_s", result.stallNanos() / 1e9);
        BenchFields.number(json, "wall_s", result.nanos() / 1e9);
        BenchFields.number(json, "simulated_per_real", result.rate());
        json.writeObjectPropertyStart("remembered");
        json.writeNumberProperty("hits", result.memory().hits());
        json.writeNumberProperty("computed", result.memory().computed());
        json.writeNumberProperty("recomputed", result.memory().recomputed());
        json.writeNumberProperty("different", result.memory().different());
        json.writeEndObject();
        if (result.failure().isPresent()) {
            failure(json, prompts, result, result.failure().get());
        } else {
            json.writeNullProperty("failure");
        }
    }

    private static void failure(JsonGenerator json, List<Prompt> prompts, ExploreResult result,
            ExploreResult.Failure failure) {
        json.writeObjectPropertyStart("failure");
        json.writeNumberProperty("seed", failure.seed());
        json.writeStringProperty("profile", failure.profile());
        json.writeStringProperty("command", ExploreSummary.command(result, failure));
        json.writeStringProperty("prompt", prompts.get(failure.prompt()).id());
        json.writeNumberProperty("position", failure.position());
        choice(json, "expected", failure.expectedToken(), failure.expectedLogprob());
        choice(json, "got", failure.token(), failure.logprob());
        json.writeNumberProperty("slowdowns", failure.slowdowns());
        json.writeNumberProperty("trials", failure.trials());
        json.writeArrayPropertyStart("smallest");
        for (Slowdown slowdown : failure.smallest()) {
            json.writeStartObject();
            json.writeNumberProperty("worker", slowdown.worker());
            json.writeNumberProperty("step", slowdown.stage().step());
            json.writeNumberProperty("token", slowdown.stage().token());
            json.writeNumberProperty("layer", slowdown.stage().layer());
            json.writeStringProperty("stage", slowdown.stage().kind().id());
            json.writeNumberProperty("delay_ns", slowdown.nanos());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void choice(JsonGenerator json, String name, int token, float logprob) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("token", token);
        json.writeNumberProperty("logprob", logprob);
        json.writeStringProperty("logprob_bits", HexFormat.of().toHexDigits(Float.floatToIntBits(logprob)));
        json.writeEndObject();
    }
}
