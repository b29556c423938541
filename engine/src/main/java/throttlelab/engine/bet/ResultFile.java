package throttlelab.engine.bet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import throttlelab.engine.RunException;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.ComparisonJson;
import throttlelab.engine.comparison.StreamDiff;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.RecordingJson;
import throttlelab.engine.throttle.ThrottleProfile;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Writes the result of a bet, as `samples/schemas/result.schema.json` describes it; it is read by
/// [RecordingFile#readAny(Path)].
public final class ResultFile {

    /// What the file is called unless somebody chooses otherwise.
    public static final String NAME = "45_throttle.json";

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final MathContext BOUND_DIGITS = new MathContext(6);

    private final BetResult result;
    private final JsonGenerator json;

    private ResultFile(BetResult result, JsonGenerator json) {
        this.result = result;
        this.json = json;
    }

    /// Writes `result`, whatever its verdict.
    ///
    /// @return the digest that the file carries of itself
    /// @throws RunException if the file cannot be written
    public static Sha256 write(Path file, BetResult result) {
        return RecordingFile.write(file, json -> members(json, result));
    }

    /// All members of the file but its seal.
    public static void members(JsonGenerator json, BetResult result) {
        new ResultFile(result, json).members();
    }

    private void members() {
        json.writeStringProperty("bet", result.criteria().bet());
        json.writeStringProperty("format", RecordingFile.RESULT_FORMAT);
        json.writeStringProperty("created", result.created().toString());
        RecordingJson.setup(json, result.setup());
        json.writeNumberProperty("repeat", result.plan().repeat());
        profiles();
        criteria();
        runs();
        byRun("timing", (run, report) -> RecordingJson.timing(json, run, report.workers()));
        byRun("wall_ms", (run, report) -> json.writeNumberProperty(run, RecordingJson.millis(report.wallNanos())));
        byRun("prefill_ms",
                (run, report) -> json.writeNumberProperty(run, RecordingJson.millis(report.prefillNanos())));
        byRun("stages", (run, report) -> json.writeNumberProperty(run, report.stages()));
        byRun("stages_waited", (run, report) -> json.writeNumberProperty(run, report.stagesWaited()));
        byRun("refusals", (run, report) -> RecordingJson.refusals(json, run, report.refusals()));
        byRun("audit_digest", (run, report) -> json.writeStringProperty(run, report.auditDigest().toString()));
        totals();
        baseline();
        json.writeStringProperty("verdict", result.verdict().name());
        RecordingJson.texts(json, "reasons", result.judgement().reasons());
        claims();
        RecordingJson.environment(json, result.environment());
    }

    private void profiles() {
        int workers = result.plan().federation().workers();
        json.writeArrayPropertyStart("profiles");
        for (PlannedRun run : result.plan().runs()) {
            ThrottleProfile profile = run.profile();
            json.writeStartObject();
            json.writeStringProperty("name", run.name());
            json.writeStringProperty("profile", profile.name());
            json.writeNumberProperty("repeat", run.repeat());
            json.writeArrayPropertyStart("factors_at_start");
            for (int worker = 0; worker < workers; worker++) {
                json.writeNumber(profile.factor(worker, workers, 0));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void criteria() {
        List<String> deviations = result.criteria().deviations(result.plan());
        json.writeObjectPropertyStart("criteria");
        json.writeStringProperty("digest", result.criteria().digest().toString());
        json.writeBooleanProperty("as_registered", deviations.isEmpty());
        RecordingJson.texts(json, "deviations", deviations);
        json.writeName("registered");
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), result.criteria().json())) {
            parser.nextToken();
            json.copyCurrentStructureExact(parser);
        }
        json.writeEndObject();
    }

    private void runs() {
        json.writeArrayPropertyStart("runs");
        for (int prompt = 0; prompt < result.plan().prompts().size() && !result.runs().isEmpty(); prompt++) {
            json.writeStartObject();
            RecordingJson.prompt(json, result.runs().getFirst().prompts().get(prompt));
            json.writeObjectPropertyStart("streams");
            for (ProfileRun run : result.runs()) {
                RecordedPrompt recorded = run.prompts().get(prompt);
                json.writeObjectPropertyStart(run.name());
                RecordingJson.stream(json, recorded.stream());
                json.writeEndObject();
            }
            json.writeEndObject();
            matches(prompt);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void matches(int prompt) {
        json.writeObjectPropertyStart("match");
        for (int run = 0; run < result.runs().size(); run++) {
            StreamDiff diff = result.judgement().comparisons().get(run).streams().get(prompt);
            boolean whole = diff.totals().missing() == 0;
            json.writeObjectPropertyStart(result.runs().get(run).name());
            json.writeBooleanProperty("tokens", whole && diff.totals().tokenDivergences() == 0);
            json.writeBooleanProperty("logprobs", whole && diff.totals().logprobDivergences() == 0);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void byRun(String name, BiConsumer<String, FederationReport> value) {
        json.writeObjectPropertyStart(name);
        result.runs().forEach(run -> value.accept(run.name(), run.report()));
        json.writeEndObject();
    }

    private void totals() {
        Totals totals = result.judgement().totals();
        json.writeObjectPropertyStart("totals");
        ComparisonJson.totals(json, totals);
        double bound = result.claims().bound95();
        if (Double.isNaN(bound)) {
            json.writeNullProperty("bound_95");
        } else {
            json.writeNumberProperty("bound_95", new BigDecimal(bound, BOUND_DIGITS));
        }
        json.writeObjectPropertyStart("by_profile");
        IntStream.range(0, result.runs().size()).forEach(run -> {
            Comparison comparison = result.judgement().comparisons().get(run);
            json.writeObjectPropertyStart(result.runs().get(run).name());
            ComparisonJson.totals(json, comparison.totals());
            json.writeEndObject();
        });
        json.writeEndObject();
        json.writeEndObject();
    }

    private void baseline() {
        if (result.baseline().isEmpty()) {
            json.writeNullProperty("baseline");
            return;
        }
        Totals totals = result.baseline().get().comparison().totals();
        json.writeObjectPropertyStart("baseline");
        json.writeStringProperty("id", result.baseline().get().id());
        json.writeNumberProperty("comparisons", totals.comparisons());
        json.writeNumberProperty("token_divergences", totals.tokenDivergences());
        json.writeNumberProperty("logprob_divergences", totals.logprobDivergences());
        json.writeEndObject();
    }

    private void claims() {
        Claims claims = result.claims();
        json.writeObjectPropertyStart("claims");
        RecordingJson.texts(json, "validates", claims.validates());
        RecordingJson.texts(json, "does_not_validate", claims.doesNotValidate());
        json.writeStringProperty("observed", claims.observed());
        json.writeStringProperty("open_question", claims.openQuestion());
        json.writeStringProperty("sufficiency", claims.sufficiency());
        json.writeEndObject();
    }
}
