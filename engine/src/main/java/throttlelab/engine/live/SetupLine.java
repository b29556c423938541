package throttlelab.engine.live;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32C;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.files.OneLine;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.words.Sentence;

/// The set-up of a watched run as one line of text, to be copied from one lab and pasted into another:
/// `throttlelab-setup:1` and then fields `name=value` in a fixed order, all ASCII and without blanks in them, so that a
/// mail that breaks the line does no harm; at the end a checksum of what stands before it.
///
/// @param model first digits of the digest of the model it is for, in hex
/// @param policy the combine policy
/// @param partition how the model is divided
/// @param tempo milliseconds of nominal work a stage, 0 for full speed
/// @param tokens how many tokens are generated
/// @param twin the combine policy of a second run beside the first, if there is one
/// @param profile a throttle profile that comes with the lab
/// @param factors own factors of workers, by their numbers; the others follow the profile
/// @param prompt the prompt's text
public record SetupLine(String model, CombinePolicy policy, PartitionKind partition, double tempo, int tokens,
        Optional<CombinePolicy> twin, ThrottleProfile profile, SortedMap<Integer, Double> factors, String prompt) {

    /// How every such line begins, before its version.
    public static final String START = "throttlelab-setup:";

    private static final int VERSION = 1;
    private static final int LIMIT = 1 << 16;
    private static final int MOST_WORKERS = 8;
    private static final double MOST_FACTOR = 1000;
    private static final double SLOWEST_TEMPO = 60_000;
    private static final int MOST_TOKENS = 100_000;
    private static final int SHOWN = 40;
    private static final String OFF = "off";
    private static final String NONE = "none";
    private static final String CHECK = "check";
    private static final List<String> NAMES = List.of("model", "policy", "partition", "tempo", "tokens", "twin",
            "profile", "seed", "sliders", "prompt", CHECK);

    /// @throws IllegalArgumentException if the profile does not come with the lab
    public SetupLine {
        if (!portable(profile)) {
            throw new IllegalArgumentException("the profile '" + profile.name() + "' cannot be named in a line");
        }
        factors = new TreeMap<>(factors);
    }

    /// Whether a profile can be named in a line: another lab knows it, too.
    public static boolean portable(ThrottleProfile profile) {
        return Profiles.seed(profile).isPresent() || Profiles.builtIn().contains(profile);
    }

    /// The line.
    public String text() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("model", model);
        fields.put("policy", policy.id());
        fields.put("partition", partition.id());
        fields.put("tempo", Double.toString(tempo));
        fields.put("tokens", Integer.toString(tokens));
        fields.put("twin", twin.map(CombinePolicy::id).orElse(OFF));
        fields.put("profile", profile.name());
        OptionalLong seed = Profiles.seed(profile);
        fields.put("seed", seed.isPresent() ? Long.toString(seed.getAsLong()) : NONE);
        fields.put("sliders", factors.isEmpty() ? NONE : factors.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue()).collect(Collectors.joining(",")));
        fields.put("prompt", encoded(prompt));
        String line = START + VERSION + fields.entrySet().stream()
                .map(each -> " " + each.getKey() + "=" + each.getValue()).collect(Collectors.joining());
        return line + " " + CHECK + "=" + check(line);
    }

    /// A blank as %20, which, unlike a plus, nobody takes for itself.
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String check(String line) {
        CRC32C sum = new CRC32C();
        sum.update(line.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /// Reads a line, whatever blanks and line breaks are around and between its fields.
    ///
    /// @throws InputException if it is damaged, cut, of another version, or no such line at all; the sentence names what
    ///         is wrong in it
    public static SetupLine parse(String text) {
        if (text.length() > LIMIT) {
            throw new InputException(Sentence.of("live.the-text-is-too-long", text.length(), LIMIT));
        }
        List<String> words = Arrays.stream(text.strip().split("\\s+")).toList();
        requireVersion(words.getFirst());
        Map<String, String> fields = fields(words.subList(1, words.size()));
        SetupLine read = read(fields);
        String expected = check(String.join(" ", words.subList(0, words.size() - 1)));
        if (!fields.get(CHECK).toLowerCase(Locale.ROOT).equals(expected)) {
            throw new InputException(Sentence.of("live.the-set-up-was-changed", shown(fields.get(CHECK)), expected));
        }
        return read;
    }

    private static void requireVersion(String start) {
        if (!start.startsWith(START)) {
            throw new InputException(Sentence.of("live.this-is-no-set-up", shown(start), START, VERSION));
        }
        if (!start.equals(START + VERSION)) {
            throw new InputException(Sentence.of("live.the-set-up-has-version", shown(start.substring(START.length())),
                    VERSION));
        }
    }

    /// All fields, in their order and no others.
    private static Map<String, String> fields(List<String> words) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String word : words) {
            int sign = word.indexOf('=');
            String name = sign < 0 ? "" : word.substring(0, sign);
            if (!NAMES.contains(name)) {
                throw new InputException(Sentence.of("live.in-the-set-up-means", shown(word)));
            }
            if (fields.put(name, word.substring(sign + 1)) != null) {
                throw new InputException(Sentence.of("live.the-set-up-says-twice", name));
            }
        }
        for (String name : NAMES) {
            if (!fields.containsKey(name)) {
                throw new InputException(Sentence.of("live.the-set-up-does-not", name));
            }
        }
        if (!List.copyOf(fields.keySet()).equals(NAMES)) {
            throw new InputException(Sentence.of("live.the-set-up-says-its", fields.keySet().iterator().next()));
        }
        return fields;
    }

    private static SetupLine read(Map<String, String> fields) {
        String model = fields.get("model");
        if (!model.matches("[0-9a-f]{8,64}")) {
            throw wrong("model", model, Sentence.of("live.digits-of-a-digest"));
        }
        return new SetupLine(model, policy("policy", fields), partition(fields),
                number("tempo", fields.get("tempo"), 0, SLOWEST_TEMPO),
                (int) whole("tokens", fields.get("tokens"), 1, MOST_TOKENS),
                fields.get("twin").equals(OFF) ? Optional.empty() : Optional.of(policy("twin", fields)),
                profile(fields.get("profile"), fields.get("seed")), factors(fields.get("sliders")),
                decoded(fields.get("prompt")));
    }

    private static CombinePolicy policy(String name, Map<String, String> fields) {
        try {
            return CombinePolicy.of(fields.get(name));
        } catch (UsageException e) {
            throw wrong(name, fields.get(name), Sentence.of("live.one-of",
                    Arrays.stream(CombinePolicy.values()).map(CombinePolicy::id).collect(Collectors.joining(", "))));
        }
    }

    private static PartitionKind partition(Map<String, String> fields) {
        try {
            return PartitionKind.of(fields.get("partition"));
        } catch (UsageException e) {
            throw wrong("partition", fields.get("partition"), Sentence.of("live.one-of",
                    Arrays.stream(PartitionKind.values()).map(PartitionKind::id).collect(Collectors.joining(", "))));
        }
    }

    private static ThrottleProfile profile(String name, String seed) {
        ThrottleProfile known = Profiles.byName(name).orElseThrow(() -> wrong("profile", name,
                Sentence.of("live.one-of",
                Profiles.builtIn().stream().map(ThrottleProfile::name).collect(Collectors.joining(", ")))));
        if (Profiles.seed(known).isPresent()) {
            return Profiles.bursty(whole("seed", seed, Long.MIN_VALUE, Long.MAX_VALUE));
        }
        if (!seed.equals(NONE)) {
            throw wrong("seed", seed, Sentence.of("live.for-the-profile", NONE, name));
        }
        return known;
    }

    private static SortedMap<Integer, Double> factors(String sliders) {
        SortedMap<Integer, Double> factors = new TreeMap<>();
        if (sliders.equals(NONE)) {
            return factors;
        }
        for (String slider : sliders.split(",", -1)) {
            String[] sides = slider.split(":", -1);
            if (sides.length != 2) {
                throw wrong("sliders", slider, Sentence.of("live.a-worker-and-its-factor"));
            }
            int worker = (int) whole("sliders", sides[0], 0, MOST_WORKERS - 1);
            if (factors.put(worker, number("sliders", sides[1], 1, MOST_FACTOR)) != null) {
                throw wrong("sliders", sliders, Sentence.of("live.one-factor-for-worker", worker));
            }
        }
        return factors;
    }

    private static double number(String name, String value, double least, double most) {
        if (value.matches("[0-9]{1,9}(\\.[0-9]{1,20})?(E-?[0-9]{1,3})?")) {
            double number = Double.parseDouble(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(name, value, Sentence.of("live.a-number-from-to", (long) least, (long) most));
    }

    private static long whole(String name, String value, long least, long most) {
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, value, Sentence.of("live.a-whole-number"));
        }
        throw wrong(name, value, Sentence.of("live.from-to", least, most));
    }

    private static String decoded(String prompt) {
        try {
            String text = URLDecoder.decode(prompt, StandardCharsets.UTF_8);
            if (encoded(text).equals(prompt) && !text.isBlank()) {
                return text;
            }
        } catch (IllegalArgumentException e) {
            throw wrong("prompt", prompt, Sentence.of("live.a-text-as-it-was"));
        }
        throw wrong("prompt", prompt, Sentence.of("live.a-text-as-it-was"));
    }

    private static InputException wrong(String name, String value, Sentence right) {
        return new InputException(Sentence.of("live.in-the-set-up-is", name, shown(value), right));
    }

    private static String shown(String text) {
        return OneLine.of(text, SHOWN);
    }
}
