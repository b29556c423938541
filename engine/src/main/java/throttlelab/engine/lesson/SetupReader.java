package throttlelab.engine.lesson;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Defect;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.SeededDefect;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.lesson.Observation.Side;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.words.Sentence;

/// Reads what a step runs and what is to be observed, as `samples/schemas/lesson.schema.json` describes it.
final class SetupReader {

    private static final Set<String> LIVE = Set.of("run", "prompt", "tokens", "tempo_ms", "partition", "policy", "beside",
            "profile", "factors", "wrong", "expect");
    private static final Set<String> BET = Set.of("run", "prompts", "tokens", "profiles", "policy", "expect");
    private static final int MOST_TOKENS = 500;
    private static final int MOST_PROMPTS = 100;
    private static final double LONGEST_STAGE = 1000;
    private static final double LARGEST_FACTOR = 20;
    private static final long MOST = 1_000_000_000;
    private static final int USUAL_TOKENS = 12;
    private static final double USUAL_TEMPO = 35;
    private static final Set<String> PROFILES = Profiles.builtIn().stream().map(ThrottleProfile::name)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> POLICIES = ids(CombinePolicy.values(), CombinePolicy::id);
    private static final Set<String> DEFECTS = ids(Defect.values(), Defect::id);

    /// What a step runs and what is to be observed.
    record Setup(StepSetup setup, List<Observation> expected) {
    }

    private static <T> Set<String> ids(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).collect(Collectors.toUnmodifiableSet());
    }

    /// @throws throttlelab.engine.InputException if it is not as described; names file and line
    Setup read(JsonInput json) {
        boolean bet = json.maybe("run").map(run -> run.text(Set.of("live", "bet")).equals("bet")).orElse(false);
        json.allowOnly(bet ? BET : LIVE);
        List<JsonInput> items = json.at("expect").items();
        if (items.isEmpty()) {
            throw json.at("expect").wrong(Sentence.of("lesson.nothing-is-expected"),
                    Sentence.of("lesson.say-what-is-to-be"));
        }
        StepSetup setup = bet ? bet(json) : live(json);
        return new Setup(setup, items.stream().map(item -> observation(item, setup)).toList());
    }

    private static StepSetup.Bet bet(JsonInput json) {
        return new StepSetup.Bet(json.maybe("prompts").map(count -> (int) count.integer(1, MOST_PROMPTS))
                .orElse(MOST_PROMPTS),
                json.maybe("tokens").map(count -> (int) count.integer(1, MOST_TOKENS)).orElse(50),
                json.maybe("profiles").map(JsonInput::items).stream().flatMap(List::stream)
                        .map(name -> name.text(PROFILES)).toList(), policy(json, "policy"));
    }

    private static StepSetup.Live live(JsonInput json) {
        List<Defect> wrong = json.maybe("wrong").map(SetupReader::wrong).orElse(List.of());
        int tokens = json.maybe("tokens").map(count -> (int) count.integer(1, MOST_TOKENS)).orElse(USUAL_TOKENS);
        PartitionKind partition = json.maybe("partition").map(kind -> PartitionKind.of(kind.text(
                ids(PartitionKind.values(), PartitionKind::id)))).orElse(PartitionKind.SLICED);
        Optional<CombinePolicy> beside = json.maybe("beside").map(id -> CombinePolicy.of(id.text(POLICIES)));
        List<Double> factors = factors(json);
        if (!factors.isEmpty() && json.maybe("profile").isPresent()) {
            throw json.at("profile").wrong(Sentence.of("lesson.there-are-factors-too"),
                    Sentence.of("lesson.use-either-a-profile-or"));
        }
        CombinePolicy policy = policy(json, "policy");
        if (!wrong.isEmpty() && (policy.broken() || beside.isPresent() || partition != PartitionKind.SLICED
                || tokens < SeededDefect.LEAST_TOKENS)) {
            throw json.at("wrong").wrong(Sentence.of("lesson.a-defect-shows-only-in", SeededDefect.LEAST_TOKENS),
                    Sentence.of("lesson.change-the-rest"));
        }
        if (partition == PartitionKind.PIPELINE && (policy.broken() || beside.filter(CombinePolicy::broken).isPresent())) {
            throw json.at("partition").wrong(Sentence.of("lesson.a-broken-policy-needs-stages"),
                    Sentence.of("lesson.use-sliced-or-experts"));
        }
        return new StepSetup.Live(json.maybe("prompt").map(JsonInput::text).orElse(""), tokens,
                Tempo.ofMillis(json.maybe("tempo_ms").map(millis -> millis.number(0, LONGEST_STAGE)).orElse(USUAL_TEMPO)),
                partition, policy, beside,
                factors.isEmpty() ? json.maybe("profile").map(name -> name.text(PROFILES)).orElse(Profiles.NONE.name()) : "",
                factors, wrong);
    }

    private static List<Double> factors(JsonInput json) {
        List<Double> factors = new ArrayList<>();
        json.maybe("factors").ifPresent(list -> {
            list.items().forEach(factor -> factors.add(factor.number(1, LARGEST_FACTOR)));
            if (factors.size() != ModelConfig.SLICES) {
                throw list.wrong(Sentence.of("lesson.there-are-factors", factors.size()),
                        Sentence.of("lesson.write-one-for-each-of", ModelConfig.SLICES));
            }
        });
        return factors;
    }

    private static List<Defect> wrong(JsonInput json) {
        if (!json.isArray()) {
            json.text(Set.of("anything"));
            return List.of(Defect.values());
        }
        List<Defect> among = json.items().stream().map(id -> Defect.of(id.text(DEFECTS))).toList();
        if (among.isEmpty()) {
            throw json.wrong(Sentence.of("lesson.nothing-stands-there-that-could"),
                    Sentence.of("lesson.name-a-defect-or-leave"));
        }
        return among;
    }

    private static CombinePolicy policy(JsonInput json, String key) {
        return json.maybe(key).map(id -> CombinePolicy.of(id.text(POLICIES))).orElse(CombinePolicy.CONTENT_ADDRESSED);
    }

    /// The kinds of observations by name, with the keys that each has besides.
    private enum Kind {
        VERDICT("of", "is"), EQUAL("of", "least"), BITS_DIFFER("of", "least"), TOKENS_DIFFER("of", "least"),
        REFUSED("of", "least"), ALL_LOCKED("of"), STAGES("of", "least"), ORDERS("of", "least"),
        WAITED_FOR("of", "worker", "share"), SLOWED("of", "worker", "factor"), REVIVED("of", "least"), SAME_AUDIT("of"),
        RUNS_DIFFER, PARTED, BET_VERDICT("is"), BET_COMPARED("least");

        private final Set<String> keys;

        Kind(String... keys) {
            this.keys = Stream.concat(Stream.of("see"), Arrays.stream(keys)).collect(Collectors.toUnmodifiableSet());
        }

        private String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean ofBet() {
            return this == BET_VERDICT || this == BET_COMPARED;
        }
    }

    private static Observation observation(JsonInput json, StepSetup setup) {
        String see = json.at("see").text(ids(Kind.values(), Kind::id));
        Kind kind = Arrays.stream(Kind.values()).filter(each -> each.id().equals(see)).findFirst().orElseThrow();
        json.allowOnly(kind.keys);
        if (kind.ofBet() != setup instanceof StepSetup.Bet) {
            throw json.at("see").wrong(Sentence.of("lesson.cannot-be-seen-there", see),
                    Sentence.of("lesson.see-what-the-step-runs"));
        }
        Side side = side(json, setup);
        Observation seen = switch (kind) {
            case VERDICT -> new Observation.VerdictIs(side, verdicts(json));
            case EQUAL -> new Observation.AtLeast(Count.EQUAL, side, least(json));
            case BITS_DIFFER -> new Observation.AtLeast(Count.BITS_DIFFER, side, least(json));
            case TOKENS_DIFFER -> new Observation.AtLeast(Count.TOKENS_DIFFER, side, least(json));
            case REFUSED -> new Observation.AtLeast(Count.REFUSED, side, least(json));
            case ALL_LOCKED -> new Observation.AllLocked(side);
            case STAGES -> new Observation.AtLeast(Count.STAGES, side, least(json));
            case ORDERS -> new Observation.AtLeast(Count.ORDERS, side, least(json));
            case WAITED_FOR -> new Observation.WaitedFor(side, worker(json.at("worker")), json.at("share").number(0, 1));
            case SLOWED -> new Observation.Slowed(side, json.maybe("worker").map(SetupReader::worker).orElse(-1),
                    json.at("factor").number(1, LARGEST_FACTOR));
            case REVIVED -> new Observation.AtLeast(Count.REVIVED, side, least(json));
            case SAME_AUDIT -> new Observation.SameAudit(side);
            case RUNS_DIFFER -> new Observation.RunsDiffer();
            case PARTED -> new Observation.Parted();
            case BET_VERDICT -> new Observation.BetVerdict(verdicts(json));
            case BET_COMPARED -> new Observation.BetCompared(least(json));
        };
        if (kind == Kind.RUNS_DIFFER && !(setup instanceof StepSetup.Live live && live.beside().isPresent())) {
            throw json.at("see").wrong(Sentence.of("lesson.there-is-no-second-run"),
                    Sentence.of("lesson.add-beside-to-the-set"));
        }
        if (kind == Kind.PARTED && !(setup instanceof StepSetup.Live live && !live.wrong().isEmpty())) {
            throw json.at("see").wrong(Sentence.of("lesson.nothing-is-wrong-that-a"),
                    Sentence.of("lesson.add-wrong-to-the-set"));
        }
        return seen;
    }

    private static Side side(JsonInput json, StepSetup setup) {
        Side side = json.maybe("of").map(of -> of.text(Set.of("first", "second")).equals("second") ? Side.SECOND
                : Side.FIRST).orElse(Side.FIRST);
        if (side == Side.SECOND && setup instanceof StepSetup.Live live && live.beside().isEmpty()) {
            throw json.at("of").wrong(Sentence.of("lesson.there-is-no-second-run"),
                    Sentence.of("lesson.add-beside-to-the-set"));
        }
        return side;
    }

    private static long least(JsonInput json) {
        return json.maybe("least").map(number -> number.integer(1, MOST)).orElse(1L);
    }

    private static int worker(JsonInput json) {
        return (int) json.integer(0, ModelConfig.SLICES - 1);
    }

    private static Set<Verdict> verdicts(JsonInput json) {
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        json.at("is").items().forEach(item -> verdicts.add(Verdict.valueOf(item.text(ids(Verdict.values(), Verdict::name)))));
        if (verdicts.isEmpty()) {
            throw json.at("is").wrong(Sentence.of("lesson.no-verdict-stands-there"), Sentence.of("lesson.name-one"));
        }
        return verdicts;
    }
}
