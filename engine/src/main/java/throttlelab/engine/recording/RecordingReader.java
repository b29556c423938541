package throttlelab.engine.recording;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import throttlelab.engine.model.Prompt;
import throttlelab.engine.throttle.Tempo;

/// Takes recordings and results apart, and believes nothing it can check.
final class RecordingReader {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MOST_MILLIS = 1e12;
    private static final double MOST_FACTOR = 1e9;

    private RecordingReader() {
    }

    static Recording recording(JsonInput json) {
        Set<String> ids = new HashSet<>();
        List<RecordedPrompt> prompts = new ArrayList<>();
        for (JsonInput run : json.at("runs").items()) {
            prompts.add(new RecordedPrompt(prompt(run, ids), integers(run.at("prompt_tokens")), stream(run)));
        }
        FederationReport report = new FederationReport(nanos(json.at("wall_ms")), nanos(json.at("prefill_ms")),
                count(json.at("stages")), count(json.at("stages_waited")), timing(json.at("timing")),
                refusals(json.at("refusals")), digest(json.at("audit_digest")));
        return new Recording(json.at("id").text(), instant(json.at("created")), setup(json), json.at("profile").text(),
                report, environment(json.at("environment")), prompts);
    }

    static List<Recording> result(JsonInput json) {
        Map<String, List<RecordedPrompt>> streams = new LinkedHashMap<>();
        for (JsonInput profile : json.at("profiles").items()) {
            JsonInput name = profile.at("name");
            if (streams.putIfAbsent(name.text(), new ArrayList<>()) != null) {
                throw name.wrong("there are two profiles '" + name.text() + "'", "use the file as it was written");
            }
        }
        Set<String> ids = new HashSet<>();
        for (JsonInput run : json.at("runs").items()) {
            Prompt prompt = prompt(run, ids);
            int[] promptTokens = integers(run.at("prompt_tokens"));
            run.at("streams").members().forEach((name, stream) -> {
                if (!streams.containsKey(name)) {
                    throw stream.wrong("the profile '" + name + "' is not among profiles",
                            "use the file as it was written");
                }
                streams.get(name).add(new RecordedPrompt(prompt, promptTokens, stream(stream)));
            });
        }
        // A bet that was stopped has profiles that never ran.
        return streams.keySet().stream().filter(name -> json.at("wall_ms").maybe(name).isPresent())
                .map(name -> new Recording(json.at("bet").text() + "/" + name, instant(json.at("created")), setup(json),
                        name, report(json, name), environment(json.at("environment")), streams.get(name)))
                .toList();
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
            throw json.wrong("there is no partition '" + json.text() + "'", "use a file that this program wrote");
        }
    }

    private static CombinePolicy policy(JsonInput json) {
        try {
            return CombinePolicy.of(json.text());
        } catch (UsageException e) {
            throw json.wrong("there is no policy '" + json.text() + "'", "use a file that this program wrote");
        }
    }

    private static Prompt prompt(JsonInput run, Set<String> ids) {
        JsonInput id = run.at("prompt_id");
        if (!ids.add(id.text())) {
            throw id.wrong("there are two prompts '" + id.text() + "'", "give every prompt its own id");
        }
        return new Prompt(id.text(), run.at("prompt").text());
    }

    private static TokenStream stream(JsonInput json) {
        int[] tokens = integers(json.at("tokens"));
        List<JsonInput> decimals = sized(json.at("logprobs"), tokens.length);
        List<JsonInput> bits = sized(json.at("logprob_bits"), tokens.length);
        float[] logprobs = new float[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            logprobs[i] = logprob(decimals.get(i), bits.get(i));
        }
        float[] margins = json.maybe("margins").map(m -> floats(sized(m, tokens.length))).orElse(new float[0]);
        return new TokenStream(tokens, json.at("text").text(), logprobs, margins);
    }

    private static float logprob(JsonInput decimal, JsonInput bits) {
        String digits = bits.text();
        if (digits.length() != Float.BYTES * 2 || !digits.chars().allMatch(HexFormat::isHexDigit)) {
            throw bits.wrong("'" + digits + "' are not 8 hex digits", "use the file as it was written");
        }
        float stated = Float.intBitsToFloat(HexFormat.fromHexDigits(digits));
        if (!Float.isFinite(stated)) {
            throw bits.wrong("these are the bits of " + stated + ", which is no log-probability",
                    "use the file as it was written");
        }
        float read = decimal.float32();
        if (Float.floatToRawIntBits(read) != Float.floatToRawIntBits(stated)) {
            throw decimal.wrong("the decimal reads back to " + read + ", but its bits say " + stated,
                    "use the file as it was written");
        }
        return stated;
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
            throw json.wrong("'" + json.text() + "' is not a time such as 2026-01-31T12:00:00Z", "correct it");
        }
    }

    private static Sha256 digest(JsonInput json) {
        try {
            return Sha256.parse(json.text());
        } catch (IllegalArgumentException e) {
            throw json.wrong("'" + json.text() + "' are not 64 hex digits", "use the file as it was written");
        }
    }

    private static List<JsonInput> sized(JsonInput json, int length) {
        List<JsonInput> items = json.items();
        if (items.size() != length) {
            throw json.wrong("there are " + items.size() + " entries for " + length + " tokens",
                    "use the file as it was written");
        }
        return items;
    }

    private static int[] integers(JsonInput json) {
        return json.items().stream().mapToInt(item -> (int) item.integer(0, Integer.MAX_VALUE)).toArray();
    }

    private static float[] floats(List<JsonInput> items) {
        float[] floats = new float[items.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = items.get(i).float32();
        }
        return floats;
    }

    private static long nanos(JsonInput json) {
        return Math.round(json.number(0, MOST_MILLIS) * NANOS_PER_MILLI);
    }

    private static long count(JsonInput json) {
        return json.integer(0, Long.MAX_VALUE);
    }
}
