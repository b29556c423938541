package throttlelab.engine.report;

import static throttlelab.engine.report.content.Block.aside;
import static throttlelab.engine.report.content.Block.paragraph;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.bet.Claims;
import throttlelab.engine.comparison.printed.PrintedComparison;
import throttlelab.engine.comparison.printed.PrintedTotals;
import throttlelab.engine.comparison.printed.PrintedVerdict;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.foreign.Answer;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.RecordedAnswers;
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

/// Makes a report of answers of other systems that were compared, recordings of ours among them. It says "equal as
/// printed" at most: decimals show no bits.
final class PrintedReport {

    private static final int MOST_NAMED = 3;

    private final ReportInputs inputs;
    private final PrintedComparison comparison;
    private final PrintedTotals totals;
    private final List<Recording> own;

    private PrintedReport(ReportInputs inputs) {
        this.inputs = inputs;
        this.comparison = comparison(inputs);
        this.totals = comparison.totals();
        this.own = inputs.sources().stream().filter(source -> !source.foreign()).map(Source::runs)
                .map(RecordedRuns::recordings).flatMap(List::stream).toList();
    }

    static Report of(ReportInputs inputs) {
        return new PrintedReport(inputs).report();
    }

    /// The answers in all sources, compared.
    static PrintedComparison comparison(ReportInputs inputs) {
        List<Answers> answers = inputs.sources().stream().map(source -> source.foreign() ? source.answers()
                : RecordedAnswers.of(source.runs(), inputs.printed().bytes())).toList();
        return PrintedComparison.of(answers, inputs.printed().pairing());
    }

    private Report report() {
        PrintedTables tables = new PrintedTables(comparison);
        return new Report(title(), new Judged.Printed(comparison.verdict(), totals, bound()), words(), created(), List.of(),
                List.of(verdict(), tables.compared(), tables.divergences(), claims(), boundSection(), environment(),
                        new Reproduction(inputs).ofPrinted(), tables.texts()), inputs);
    }

    private String title() {
        List<String> names = inputs.sources().stream().limit(MOST_NAMED).map(Source::name).map(Shown::text).toList();
        int more = inputs.sources().size() - names.size();
        return "Answers as printed: " + (more == 0 ? Figures.list(names)
                : String.join(", ", names) + " and " + Figures.count(more, "more file"));
    }

    private String words() {
        return switch (comparison.verdict()) {
            case SAME_AS_PRINTED -> "The same tokens, and log-probabilities that are equal as printed. Whether they are equal "
                    + "to the bit, printed decimals do not show.";
            case SAME_TOKENS -> "The same tokens, but not all log-probabilities are equal as printed.";
            case DIFFERENT -> "Some tokens are not the same.";
            case INCOMPLETE -> "Nothing differs in what was compared, but not everything could be compared.";
        };
    }

    /// Other systems do not tell it in a way to rely on.
    private Optional<Instant> created() {
        return own.stream().map(Recording::created).max(Instant::compareTo);
    }

    private boolean different() {
        return totals.tokenDivergences() + totals.logprobDivergences() + totals.oneSided() > 0;
    }

    private double bound() {
        return different() ? Double.NaN : Claims.boundOfNone(totals.comparisons());
    }

    private String observed() {
        long n = totals.comparisons();
        if (n == 0) {
            return "No position was compared.";
        }
        return different()
                ? Figures.count(totals.tokenDivergences()) + " of " + Figures.count(n) + " positions differ in the token, "
                        + Figures.count(totals.logprobDivergences() + totals.oneSided())
                        + " in the log-probability as it is printed."
                : "0 of " + Figures.count(n) + " positions differ as printed: with 95 % confidence fewer than "
                        + Figures.smallPercent(bound()) + " of positions would, if positions were independent.";
    }

    private Section verdict() {
        int answers = comparison.questions().stream().mapToInt(question -> question.answers().size()).sum();
        List<Fact> facts = new ArrayList<>(List.of(
                new Fact("Compared", Figures.count(totals.comparisons(), "position") + " in "
                        + Figures.count(answers, "answer") + " to " + Figures.count(comparison.questions().size(), "prompt")),
                new Fact("Different", Figures.count(totals.tokenDivergences(), "token") + ", "
                        + Figures.logprobs(totals.logprobDivergences()) + (totals.oneSided() == 0 ? ""
                                : "; " + Figures.logprobs(totals.oneSided()) + " on one side only")),
                new Fact("Missing", Figures.count(totals.missing(), "position") + (comparison.alone() == 0 ? ""
                        : "; " + Figures.count(comparison.alone(), "answer") + " without another to the same prompt"))));
        if (totals.farthest().signum() > 0) {
            facts.add(new Fact("Farthest apart", PrintedTables.distance(totals.farthest())));
        }
        return new Section("verdict", "Verdict", List.of(paragraph(observed()), new Facts(facts),
                new Items("What is to be known beside it", Mark.PLAIN, comparison.notes())));
    }

    private Section claims() {
        List<String> validates = new ArrayList<>();
        if (comparison.verdict() == PrintedVerdict.SAME_AS_PRINTED) {
            validates.add("The answers agree in every token and every digit that was printed and compared.");
        } else if (totals.comparisons() > 0 && totals.tokenDivergences() == 0) {
            validates.add("The answers agree in every token that was compared.");
        }
        return ClaimsSection.of(validates, List.of(
                "Equality to the bit: a server prints rounded decimals, and what it computed cannot be had back from them.",
                "That the answers came from the systems and models they name: a file says what it says.",
                "Anything about slow workers: answers of other systems carry neither times of workers nor contributions, so "
                        + "there is no timing and no price of determinism in this report.",
                "Any bet: criteria that are laid down afterwards register nothing.",
                "Phone-class deployment."), List.of(paragraph(ClaimsSection.NARROWED)));
    }

    private Section boundSection() {
        List<Block> blocks = new ArrayList<>(List.of(paragraph(observed())));
        if (!different() && totals.comparisons() > 0) {
            blocks.add(aside(BoundSection.MEANING + " It is a bound on differences that printing shows, not on those of "
                    + "bits."));
        } else if (totals.comparisons() > 0) {
            blocks.add(paragraph(BoundSection.NONE));
        }
        return new Section("bound", BoundSection.TITLE, blocks);
    }

    private Section environment() {
        List<Block> blocks = new ArrayList<>();
        own.stream().findFirst().ifPresent(recording -> {
            blocks.add(paragraph("Of the recordings among them, the first:"));
            blocks.add(EnvironmentFacts.machine(recording.environment()));
            blocks.add(new Facts(EnvironmentFacts.model(recording.setup())));
        });
        blocks.add(new Block.Table("The files, as they were read. Answers of other systems do not tell on what they were "
                + "computed.", List.of(new Column("File", Kind.TEXT), new Column("Bytes", Kind.NUMBER),
                new Column("SHA-256", Kind.CODE)), inputs.sources().stream().map(PrintedReport::file).toList(), false));
        return new Section("environment", "Environment and digests", blocks);
    }

    private static List<String> file(Source source) {
        String digest = source.foreign() ? new Hasher().add(source.bytes(), 0, source.bytes().length).finish().toString()
                : source.runs().digest().toString();
        return List.of(Shown.text(source.name()), Figures.count(source.bytes().length), digest);
    }

    static String model(Answer answer) {
        return answer.model().isEmpty() ? "–" : Shown.text(answer.model());
    }
}
