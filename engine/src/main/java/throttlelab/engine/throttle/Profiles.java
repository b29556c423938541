package throttlelab.engine.throttle;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.words.Sentence;

/// The throttle profiles that come with the lab, and the way to name profiles in a list.
public final class Profiles {

    /// Every worker at full speed: what every other profile is compared with.
    public static final ThrottleProfile NONE = new FormulaProfile("none", (worker, workers) -> 1);

    /// Every worker 5×.
    public static final ThrottleProfile STEADY = new FormulaProfile("steady", (worker, workers) -> 5);

    /// 1×, 1.5×, 2× … by worker: 4.5× for the last of eight.
    public static final ThrottleProfile RAMP =
            new FormulaProfile("ramp", (worker, workers) -> 1 + 0.5 * worker);

    /// The ramp from the other end: the first worker is the slowest.
    public static final ThrottleProfile REVERSE_RAMP =
            new FormulaProfile("reverse-ramp", (worker, workers) -> 1 + 0.5 * (workers - 1 - worker));

    /// One phone among desktops: the last worker 10×.
    public static final ThrottleProfile PHONE =
            new FormulaProfile("phone", (worker, workers) -> worker == workers - 1 ? 10 : 1);

    /// Every worker a phone that heats up, throttles and recovers; see [#bursty(long)].
    public static final ThrottleProfile BURSTY = bursty(45);

    private static final List<ThrottleProfile> BUILT_IN = List.of(NONE, STEADY, RAMP, REVERSE_RAMP, PHONE, BURSTY);

    private Profiles() {
    }

    /// The profiles that come with the lab, `none` first.
    public static List<ThrottleProfile> builtIn() {
        return BUILT_IN;
    }

    /// Workers that heat up, throttle hard and recover, each in its own rhythm: once in every period of 1.2 s, for a
    /// part of it and up to a factor between 4 and 9 that both follow from the seed. The shape is that of a phone; the
    /// heat is not, see the claims.
    public static ThrottleProfile bursty(long seed) {
        return new BurstyProfile("bursty", seed);
    }

    /// The seed of a [#bursty(long)] profile; empty for any other.
    public static OptionalLong seed(ThrottleProfile profile) {
        return profile instanceof BurstyProfile bursty && bursty.equals(bursty(bursty.seed()))
                ? OptionalLong.of(bursty.seed()) : OptionalLong.empty();
    }

    /// The built-in profile of that name.
    public static Optional<ThrottleProfile> byName(String name) {
        return BUILT_IN.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /// The profile that one word names: a built-in one, or else a profile file, recognised by its ending `.json` or by
    /// a slash in it.
    ///
    /// @throws UsageException if it is neither
    /// @throws InputException if the file cannot be used
    public static ThrottleProfile of(String word) {
        Optional<ThrottleProfile> known = byName(word);
        if (known.isPresent()) {
            return known.get();
        }
        if (word.endsWith(".json") || word.contains("/") || word.contains("\\")) {
            return ProfileFile.read(path(word));
        }
        throw new UsageException(Sentence.of("throttle.there-is-no-throttle-profile", word, names()));
    }

    /// The profiles of a comma-separated list such as `none,steady,my-phone.json`.
    ///
    /// @throws UsageException if the list or a name in it is empty or unknown, or two profiles have the same name
    /// @throws InputException if a file cannot be used
    public static List<ThrottleProfile> parse(String list) {
        List<ThrottleProfile> profiles = new ArrayList<>();
        for (String word : list.split(",", -1)) {
            if (word.isBlank()) {
                throw new UsageException(Sentence.of("throttle.the-list-of-throttle-profiles", list, names()));
            }
            ThrottleProfile profile = of(word.strip());
            if (profiles.stream().anyMatch(p -> p.name().equals(profile.name()))) {
                throw new UsageException(Sentence.of("throttle.the-list-of-throttle-profiles-names", list,
                        profile.name()));
            }
            profiles.add(profile);
        }
        return List.copyOf(profiles);
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException e) {
            throw new UsageException(Sentence.of("throttle.a-file-cannot-be-named", word), e);
        }
    }

    private static String names() {
        return String.join(", ", BUILT_IN.stream().map(ThrottleProfile::name).toList());
    }
}
