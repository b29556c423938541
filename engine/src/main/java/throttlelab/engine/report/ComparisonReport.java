package throttlelab.engine.report;

import static throttlelab.engine.report.content.Block.aside;
import static throttlelab.engine.report.content.Block.paragraph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import throttlelab.engine.bet.Claims;
import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.LiveJudgement;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
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

/// Makes a report of two files that were compared. It says what two files hold, and no more: nobody registered anything
/// before, and whether throttling was needed for anything is not asked.
final class ComparisonReport {

    private final ReportInputs inputs;
    private final RecordedRuns a;
    private final RecordedRuns b;
    private final FileComparison comparison;

    private ComparisonReport(ReportInputs inputs) {
        this.inputs = inputs;
        this.a = inputs.sources().getFirst().runs();
        this.b = inputs.sources().getLast().runs();
        this.comparison = FileComparison.of(a, b);
    }

    static Report of(ReportInputs inputs) {
        return new ComparisonReport(inputs).report();
    }

    private Report report() {
        List<Pair> pairs = comparison.pairs().stream().map(ComparisonReport::pair).toList();
        List<Recording> recordings = recordings();
        List<Run> runs = Stream.concat(a.recordings().stream().map(each -> run("A", each)),
                b.recordings().stream().map(each -> run("B", each))).toList();
        return new Report("Comparison of " + name(0) + " and " + name(1), new Judged.Bits(verdict(),
                comparison.totals(), bound()), words(), Optional.of(created()), reasons(), List.of(verdictSection(),
                        compared(), DivergenceSection.of(pairs, new Tokens(inputs.vocabulary()),
                                PathSection.of(comparison.pairs(), inputs.path())),
                        TimingSection.of(runs, LiveJudgement.LEAST_FACTOR_SHARE), PriceSection.of(runs), claims(),
                        BoundSection.of(observed(), verdict(), comparison.totals(), 0, ""), environment(),
                        new Reproduction(inputs).of(recordings),
                        PromptsSection.of(comparison.pairs().getFirst().expected().prompts(), pairs)),
                inputs);
    }

    private String name(int source) {
        return Shown.text(inputs.sources().get(source).name());
    }

    /// A file compared with itself cannot differ, and what cannot fail shows nothing.
    private boolean itself() {
        return a.digest().equals(b.digest());
    }

    private Verdict verdict() {
        return comparison.verdict();
    }

    private List<String> reasons() {
        return comparison.voidReasons();
    }

    private String words() {
        return switch (verdict()) {
            case STRICT -> "Both files hold the same tokens and the same log-probability bits.";
            case LENIENT -> "Both files hold the same tokens, but not the same bits everywhere.";
            case CATASTROPHIC -> "Some tokens are not the same.";
            case VOID -> itself() ? "A file was compared with itself: that shows nothing."
                    : "Nothing differs in what both files hold, but not everything is in both.";
        };
    }

    private Instant created() {
        return Stream.concat(a.recordings().stream(), b.recordings().stream()).map(Recording::created)
                .max(Instant::compareTo).orElseThrow();
    }

    private List<Recording> recordings() {
        return Stream.concat(a.recordings().stream(), b.recordings().stream()).toList();
    }

    private static Run run(String file, Recording recording) {
        long tokens = recording.prompts().stream().mapToLong(prompt -> prompt.stream().length()).sum();
        return new Run(file + " " + Shown.text(recording.profile()), recording.report(), tokens,
                tokens == (long) recording.prompts().size() * recording.setup().tokens());
    }

    private static Pair pair(FileComparison.Pair pair) {
        boolean sameWork = pair.expected().setup().federation().partition()
                == pair.actual().setup().federation().partition()
                && pair.expected().setup().federation().workers() == pair.actual().setup().federation().workers()
                && pair.expected().setup().batch() == pair.actual().setup().batch();
        String audit = pair.expected().report().auditDigest().equals(pair.actual().report().auditDigest()) ? "equal"
                : sameWork ? "differs" : "other work";
        return new Pair("A " + Shown.text(pair.expected().profile()) + ", B " + Shown.text(pair.actual().profile()),
                pair.expected().prompts(), pair.actual().prompts(), pair.comparison(), audit);
    }

    private Section verdictSection() {
        Totals totals = comparison.totals();
        List<Block> blocks = new ArrayList<>();
        blocks.add(paragraph(observed()));
        blocks.add(new Facts(List.of(
                new Fact("Compared", Figures.count(totals.comparisons(), "position") + " in "
                        + Figures.count(comparison.pairs().size(), "pair") + " of recordings"),
                new Fact("Different", Figures.count(totals.tokenDivergences(), "token") + ", "
                        + Figures.logprobs(totals.logprobDivergences())),
                new Fact("Missing", Figures.count(totals.missing(), "position")))));
        if (!reasons().isEmpty()) {
            blocks.add(new Items("Why it is not STRICT", Mark.PLAIN, reasons()));
        }
        return new Section("verdict", "Verdict", blocks);
    }

    private String observed() {
        Totals totals = comparison.totals();
        long n = totals.comparisons();
        if (n == 0) {
            return "No position was compared.";
        }
        if (totals.verdict() != Verdict.STRICT) {
            return Figures.count(totals.tokenDivergences()) + " of " + Figures.count(n)
                    + " positions differ in the token, " + Figures.count(totals.logprobDivergences())
                    + " in the bits of the log-probability.";
        }
        return itself() ? "0 of " + Figures.count(n) + " positions differ, as they must: it is one file."
                : "0 of " + Figures.count(n) + " positions differ: with 95 % confidence fewer than "
                        + Figures.smallPercent(Claims.boundOfNone(n)) + " of positions would, if positions were "
                        + "independent.";
    }

    private double bound() {
        return itself() || comparison.totals().verdict() != Verdict.STRICT ? Double.NaN
                : Claims.boundOfNone(comparison.totals().comparisons());
    }

    private Section compared() {
        List<List<String>> rows = new ArrayList<>();
        a.recordings().forEach(each -> rows.add(row(each == a.recordings().getFirst() ? "A" : "", each)));
        b.recordings().forEach(each -> rows.add(row(each == b.recordings().getFirst() ? "B" : "", each)));
        List<Column> columns = List.of(new Column("File", Kind.TEXT), new Column("Recording", Kind.TEXT),
                new Column("Profile", Kind.TEXT), new Column("Federation", Kind.TEXT),
                new Column("Prompts × tokens", Kind.NUMBER), new Column("Made", Kind.TEXT));
        return new Section("compared", "What was compared, and by which criteria", List.of(
                new Facts(List.of(new Fact("A", file(0, a)), new Fact("B", file(1, b)))),
                new Block.Table("Every recording in both files.", columns, rows, true),
                new Items("The criteria", Mark.PLAIN, List.of(
                        "STRICT: tokens and log-probability bits are equal at every position of both files.",
                        "LENIENT: tokens are equal at every position, some bits differ.",
                        "CATASTROPHIC: some token differs.",
                        "VOID: nothing differs, but something is missing, or both files are one and the same.")),
                aside("Two results are compared profile by profile; a recording with every profile of a result. "
                        + "Whether "
                        + "the runs were what a bet registers is not asked here.")));
    }

    private String file(int source, RecordedRuns runs) {
        return name(source) + ", " + (runs.result() ? "the result of a bet with "
                + Figures.count(runs.recordings().size(), "run") : "a recording");
    }

    private static List<String> row(String file, Recording recording) {
        return List.of(file, Shown.text(recording.id()), Shown.text(recording.profile()),
                EnvironmentFacts.federation(recording.setup()),
                Figures.count(recording.prompts().size()) + " × " + Figures.count(recording.setup().tokens()),
                recording.created().toString());
    }

    private Section claims() {
        boolean shown = verdict() == Verdict.STRICT;
        List<String> validates = new ArrayList<>();
        if (shown) {
            validates.add("The two files agree to the last bit in everything that was compared.");
            varied().forEach(each -> validates.add("They agree although they were made with " + each + "."));
        }
        List<String> not = new ArrayList<>(List.of(
                "Whatever the two files do not vary: only a difference in how they were made could have come out as a "
                        + "difference in bits.",
                "That throttling was at work when they were made, beyond what their own times show.",
                "Any bet: criteria that are laid down afterwards register nothing.",
                "Phone-class deployment."));
        if (!shown) {
            not.addFirst("Agreement of the two files (" + verdict() + ").");
        }
        return ClaimsSection.of(validates, not, List.of(paragraph(ClaimsSection.NARROWED)));
    }

    /// In what the two files differ, so that their agreement says something.
    private List<String> varied() {
        List<String> varied = new ArrayList<>();
        differ(varied, "profiles", Recording::profile);
        differ(varied, "partitions", each -> each.setup().federation().partition().id());
        differ(varied, "numbers of workers", each -> Integer.toString(each.setup().federation().workers()));
        differ(varied, "sizes of batches", each -> Integer.toString(each.setup().batch()));
        differ(varied, "policies", each -> each.setup().federation().policy().id());
        differ(varied, "processors", each -> each.environment().cpu());
        differ(varied, "arithmetic", each -> each.environment().kernels());
        differ(varied, "systems", each -> each.environment().os());
        return varied;
    }

    private void differ(List<String> varied, String what, Function<Recording, String> value) {
        List<String> left = values(a, value);
        List<String> right = values(b, value);
        if (!left.equals(right)) {
            varied.add("other " + what + " (A: " + Figures.list(left) + "; B: " + Figures.list(right) + ")");
        }
    }

    private static List<String> values(RecordedRuns runs, Function<Recording, String> value) {
        return runs.recordings().stream().map(value).map(Shown::text).distinct().toList();
    }

    private Section environment() {
        List<Fact> digests = new ArrayList<>(EnvironmentFacts.model(a.recordings().getFirst().setup()));
        digests.add(new Fact("A SHA-256", a.digest().toString(), true));
        digests.add(new Fact("B SHA-256", b.digest().toString(), true));
        List<List<String>> audits = new ArrayList<>();
        a.recordings().forEach(each -> audits.add(audit("A", each)));
        b.recordings().forEach(each -> audits.add(audit("B", each)));
        return new Section("environment", "Environment and digests", List.of(
                paragraph("File A:"), EnvironmentFacts.machine(a.recordings().getFirst().environment()),
                paragraph("File B:"), EnvironmentFacts.machine(b.recordings().getFirst().environment()),
                new Facts(digests),
                new Block.Table("Audit digest of each run. Runs of another partition, number of workers or batch do "
                        + "other "
                        + "work and have another one.", List.of(new Column("Run", Kind.TEXT),
                        new Column("SHA-256", Kind.CODE)), audits, false)));
    }

    private static List<String> audit(String file, Recording recording) {
        return List.of(file + " " + Shown.text(recording.profile()), recording.report().auditDigest().toString());
    }
}
