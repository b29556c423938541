package throttlelab.app.summary;

import java.util.Locale;
import throttlelab.app.bench.BenchPlan;
import throttlelab.app.bench.BenchResult;
import throttlelab.app.bench.Figure;
import throttlelab.app.bench.Paired;
import throttlelab.engine.recording.RecordingJson;
import tools.jackson.core.JsonGenerator;

/// A benchmark for a program.
public final class BenchJson {

    static final String FORMAT = "throttlelab-bench/2";

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
        json.writeArrayPropertyStart("figures");
        result.figures().forEach(figure -> figure(json, figure));
        json.writeEndArray();
        cost(json, "verification_cost", result.verification());
        if (result.waiting().isPresent()) {
            cost(json, "slot_order_cost", result.waiting().get());
        } else {
            json.writeNullProperty("slot_order_cost");
        }
        json.writeArrayPropertyStart("curves");
        result.curves().forEach(curve -> curve(json, curve));
        json.writeEndArray();
        if (result.verdict().isPresent()) {
            json.writeStringProperty("verdict", result.verdict().get().name());
        } else {
            json.writeNullProperty("verdict");
        }
        RecordingJson.environment(json, result.environment());
    }

    private static void figure(JsonGenerator json, Figure figure) {
        json.writeStartObject();
        json.writeStringProperty("id", figure.id());
        json.writeStringProperty("words", figure.words());
        json.writeStringProperty("unit", figure.unit());
        json.writeStringProperty("better", figure.better().name().toLowerCase(Locale.ROOT));
        BenchFields.members(json, figure.sample());
        json.writeEndObject();
    }

    private static void cost(JsonGenerator json, String name, Paired cost) {
        json.writeObjectPropertyStart(name);
        BenchFields.number(json, "mean", cost.mean());
        if (Double.isFinite(cost.halfWidth())) {
            BenchFields.number(json, "half_width_95", cost.halfWidth());
        } else {
            json.writeNullProperty("half_width_95");
        }
        json.writeNumberProperty("turns", cost.turns());
        json.writeEndObject();
    }

    private static void curve(JsonGenerator json, Figure.Curve curve) {
        json.writeStartObject();
        json.writeStringProperty("id", curve.id());
        json.writeStringProperty("words", curve.words());
        json.writeStringProperty("along", curve.along());
        json.writeStringProperty("unit", curve.unit());
        json.writeArrayPropertyStart("points");
        for (Figure.Point point : curve.points()) {
            json.writeStartObject();
            json.writeNumberProperty("at", point.at());
            BenchFields.number(json, "value", point.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
