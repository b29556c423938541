package throttlelab.app.summary;

import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.schedule.ClosestChoice;
import throttlelab.engine.schedule.OrdersResult;
import tools.jackson.core.JsonGenerator;

/// Every order of arrival for a program.
public final class OrdersJson {

    private static final String FORMAT = "throttlelab-orders/1";

    private OrdersJson() {
    }

    /// Writes the members of the object.
    public static void write(JsonGenerator json, Model model, Prompt prompt, ClosestChoice choice, OrdersResult result) {
        json.writeStringProperty("format", FORMAT);
        json.writeStringProperty("model", model.name());
        json.writeStringProperty("model_digest", model.digest().toString());
        json.writeStringProperty("prompt", prompt.id());
        json.writeNumberProperty("position", choice.position());
        json.writeNumberProperty("layer", result.layer());
        json.writeNumberProperty("orders", result.orders());
        json.writeBooleanProperty("complete", result.complete());
        json.writeBooleanProperty("holds", result.holds());
        json.writeBooleanProperty("controls_fail", result.controlsFail());
        BenchFields.number(json, "real_policy_s", result.realNanos() / 1e9);
        BenchFields.number(json, "wall_s", result.nanos() / 1e9);
        json.writeArrayPropertyStart("stages");
        for (OrdersResult.Tried tried : result.stages()) {
            json.writeStartObject();
            json.writeStringProperty("stage", tried.stage().id());
            json.writeStringProperty("policy", tried.policy().id());
            json.writeNumberProperty("tried", tried.tried());
            json.writeNumberProperty("distinct_sums", tried.distinct());
            json.writeNumberProperty("sum_changed", tried.bits());
            json.writeNumberProperty("logprob_changed", tried.logprob());
            json.writeNumberProperty("token_changed", tried.token());
            json.writeObjectPropertyStart("refused");
            json.writeNumberProperty("duplicate", tried.refused().duplicate());
            json.writeNumberProperty("stale", tried.refused().stale());
            json.writeNumberProperty("foreign", tried.refused().foreign());
            json.writeNumberProperty("corrupted", tried.refused().corrupted());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
