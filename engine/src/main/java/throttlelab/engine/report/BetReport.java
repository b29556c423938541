package throttlelab.engine.report;

import static throttlelab.engine.report.content.Block.aside;
import static throttlelab.engine.report.content.Block.paragraph;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.Claims;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.bet.ProfileRun;
import throttlelab.engine.bet.ResultReader;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.report.content.Block;
import throttlelab.engine.report.content.Block.Column;
import throttlelab.engine.report.content.Block.Fact;
import throttlelab.engine.report.content.Block.Facts;
import throttlelab.engine.report.content.Block.Items;
import throttlelab.engine.report.content.Block.Kind;
import throttlelab.engine.report.content.Block.Mark;
import throttlelab.engine.report.content.Judged;
import throttlelab.engine.report.content.Report;
import throttlelab.engine.report.content.ReportInputs;
import throttlelab.engine.report.content.Section;
import throttlelab.engine.report.content.Shown;
import throttlelab.engine.report.content.Source;

/// Makes a report of the result of a bet.
final class BetReport {

    private final ReportInputs inputs;
    private final Source source;
    private final BetResult result;
    private final Sha256 digest;
    private final Tokens tokens;

    private BetReport(ReportInputs inputs) {
        this.inputs = inputs;
        this.source = inputs.sources().getFirst();
        this.digest = source.runs().digest();
        this.result = ResultReader.read(source.bytes(), Path.of(source.name()));
        this.tokens = new Tokens(inputs.vocabulary());
    }

    static Report of(ReportInputs inputs) {
        return new BetReport(inputs).report();
    }

    private Report report() {
        List<Run> runs = result.runs().stream().map(BetReport::run).toList();
        List<Pair> pairs = pairs();
        return new Report("Bet " + result.criteria().bet() + ": " + result.criteria().title(), new Judged.Bits(result.verdict(),
                result.judgement().totals(), result.claims().bound95()), words(), Optional.of(result.created()),
                result.judgement().reasons(), List.of(verdict(), compared(),
                        DivergenceSection.of(pairs, tokens, PathSection.of(Couples.of(source, result), inputs.path())),
                        TimingSection.of(runs, result.criteria().leastFactorShare()), PriceSection.of(runs), claims(),
                        BoundSection.of(result.claims().observed(), result.verdict(), result.judgement().totals(),
                                ownPositions(), "of none against itself"),
                        environment(), new Reproduction(inputs).of(result.plan(), result.setup()),
                        PromptsSection.of(result.runs().getFirst().prompts(), pairs.subList(1, pairs.size()))),
                inputs);
    }

    private static Run run(ProfileRun run) {
        return new Run(Shown.text(run.name()), run.report(),
                run.prompts().stream().mapToLong(prompt -> prompt.stream().length()).sum(), run.complete());
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        ProfileRun none = result.runs().getFirst();
        for (int i = 0; i < result.runs().size(); i++) {
            ProfileRun run = result.runs().get(i);
            String audit = i == 0 ? "itself" : !none.complete() || !run.complete() ? "incomplete"
                    : run.report().auditDigest().equals(none.report().auditDigest()) ? "equal" : "differs";
            pairs.add(new Pair(i == 0 ? "none, itself" : Shown.text(run.name()), none.prompts(), run.prompts(),
                    result.judgement().comparisons().get(i), audit));
        }
        return pairs;
    }

    private long ownPositions() {
        return result.judgement().comparisons().getFirst().totals().comparisons();
    }

    private String words() {
        return switch (result.verdict()) {
            case STRICT -> "The same tokens and the same log-probability bits, however slow the workers were.";
            case LENIENT -> "The same tokens, but not the same bits everywhere.";
            case CATASTROPHIC -> "Some tokens are not the same.";
            case VOID -> "Nothing differed, but nothing was measured either.";
        };
    }

    private Section verdict() {
        Totals totals = result.judgement().totals();
        BetPlan plan = result.plan();
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(result.claims().observed()));
        blocks.add(new Facts(List.of(
                new Fact("Compared", Figures.count(totals.comparisons(), "position") + ": "
                        + Figures.count(plan.prompts().size(), "prompt") + " × " + Figures.count(plan.tokens(), "token")
                        + " × " + Figures.count(plan.profiles().size(), "profile")
                        + (plan.repeat() > 1 ? " × " + Figures.count(plan.repeat(), "time") : "")
                        + ", each with none"),
                new Fact("Different", Figures.count(totals.tokenDivergences(), "token") + ", "
                        + Figures.logprobs(totals.logprobDivergences())),
                new Fact("Missing", Figures.count(totals.missing(), "position")),
                new Fact("Baseline", baseline()))));
        if (!result.judgement().reasons().isEmpty()) {
            blocks.add(new Items("Why it is not STRICT", Mark.PLAIN,
                    result.judgement().reasons().stream().map(Shown::text).toList()));
        }
        control().map(Block::paragraph).ifPresent(blocks::add);
        return new Section("verdict", "Verdict", blocks);
    }

    private String baseline() {
        return result.baseline().map(baseline -> {
            Totals totals = baseline.comparison().totals();
            return Shown.text(baseline.id()) + ": " + Figures.count(totals.comparisons(), "common position") + ", "
                    + Figures.count(totals.tokenDivergences(), "token") + " and "
                    + Figures.logprobs(totals.logprobDivergences()) + " different";
        }).orElse("none that fits was at hand");
    }

    /// A broken policy is run to see that the experiment can fail.
    private Optional<String> control() {
        return result.criteria().controls().stream()
                .filter(control -> control.policy() == result.plan().federation().policy()).findFirst()
                .map(control -> control.policy().id() + " is a broken policy, run as a control that must fail: "
                        + Figures.list(control.verdicts().stream().map(Verdict::name).toList()).replace(" and ", " or ")
                        + " was expected, and it came out " + result.verdict()
                        + (control.verdicts().contains(result.verdict()) ? ", as it must." : ", which it must not."));
    }

    private Section compared() {
        JsonInput registered = JsonInput.parse(result.criteria().json(), "the criteria");
        List<Fact> facts = new ArrayList<>();
        registered.maybe("question").ifPresent(text -> facts.add(new Fact("Question", Shown.text(text.text()))));
        registered.maybe("hypothesis").ifPresent(text -> facts.add(new Fact("Hypothesis", Shown.text(text.text()))));
        facts.add(new Fact("Profiles", Figures.list(result.plan().runs().stream().map(run -> Shown.text(run.name()))
                .toList())));
        facts.add(new Fact("Federation", EnvironmentFacts.federation(result.setup())));
        facts.addAll(EnvironmentFacts.model(result.setup()).subList(0, 1));
        List<String> deviations = result.criteria().deviations(result.plan());
        facts.add(new Fact("Registered", deviations.isEmpty() ? "this is the bet as it was laid down before the "
                + "first run"
                : "this is not the bet as it was laid down. " + Shown.text(String.join(" ", deviations))));
        return new Section("compared", "What was compared, and by which criteria",
                List.of(new Facts(facts), verdicts(registered), voids(registered),
                        aside("The criteria were laid down before the first run, as data; the result carries them "
                                + "whole.")));
    }

    private static Block verdicts(JsonInput registered) {
        List<List<String>> rows = registered.at("verdicts").members().entrySet().stream()
                .map(entry -> List.of(Shown.text(entry.getKey()), Shown.text(entry.getValue().text()))).toList();
        return new Block.Table("The criteria: when which verdict is given.",
                List.of(new Column("Verdict", Kind.TEXT), new Column("Given when", Kind.TEXT)), rows, false);
    }

    private static Block voids(JsonInput registered) {
        return new Items("VOID when", Mark.PLAIN, registered.at("void_when").members().values().stream()
                .map(rule -> Shown.text(rule.at("text").text())).toList());
    }

    private Section claims() {
        Claims claims = result.claims();
        return ClaimsSection.of(claims.validates().stream().map(Shown::text).toList(),
                claims.doesNotValidate().stream().map(Shown::text).toList(), List.of(
                        paragraph(Shown.text(claims.sufficiency())),
                        paragraph("The open question. " + Shown.text(claims.openQuestion())),
                        paragraph(ClaimsSection.NARROWED)));
    }

    private Section environment() {
        List<Fact> digests = new ArrayList<>(EnvironmentFacts.model(result.setup()));
        digests.add(new Fact("Criteria SHA-256", result.criteria().digest().toString(), true));
        digests.add(new Fact("Result", Shown.text(inputs.sources().getFirst().name())));
        digests.add(new Fact("Result SHA-256", digest.toString(), true));
        List<List<String>> audits = result.runs().stream()
                .map(run -> List.of(Shown.text(run.name()), run.report().auditDigest().toString())).toList();
        return new Section("environment", "Environment and digests", List.of(EnvironmentFacts.machine(
                result.environment()), new Facts(digests),
                new Block.Table("Audit digest of each run: SHA-256 over address, input digest and checksum of every "
                        + "contribution, without times.", List.of(new Column("Run", Kind.TEXT),
                        new Column("SHA-256", Kind.CODE)), audits, false),
                aside("The machine and its times change nothing of what is compared; they say where the throttling was "
                        + "measured.")));
    }
}
