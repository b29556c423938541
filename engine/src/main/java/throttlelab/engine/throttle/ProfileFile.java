package throttlelab.engine.throttle;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import throttlelab.engine.InputException;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.words.Sentence;

/// Reads a throttle profile that somebody wrote: a JSON file as `samples/schemas/profile.schema.json` describes it.
///
/// ```json
/// {
///   "format": "throttlelab-profile/1",
///   "name": "train-ride",
///   "workers": [
///     1,
///     2.5,
///     {"points": [{"at_ms": 0, "factor": 1}, {"at_ms": 400, "factor": 8}], "repeat_ms": 1000},
///     {"points": [{"at_ms": 0, "factor": 1}, {"at_ms": 300, "factor": 6}], "between": "linear"}
///   ],
///   "others": 1
/// }
/// ```
///
/// `workers` holds one entry per worker, from `worker-0`; workers beyond the list get `others` (1 if it is not given),
/// entries beyond the workers of a run are not used. An entry is a factor, or points in time: each factor is held until
/// the next point (`"between": "steps"`, as if it were not given) or runs to it in a straight line (`"linear"`).
final class ProfileFile {

    static final String FORMAT = "throttlelab-profile/1";
    static final double MOST_FACTOR = 1_000;
    private static final int MOST_WORKERS = 8;
    private static final int LIMIT_BYTES = 1 << 20;
    private static final long MOST_MILLIS = 86_400_000;
    private static final double NANOS_PER_MILLI = 1e6;
    /// Names become parts of file names and of keys; `#` is left for repeats.
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,39}");

    private ProfileFile() {
    }

    /// @throws InputException naming file, place and remedy
    static ThrottleProfile read(Path file) {
        JsonInput json = JsonInput.read(file, LIMIT_BYTES);
        JsonInput format = json.at("format");
        if (!format.text().equals(FORMAT)) {
            throw format.wrong(Sentence.of("throttle.is-not-a-format-of", format.text()),
                    Sentence.of("throttle.write-it-as", FORMAT));
        }
        json.allowOnly(Set.of("$schema", "format", "name", "description", "workers", "others"));
        List<JsonInput> workers = json.at("workers").items();
        if (workers.isEmpty() || workers.size() > MOST_WORKERS) {
            throw json.at("workers").wrong(Sentence.of("throttle.there-are-workers", workers.size()),
                    Sentence.of("throttle.list-1-to", MOST_WORKERS));
        }
        return new TimedProfile(name(json.at("name")), workers.stream().map(ProfileFile::worker).toList(),
                json.maybe("others").map(ProfileFile::worker).orElse(TimedFactor.constant(1)));
    }

    private static String name(JsonInput json) {
        String name = json.text();
        if (!NAME.matcher(name).matches()) {
            throw json.wrong(Sentence.of("throttle.the-name-cannot-be-part", name),
                    Sentence.of("throttle.use-up-to-40-letters"));
        }
        if (Profiles.byName(name).isPresent() || name.equals("custom")) {
            throw json.wrong(Sentence.of("throttle.the-name-belongs-to-a", name),
                    Sentence.of("throttle.choose-another"));
        }
        return name;
    }

    private static TimedFactor worker(JsonInput json) {
        if (!json.isObject()) {
            return TimedFactor.constant(json.number(1, MOST_FACTOR));
        }
        json.allowOnly(Set.of("points", "between", "repeat_ms"));
        List<JsonInput> points = json.at("points").items();
        if (points.isEmpty()) {
            throw json.wrong(Sentence.of("throttle.there-is-no-point"), Sentence.of("throttle.write-at-least-one"));
        }
        long[] at = new long[points.size()];
        double[] factors = new double[points.size()];
        for (int i = 0; i < at.length; i++) {
            JsonInput point = points.get(i).allowOnly(Set.of("at_ms", "factor"));
            at[i] = nanos(point.at("at_ms"), 0);
            factors[i] = point.at("factor").number(1, MOST_FACTOR);
            if (i > 0 && at[i] <= at[i - 1]) {
                throw point.at("at_ms").wrong(Sentence.of("throttle.this-point-is-not-later"),
                        Sentence.of("throttle.order-them-by-time"));
            }
        }
        boolean linear = json.maybe("between").map(b -> b.text(Set.of("steps", "linear"))).orElse("steps")
                .equals("linear");
        return new TimedFactor(at, factors, linear, period(json.maybe("repeat_ms"), at[at.length - 1]));
    }

    private static long period(Optional<JsonInput> json, long last) {
        if (json.isEmpty()) {
            return 0;
        }
        long period = nanos(json.get(), 1);
        if (period <= last) {
            throw json.get().wrong(Sentence.of("throttle.it-repeats-before-its-last"),
                    Sentence.of("throttle.make-it-longer-than-the"));
        }
        return period;
    }

    private static long nanos(JsonInput json, double least) {
        return Math.round(json.number(least, MOST_MILLIS) * NANOS_PER_MILLI);
    }
}
