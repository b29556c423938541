package throttlelab.engine.comparison;

import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/// Comparisons as JSON, for programs. Each method writes whole members into the object that is open.
public final class ComparisonJson {

    private ComparisonJson() {
    }

    /// `comparisons`, `token_divergences`, `logprob_divergences`, `consequences`, `missing`, `max_ulps`.
    public static void totals(JsonGenerator json, Totals totals) {
        json.writeNumberProperty("comparisons", totals.comparisons());
        json.writeNumberProperty("token_divergences", totals.tokenDivergences());
        json.writeNumberProperty("logprob_divergences", totals.logprobDivergences());
        json.writeNumberProperty("consequences", totals.consequences());
        json.writeNumberProperty("missing", totals.missing());
        json.writeNumberProperty("max_ulps", totals.maxUlps());
    }

    /// `verdict`, `reasons`, `totals`, and `pairs` with their totals and the first divergence of each prompt that
    /// differs.
    public static void files(JsonGenerator json, FileComparison comparison) {
        json.writeStringProperty("verdict", comparison.verdict().name());
        json.writeArrayPropertyStart("reasons");
        comparison.voidReasons().forEach(json::writeString);
        json.writeEndArray();
        json.writeObjectPropertyStart("totals");
        totals(json, comparison.totals());
        json.writeEndObject();
        json.writeArrayPropertyStart("pairs");
        for (FileComparison.Pair pair : comparison.pairs()) {
            json.writeStartObject();
            json.writeStringProperty("a", pair.expected().id());
            json.writeStringProperty("b", pair.actual().id());
            json.writeStringProperty("profile_a", pair.expected().profile());
            json.writeStringProperty("profile_b", pair.actual().profile());
            json.writeObjectPropertyStart("totals");
            totals(json, pair.comparison().totals());
            json.writeEndObject();
            divergences(json, pair.comparison());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void divergences(JsonGenerator json, Comparison comparison) {
        json.writeArrayPropertyStart("first_divergences");
        for (StreamDiff stream : comparison.streams()) {
            stream.first().ifPresent(first -> {
                json.writeStartObject();
                json.writeStringProperty("prompt_id", stream.promptId());
                json.writeNumberProperty("position", first.position());
                json.writeStringProperty("kind", first.kind().name());
                json.writeNumberProperty("token_a", first.expectedToken());
                json.writeNumberProperty("token_b", first.actualToken());
                json.writeStringProperty("logprob_bits_a", bits(first.expectedLogprob()));
                json.writeStringProperty("logprob_bits_b", bits(first.actualLogprob()));
                json.writeNumberProperty("ulps", first.ulps());
                json.writeEndObject();
            });
        }
        json.writeEndArray();
    }

    private static String bits(float logprob) {
        return HexFormat.of().toHexDigits(Float.floatToIntBits(logprob));
    }
}
