package throttlelab.engine.recording;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HexFormat;
import java.util.List;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.WorkerTiming;
import tools.jackson.core.JsonGenerator;

/// The parts that recordings and results have in common, as they are written. Each method writes whole members into the
/// object that is open.
public final class RecordingJson {

    private static final int NANO_DIGITS = 6;
    private static final int FACTOR_DIGITS = 6;

    private RecordingJson() {
    }

    /// `model`, `numerics`, `partition`, `policy`, `workers`, `batch`, `tokens`, `tempo_ms`.
    public static void setup(JsonGenerator json, RunSetup setup) {
        FederationSettings federation = setup.federation();
        json.writeObjectPropertyStart("model");
        json.writeStringProperty("name", setup.model().name());
        json.writeNumberProperty("parameters", setup.model().parameters());
        json.writeStringProperty("digest", setup.model().digest().toString());
        json.writeStringProperty("tokenizer_digest", setup.model().tokenizerDigest().toString());
        json.writeEndObject();
        json.writeStringProperty("numerics", setup.numerics());
        json.writeStringProperty("partition", federation.partition().id());
        json.writeStringProperty("policy", federation.policy().id());
        json.writeNumberProperty("workers", federation.workers());
        json.writeNumberProperty("batch", setup.batch());
        json.writeNumberProperty("tokens", setup.tokens());
        json.writeNumberProperty("tempo_ms", millis(federation.tempo().stageNanos()));
    }

    /// `prompt_id`, `prompt`, `prompt_tokens`.
    public static void prompt(JsonGenerator json, RecordedPrompt prompt) {
        json.writeStringProperty("prompt_id", prompt.id());
        json.writeStringProperty("prompt", prompt.prompt().text());
        integers(json, "prompt_tokens", prompt.promptTokens());
    }

    /// `tokens`, `text`, `logprobs`, `logprob_bits`, and `margins` where they are known.
    ///
    /// @throws IllegalArgumentException if a log-probability or a margin is not a finite number
    public static void stream(JsonGenerator json, TokenStream stream) {
        integers(json, "tokens", stream.tokens());
        json.writeStringProperty("text", stream.text());
        floats(json, "logprobs", stream.logprobs());
        json.writeArrayPropertyStart("logprob_bits");
        for (int i = 0; i < stream.length(); i++) {
            json.writeString(HexFormat.of().toHexDigits(stream.bits(i)));
        }
        json.writeEndArray();
        if (stream.margins().length > 0) {
            floats(json, "margins", stream.margins());
        }
    }

    /// The items of `timing`, as an array that is a member of its own.
    public static void timing(JsonGenerator json, String name, List<WorkerTiming> workers) {
        json.writeArrayPropertyStart(name);
        for (WorkerTiming worker : workers) {
            json.writeStartObject();
            json.writeNumberProperty("worker", worker.worker());
            json.writeNumberProperty("factor_set", rounded(worker.factorSet()));
            json.writeNumberProperty("factor_measured", rounded(worker.factorMeasured()));
            json.writeNumberProperty("compute_ms", millis(worker.computeNanos()));
            json.writeNumberProperty("delay_ms", millis(worker.delayNanos()));
            json.writeNumberProperty("wait_ms", millis(worker.waitNanos()));
            json.writeNumberProperty("blame_ms", millis(worker.blameNanos()));
            json.writeNumberProperty("last_arrivals", worker.lastArrivals());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /// An object with the refused contributions, as a member of its own.
    public static void refusals(JsonGenerator json, String name, Refusals refusals) {
        json.writeObjectPropertyStart(name);
        json.writeNumberProperty("duplicate", refusals.duplicate());
        json.writeNumberProperty("stale", refusals.stale());
        json.writeNumberProperty("foreign", refusals.foreign());
        json.writeNumberProperty("corrupted", refusals.corrupted());
        json.writeEndObject();
    }

    /// `environment`.
    public static void environment(JsonGenerator json, Environment environment) {
        json.writeObjectPropertyStart("environment");
        json.writeStringProperty("os", environment.os());
        json.writeStringProperty("arch", environment.arch());
        json.writeStringProperty("cpu", environment.cpu());
        json.writeNumberProperty("processors", environment.processors());
        json.writeNumberProperty("max_heap_bytes", environment.maxHeapBytes());
        json.writeStringProperty("java", environment.java());
        json.writeStringProperty("java_vendor", environment.javaVendor());
        json.writeStringProperty("vm", environment.vm());
        texts(json, "vm_options", environment.vmOptions());
        texts(json, "garbage_collectors", environment.garbageCollectors());
        json.writeStringProperty("kernels", environment.kernels());
        json.writeEndObject();
    }

    /// An array of texts, as a member of its own.
    public static void texts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    /// Nanoseconds as milliseconds, all digits kept: it reads back to the same nanoseconds.
    public static BigDecimal millis(long nanos) {
        BigDecimal millis = BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros();
        return millis.scale() < 0 ? millis.setScale(0) : millis;
    }

    static void report(JsonGenerator json, FederationReport report) {
        json.writeNumberProperty("wall_ms", millis(report.wallNanos()));
        json.writeNumberProperty("prefill_ms", millis(report.prefillNanos()));
        json.writeNumberProperty("stages", report.stages());
        json.writeNumberProperty("stages_waited", report.stagesWaited());
        timing(json, "timing", report.workers());
        refusals(json, "refusals", report.refusals());
        json.writeStringProperty("audit_digest", report.auditDigest().toString());
    }

    private static BigDecimal rounded(double factor) {
        BigDecimal rounded = BigDecimal.valueOf(factor).setScale(FACTOR_DIGITS, RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static void integers(JsonGenerator json, String name, int[] values) {
        json.writeName(name);
        json.writeArray(values, 0, values.length);
    }

    private static void floats(JsonGenerator json, String name, float[] values) {
        json.writeArrayPropertyStart(name);
        for (float value : values) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException(name + " has " + value + ", which JSON cannot hold");
            }
            json.writeNumber(value);
        }
        json.writeEndArray();
    }
}
