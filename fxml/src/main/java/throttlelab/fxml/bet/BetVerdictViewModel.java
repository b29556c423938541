package throttlelab.fxml.bet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.bet.Claims;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.bet.ProfileRun;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.words.Sentence;
import throttlelab.fxml.texts.Texts;

/// Puts into words what a bet came to. What is claimed, and how sure it is, are the engine's own sentences.
final class BetVerdictViewModel {

    private static final int DIGITS = 8;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double SHORT = 10;

    private final BetResult result;
    private final ProfileRun none;

    private BetVerdictViewModel(BetResult result) {
        this.result = result;
        this.none = result.runs().isEmpty() ? null : result.runs().getFirst();
    }

    static BetVerdict of(BetResult result) {
        return new BetVerdictViewModel(result).words();
    }

    private BetVerdict words() {
        Verdict verdict = result.verdict();
        Claims claims = result.claims();
        List<Sentence> departures = result.criteria().departures(result.plan());
        return new BetVerdict(verdict.name().toLowerCase(Locale.ROOT), Texts.get("bet.symbol." + verdict),
                verdict.name(), Texts.get("bet.verdict." + verdict), said(result.judgement().sayings()), control(), counts(),
                said(claims.seen()),
                departures.isEmpty() ? Texts.get("bet.asRegistered")
                        : Texts.get("bet.deviates", String.join(" ", said(departures))),
                baseline(), result.runs().stream().map(this::price).toList(), audit(), said(claims.shown()),
                said(claims.notShown()), said(claims.question()), said(claims.reach()));
    }

    private static String said(Sentence sentence) {
        return sentence.in(Texts.locale());
    }

    private static List<String> said(List<Sentence> sentences) {
        return sentences.stream().map(BetVerdictViewModel::said).toList();
    }

    private String control() {
        Optional<Criteria.Control> control = result.criteria().controls().stream()
                .filter(each -> each.policy() == result.plan().federation().policy()).findFirst();
        return control.map(each -> each.verdicts().contains(result.verdict()) ? Texts.get("bet.control.failed")
                : Texts.get("bet.control.passed", CriteriaWordsViewModel.verdicts(each))).orElse("");
    }

    private String counts() {
        Totals totals = result.judgement().totals();
        return Texts.get("bet.counts", totals.comparisons(), result.plan().comparisons(), totals.tokenDivergences(),
                totals.logprobDivergences());
    }

    private String baseline() {
        return result.baseline().map(baseline -> {
            Totals totals = baseline.comparison().totals();
            return Texts.get("bet.baseline", baseline.id(), totals.comparisons(), totals.tokenDivergences(),
                    totals.logprobDivergences());
        }).orElse(Texts.get("bet.baseline.none"));
    }

    private ProfilePrice price(ProfileRun run) {
        FederationReport report = run.report();
        long wall = report.wallNanos();
        // Times of a run that was cut short compare with nothing.
        boolean comparable = none.complete() && run.complete() && none.report().wallNanos() > 0;
        return new ProfilePrice(run.name(), seconds(wall),
                comparable ? Texts.number("%.2f×", wall / (double) none.report().wallNanos()) : "–",
                wall == 0 ? "–" : Texts.number("%.0f %%", 100 * waiting(report)),
                audit(run) + " " + report.auditDigest().prefix(DIGITS));
    }

    private static double waiting(FederationReport report) {
        return report.workers().stream().mapToLong(WorkerTiming::waitNanos).average().orElse(0) / report.wallNanos();
    }

    private static String seconds(long nanos) {
        double seconds = nanos / NANOS_PER_SECOND;
        return Texts.number(seconds < SHORT ? "%.2f s" : "%.1f s", seconds);
    }

    private String audit(ProfileRun run) {
        if (!run.complete() || !none.complete()) {
            return Outcome.INCOMPLETE.symbol();
        }
        return sameAudit(run) ? Outcome.EQUAL.symbol() : Outcome.TOKEN.symbol();
    }

    private boolean sameAudit(ProfileRun run) {
        return run.report().auditDigest().equals(none.report().auditDigest());
    }

    private String audit() {
        boolean whole = result.runs().size() == result.plan().runs().size()
                && result.runs().stream().allMatch(ProfileRun::complete);
        if (!whole) {
            return Texts.get("bet.audit.incomplete");
        }
        return Texts.get(result.runs().stream().allMatch(this::sameAudit) ? "bet.audit.equal" : "bet.audit.unequal");
    }
}
