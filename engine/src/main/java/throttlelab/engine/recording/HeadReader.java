package throttlelab.engine.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import throttlelab.engine.UsageException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.words.Sentence;

/// Takes all of a recording or result apart but its streams, and believes nothing it can check.
final class HeadReader {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MOST_MILLIS = 1e12;
    private static final double MOST_FACTOR = 1e9;

    private HeadReader() {
    }

    static Recording recording(JsonInput json, List<RecordedPrompt> prompts) {
        FederationReport report = new FederationReport(nanos(json.at("wall_ms")), nanos(json.at("prefill_ms")),
                count(json.at("stages")), count(json.at("stages_waited")), timing(json.at("timing")),
                refusals(json.at("refusals")), digest(json.at("audit_digest")));
        return new Recording(json.at("id").text(), instant(json.at("created")), setup(json), json.at("profile").text(),
                report, environment(json.at("environment")), prompts);
    }

    /// The names of a result's profiles, in order.
    static Set<String> profiles(JsonInput json) {
        Set<String> names = new LinkedHashSet<>();
        for (JsonInput profile : json.at("profiles").items()) {
            JsonInput name = profile.at("name");
            if (!names.add(name.text())) {
                throw name.wrong(Sentence.of("recording.there-are-two-profiles", name.text()),
                        Sentence.of("recording.use-the-file-as-it"));
            }
        }
        return names;
    }

    /// Whether a result's profile ran: a bet that was stopped has some that never did.
    static boolean ran(JsonInput json, String profile) {
        return json.at("wall_ms").maybe(profile).isPresent();
    }

    /// What a result has of one profile.
    static Recording ofResult(JsonInput json, String profile, List<RecordedPrompt> prompts) {
        return new Recording(json.at("bet").text() + "/" + profile, instant(json.at("created")), setup(json), profile,
                report(json, profile), environment(json.at("environment")), prompts);
    }

    private static FederationReport report(JsonInput json, String name) {
        return new FederationReport(nanos(json.at("wall_ms").at(name)), nanos(json.at("prefill_ms").at(name)),
                count(json.at("stages").at(name)), count(json.at("stages_waited").at(name)),
                timing(json.at("timing").at(name)), refusals(json.at("refusals").at(name)),
                digest(json.at("audit_digest").at(name)));
    }

    private static RunSetup setup(JsonInput json) {
        JsonInput model = json.at("model");
        FederationSettings federation = new FederationSettings(partition(json.at("partition")),
                (int) json.at("workers").integer(1, 8), policy(json.at("policy")),
                new Tempo(nanos(json.at("tempo_ms"))));
        return new RunSetup(new ModelIdentity(model.at("name").text(), count(model.at("parameters")),
                digest(model.at("digest")), digest(model.at("tokenizer_digest"))), json.at("numerics").text(),
                federation, (int) json.at("batch").integer(1, Integer.MAX_VALUE),
                (int) json.at("tokens").integer(1, Integer.MAX_VALUE));
    }

    private static PartitionKind partition(JsonInput json) {
        try {
            return PartitionKind.of(json.text());
        } catch (UsageException e) {
            throw json.wrong(Sentence.of("recording.there-is-no-partition", json.text()),
                    Sentence.of("recording.use-a-file-that-this"));
        }
    }

    private static CombinePolicy policy(JsonInput json) {
        try {
            return CombinePolicy.of(json.text());
        } catch (UsageException e) {
            throw json.wrong(Sentence.of("recording.there-is-no-policy", json.text()),
                    Sentence.of("recording.use-a-file-that-this"));
        }
    }

    private static List<WorkerTiming> timing(JsonInput json) {
        return json.items().stream()
                .map(worker -> new WorkerTiming((int) worker.at("worker").integer(0, 7),
                        worker.at("factor_set").number(1, MOST_FACTOR), nanos(worker.at("compute_ms")),
                        nanos(worker.at("delay_ms")), nanos(worker.at("wait_ms")), nanos(worker.at("blame_ms")),
                        count(worker.at("last_arrivals"))))
                .toList();
    }

    private static Refusals refusals(JsonInput json) {
        return new Refusals(count(json.at("duplicate")), count(json.at("stale")), count(json.at("foreign")),
                count(json.at("corrupted")));
    }

    private static Environment environment(JsonInput json) {
        return new Environment(json.at("os").text(), json.at("arch").text(), json.at("cpu").text(),
                (int) json.at("processors").integer(1, Integer.MAX_VALUE), count(json.at("max_heap_bytes")),
                json.at("java").text(), json.at("java_vendor").text(), json.at("vm").text(),
                json.at("vm_options").items().stream().map(JsonInput::text).toList(),
                json.at("garbage_collectors").items().stream().map(JsonInput::text).toList(),
                json.at("kernels").text());
    }

    private static Instant instant(JsonInput json) {
        try {
            return Instant.parse(json.text());
        } catch (DateTimeException e) {
            throw json.wrong(Sentence.of("recording.is-not-a-time-such", json.text()),
                    Sentence.of("recording.correct-it"));
        }
    }

    private static Sha256 digest(JsonInput json) {
        try {
            return Sha256.parse(json.text());
        } catch (IllegalArgumentException e) {
            throw json.wrong(Sentence.of("recording.are-not-64-hex-digits", json.text()),
                    Sentence.of("recording.use-the-file-as-it"));
        }
    }

    private static long nanos(JsonInput json) {
        return Math.round(json.number(0, MOST_MILLIS) * NANOS_PER_MILLI);
    }

    private static long count(JsonInput json) {
        return json.integer(0, Long.MAX_VALUE);
    }
}
