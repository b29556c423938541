package throttlelab.app.summary;

import java.util.HexFormat;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingJson;
import tools.jackson.core.JsonGenerator;

/// Two files compared, for a program.
public final class CompareJson {

    private static final String FORMAT = "throttlelab-comparison/1";

    private CompareJson() {
    }

    /// Writes the members of the object.
    public static void write(JsonGenerator json, RecordedRuns a, RecordedRuns b, FileComparison comparison) {
        json.writeStringProperty("format", FORMAT);
        file(json, "a", a);
        file(json, "b", b);
        json.writeStringProperty("verdict", comparison.verdict().name());
        RecordingJson.texts(json, "reasons", comparison.voidReasons());
        totals(json, comparison.totals());
        json.writeArrayPropertyStart("pairs");
        for (FileComparison.Pair pair : comparison.pairs()) {
            json.writeStartObject();
            json.writeStringProperty("a", pair.expected().id());
            json.writeStringProperty("a_profile", pair.expected().profile());
            json.writeStringProperty("b", pair.actual().id());
            json.writeStringProperty("b_profile", pair.actual().profile());
            totals(json, pair.comparison().totals());
            first(json, pair.comparison());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void file(JsonGenerator json, String name, RecordedRuns runs) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("file", runs.file().toString());
        json.writeStringProperty("digest", runs.digest().toString());
        json.writeBooleanProperty("result", runs.result());
        json.writeEndObject();
    }

    private static void totals(JsonGenerator json, Totals totals) {
        json.writeObjectPropertyStart("totals");
        json.writeNumberProperty("comparisons", totals.comparisons());
        json.writeNumberProperty("token_divergences", totals.tokenDivergences());
        json.writeNumberProperty("logprob_divergences", totals.logprobDivergences());
        json.writeNumberProperty("consequences", totals.consequences());
        json.writeNumberProperty("missing", totals.missing());
        json.writeNumberProperty("max_ulps", totals.maxUlps());
        json.writeEndObject();
    }

    /// The first divergence of each prompt that has one.
    private static void first(JsonGenerator json, Comparison comparison) {
        json.writeArrayPropertyStart("first_divergences");
        for (StreamDiff stream : comparison.streams()) {
            stream.first().ifPresent(diff -> position(json, stream.promptId(), diff));
        }
        json.writeEndArray();
    }

    private static void position(JsonGenerator json, String prompt, PositionDiff diff) {
        json.writeStartObject();
        json.writeStringProperty("prompt_id", prompt);
        json.writeNumberProperty("position", diff.position());
        json.writeNumberProperty("a_token", diff.expectedToken());
        json.writeNumberProperty("b_token", diff.actualToken());
        json.writeStringProperty("a_logprob_bits", bits(diff.expectedLogprob()));
        json.writeStringProperty("b_logprob_bits", bits(diff.actualLogprob()));
        json.writeNumberProperty("ulps", diff.ulps());
        json.writeEndObject();
    }

    private static String bits(float logprob) {
        return HexFormat.of().toHexDigits(Float.floatToIntBits(logprob));
    }
}
