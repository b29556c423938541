package throttlelab.app.summary;

import java.nio.file.Path;
import java.util.List;
import throttlelab.app.terminal.Terminal;
import throttlelab.app.terminal.TextTable;
import throttlelab.app.terminal.Wrap;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.Claims;
import throttlelab.engine.bet.ProfileRun;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.FederationReport;

/// A bet for a reader at a terminal.
public final class BetSummary {

    private static final int NAME = 16;
    private static final int DIGITS = 8;

    private final BetResult result;
    private final Path file;
    private final Sha256 digest;

    /// @param file where the result was written
    /// @param digest the digest that the file carries
    public BetSummary(BetResult result, Path file, Sha256 digest) {
        this.result = result;
        this.file = file;
        this.digest = digest;
    }

    /// The verdict.
    public Verdict verdict() {
        return result.verdict();
    }

    /// One line, for a bet that was stopped.
    public String stopped() {
        Totals totals = result.judgement().totals();
        return "Stopped: verdict " + result.verdict() + " with " + Numbers.count(totals.comparisons()) + " of "
                + Numbers.count(result.plan().comparisons()) + " positions compared; what is complete is in " + file + ".";
    }

    /// The whole summary.
    public void print(Terminal terminal) {
        Page page = new Page(terminal);
        page.gap();
        page.verdict(result.verdict(), words());
        page.gap();
        compared(page);
        page.list("Why", result.judgement().reasons());
        if (result.verdict() == Verdict.VOID && result.plan().profiles().size() > 1
                && result.judgement().totals().missing() == 0) {
            page.paragraph("A longer bet, or a quieter machine, may show what this one did not.");
        }
        divergences(page);
        page.table(runs());
        page.table(workers());
        claims(page);
        page.gap();
        page.entry("Result", file + " (digest " + digest.prefix(DIGITS) + "…)");
    }

    private String words() {
        return switch (result.verdict()) {
            case STRICT -> "the same tokens and the same log-probability bits, however slow the workers were.";
            case LENIENT -> "the same tokens, but not the same bits everywhere.";
            case CATASTROPHIC -> "some tokens are not the same.";
            case VOID -> "nothing differed, but nothing was measured either.";
        };
    }

    private void compared(Page page) {
        BetPlan plan = result.plan();
        Totals totals = result.judgement().totals();
        page.entry("Compared", Numbers.count(plan.prompts().size(), "prompt") + " × "
                + Numbers.count(plan.tokens(), "token") + " × " + Numbers.count(plan.profiles().size(), "profile")
                + (plan.repeat() > 1 ? " × " + Numbers.count(plan.repeat(), "time") : "") + ", each with none: "
                + Numbers.count(totals.comparisons(), "position")
                + (totals.missing() > 0 ? ", " + Numbers.count(totals.missing()) + " missing" : ""));
        page.entry("Different", Numbers.count(totals.tokenDivergences(), "token") + ", "
                + Numbers.logprobs(totals.logprobDivergences()));
        page.entry("", result.claims().observed());
        page.entry("Baseline", result.baseline().map(baseline -> baseline.id() + ": " + baseline(baseline.comparison()
                .totals())).orElse("none fits; see record --help"));
        page.entry("Federation", result.setup().model().name() + ", " + plan.federation().partition().id() + ", "
                + Numbers.count(plan.federation().workers(), "worker") + ", " + plan.federation().policy().id()
                + ", batch " + plan.batch()
                + (plan.federation().tempo().slowMotion() ? ", slow motion" : ""));
        List<String> deviations = result.criteria().deviations(plan);
        page.entry("Registered", deviations.isEmpty() ? "this is the bet as it was laid down"
                : "not the bet as it was laid down. " + String.join(" ", deviations));
    }

    private static String baseline(Totals totals) {
        return Numbers.count(totals.comparisons(), "position") + ", " + Numbers.count(totals.tokenDivergences())
                + " other tokens, " + Numbers.count(totals.logprobDivergences()) + " other log-probabilities";
    }

    private void divergences(Page page) {
        Divergences divergences = new Divergences();
        for (int run = 0; run < result.runs().size(); run++) {
            divergences.add(result.runs().get(run).name(), result.judgement().comparisons().get(run));
        }
        result.baseline().ifPresent(baseline -> divergences.add("baseline", baseline.comparison()));
        divergences.print(page);
    }

    private TextTable runs() {
        TextTable table = new TextTable("Profile", "wall", "of it prefill", "tokens/s", "stages waited", "refused",
                "audit");
        for (ProfileRun run : result.runs()) {
            FederationReport report = run.report();
            long tokens = run.prompts().stream().mapToLong(prompt -> prompt.stream().length()).sum();
            table.row(Wrap.cut(run.name(), NAME), Numbers.seconds(report.wallNanos()),
                    Numbers.seconds(report.prefillNanos()), Numbers.rate(tokens * 1e9 / report.wallNanos()),
                    Numbers.percent(report.stagesWaited() / (double) report.stages()),
                    Numbers.count(report.refusals().total()), report.auditDigest().prefix(DIGITS));
        }
        return table;
    }

    private TextTable workers() {
        TextTable table = WorkerRows.table(result.plan().federation().workers());
        for (ProfileRun run : result.runs()) {
            new WorkerRows(Wrap.cut(run.name(), NAME), run.report()).addTo(table);
        }
        return table;
    }

    private void claims(Page page) {
        Claims claims = result.claims();
        page.list("It validates", claims.validates());
        page.list("It does not validate", claims.doesNotValidate());
        page.gap();
        page.paragraph(claims.openQuestion());
        page.paragraph(claims.sufficiency());
    }
}
