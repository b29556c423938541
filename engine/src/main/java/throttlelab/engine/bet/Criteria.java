package throttlelab.engine.bet;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.TextFiles;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.words.Sentence;

/// What was laid down before the first run: what is run, when a verdict is given, and what may be claimed. It is data,
/// so that a result can carry it whole, and a reader can see that nobody moved the goal.
///
/// @param json the whole file, to be carried by results
/// @param digest SHA-256 of the file's bytes
/// @param bet the bet's number
/// @param title its title
/// @param design what is to be run
/// @param leastProfiles fewer profiles than this measure nothing
/// @param leastFactorShare a throttled worker whose measured factor is below this share of the one set was not held
///         back
/// @param controls what must fail
/// @param claims what may be said
public record Criteria(String json, Sha256 digest, String bet, String title, Design design, int leastProfiles,
        double leastFactorShare, List<Control> controls, ClaimTexts claims) {

    /// The format of criteria and its version.
    public static final String FORMAT = "throttlelab-criteria/1";

    private static final int LIMIT_BYTES = 1 << 20;
    private static final String WORDS = "criteria.";
    private static final Set<String> VOID_RULES = Set.of("fewer_profiles", "comparison_incomplete",
            "measured_factor_below_share_of_set", "wall_time_below_busiest_worker", "wall_time_not_above_none");

    /// What is to be run.
    ///
    /// @param prompts how many
    /// @param tokens how many after each prompt
    /// @param profiles names of the throttle profiles
    /// @param policy under which policy
    /// @param partition how the model is divided
    /// @param workers among how many
    public record Design(int prompts, int tokens, List<String> profiles, CombinePolicy policy, PartitionKind partition,
            int workers) {
    }

    /// A run that must fail, or else the experiment could not have failed.
    ///
    /// @param policy under which policy
    /// @param profiles names of the throttle profiles
    /// @param verdicts the verdicts that count as failing
    public record Control(CombinePolicy policy, List<String> profiles, Set<Verdict> verdicts) {
    }

    /// What may be said.
    ///
    /// @param validates what a STRICT verdict under the content-addressed policy shows
    /// @param doesNotValidate what no verdict shows
    /// @param openQuestion what remains to be tried
    /// @param sufficiency how far it carries
    public record ClaimTexts(List<String> validates, List<String> doesNotValidate, String openQuestion,
            String sufficiency) {
    }

    /// What a text of criteria says, to be said in any language. They are laid down in English.
    public static Sentence saying(String text) {
        return Sentence.known(WORDS, text);
    }

    /// Reads criteria.
    ///
    /// @throws InputException if they are broken; names file and place
    public static Criteria read(Path file) {
        byte[] bytes = TextFiles.readBytes(file, LIMIT_BYTES);
        String text = TextFiles.decode(bytes, file.toString());
        return of(JsonInput.parse(text, file.toString()), text,
                new Hasher().add(bytes, 0, bytes.length).finish());
    }

    /// The criteria that a result carries.
    ///
    /// @param json the criteria
    /// @param digest the digest that the file had they were read from
    /// @throws InputException if they are broken
    static Criteria carried(JsonInput json, Sha256 digest) {
        return of(json, json.json(), digest);
    }

    private static Criteria of(JsonInput json, String text, Sha256 digest) {
        JsonInput format = json.at("format");
        if (!format.text().equals(FORMAT)) {
            throw format.wrong(Sentence.of("bet.is-not-a-format-of", format.text()),
                    Sentence.of("bet.use-criteria-of-format", FORMAT));
        }
        requireVerdicts(json.at("verdicts"));
        JsonInput rules = json.at("void_when").allowOnly(VOID_RULES);
        VOID_RULES.forEach(rule -> rules.at(rule).at("text").text());
        return new Criteria(text, digest, json.at("bet").text(),
                json.at("title").text(), design(json.at("design")),
                (int) rules.at("fewer_profiles").at("than").integer(2, 100),
                rules.at("measured_factor_below_share_of_set").at("share").number(0, 1),
                json.at("controls").items().stream().map(Criteria::control).toList(), claims(json.at("claims")));
    }

    private static void requireVerdicts(JsonInput json) {
        for (Verdict verdict : Verdict.values()) {
            json.at(verdict.name()).text();
        }
    }

    private static Design design(JsonInput json) {
        return new Design((int) json.at("prompts").integer(1, Integer.MAX_VALUE),
                (int) json.at("tokens").integer(1, Integer.MAX_VALUE), texts(json.at("profiles")),
                policy(json.at("policy")), partition(json.at("partition")), (int) json.at("workers").integer(1, 8));
    }

    private static Control control(JsonInput json) {
        EnumSet<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        for (JsonInput item : json.at("verdicts").items()) {
            verdicts.add(Verdict.valueOf(item.text(Set.of("LENIENT", "CATASTROPHIC"))));
        }
        return new Control(policy(json.at("policy")), texts(json.at("profiles")), verdicts);
    }

    private static ClaimTexts claims(JsonInput json) {
        return new ClaimTexts(texts(json.at("validates")), texts(json.at("does_not_validate")),
                json.at("open_question").text(), json.at("sufficiency").text());
    }

    private static CombinePolicy policy(JsonInput json) {
        try {
            return CombinePolicy.of(json.text());
        } catch (UsageException e) {
            throw json.wrong(Sentence.of("bet.there-is-no-policy", json.text()),
                    Sentence.of("bet.name-one-that-there-is"));
        }
    }

    private static PartitionKind partition(JsonInput json) {
        try {
            return PartitionKind.of(json.text());
        } catch (UsageException e) {
            throw json.wrong(Sentence.of("bet.there-is-no-partition", json.text()),
                    Sentence.of("bet.name-one-that-there-is"));
        }
    }

    private static List<String> texts(JsonInput json) {
        return json.items().stream().map(JsonInput::text).toList();
    }

    /// Where a plan departs from what was laid down, in sentences; empty if it is the bet itself. Neither the size of a
    /// batch nor slow motion nor repeats are part of it.
    public List<String> deviations(BetPlan plan) {
        return departures(plan).stream().map(Sentence::english).toList();
    }

    /// The same, to be said in any language.
    public List<Sentence> departures(BetPlan plan) {
        FederationSettings federation = plan.federation();
        List<String> profiles = plan.profiles().stream().map(ThrottleProfile::name).toList();
        return Stream.of(
                deviation(Sentence.of("bet.registered-prompts"), design.prompts(), plan.prompts().size()),
                deviation(Sentence.of("bet.registered-tokens"), design.tokens(), plan.tokens()),
                deviation(Sentence.of("bet.registered-profiles"), String.join(", ", design.profiles()),
                        String.join(", ", profiles)),
                deviation(Sentence.of("bet.registered-policy"), design.policy().id(), federation.policy().id()),
                deviation(Sentence.of("bet.registered-partition"), design.partition().id(),
                        federation.partition().id()),
                deviation(Sentence.of("bet.registered-workers"), design.workers(), federation.workers()))
                .flatMap(Optional::stream).toList();
    }

    private static Optional<Sentence> deviation(Sentence what, Object registered, Object run) {
        return registered.equals(run) ? Optional.empty()
                : Optional.of(Sentence.of("bet.deviates", what, registered, run));
    }
}
