package throttlelab.engine.bet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.words.Sentence;

/// Gives the verdict of a bet.
///
/// 1. Every run is compared with the first one, which is `none`. A different token makes it CATASTROPHIC, a different
///    bit LENIENT.
/// 2. Under the content-addressed policy the baseline counts as well. Under a broken policy it does not: there the
///    question is whether speed changes the answer, not whether the answer is the real one.
/// 3. Unequal audit digests of complete runs bar STRICT, and make it LENIENT: the audit log carries address, input
///    digest and checksum of every contribution, so some bit between the stages differed, and only chance kept it from
///    the log-probabilities. VOID would say that nothing was measured; here a difference was.
/// 4. What would be STRICT is VOID if [Plausibility] has a reason why nothing was measured. A divergence is never
///    hidden by that.
final class Judge {

    private final BetPlan plan;
    private final Plausibility plausibility;

    Judge(BetPlan plan, Criteria criteria) {
        this.plan = plan;
        this.plausibility = new Plausibility(plan, criteria);
    }

    Judgement judge(List<ProfileRun> runs, Optional<BaselineComparison> baseline) {
        List<Comparison> comparisons = runs.stream().map(run -> compare(runs.getFirst(), run)).toList();
        Totals compared = comparisons.stream().map(Comparison::totals).reduce(Totals.NOTHING, Totals::plus);
        long neverRun = plan.comparisons() - compared.comparisons() - compared.missing();
        Totals totals = compared.plus(new Totals(0, 0, 0, 0, neverRun, 0));

        List<Sentence> divergences = new ArrayList<>();
        Verdict verdict = compared.verdict();
        for (int i = 0; i < runs.size(); i++) {
            describe(runs.get(i).name(), Sentence.of("bet.first-of-none"), comparisons.get(i), divergences);
        }
        if (plan.federation().policy() == CombinePolicy.CONTENT_ADDRESSED && baseline.isPresent()) {
            Comparison old = baseline.get().comparison();
            verdict = Verdict.worse(verdict, old.totals().verdict());
            describe(Profiles.NONE.name(), Sentence.of("bet.the-baseline", baseline.get().id()), old, divergences);
        }
        for (ProfileRun run : runs) {
            if (runs.getFirst().complete() && run.complete()
                    && !run.report().auditDigest().equals(runs.getFirst().report().auditDigest())) {
                verdict = Verdict.worse(verdict, Verdict.LENIENT);
                divergences.add(Sentence.of("bet.other-audit", run.name()));
            }
        }
        List<Sentence> voids = plausibility.reasons(runs, totals);
        List<Sentence> reasons = new ArrayList<>(divergences);
        reasons.addAll(voids);
        return new Judgement(verdict.unlessVoid(voids), reasons, comparisons, totals);
    }

    /// How a run differs from the first.
    Comparison compare(ProfileRun first, ProfileRun run) {
        return Comparison.of(first.prompts(), run.prompts(), plan.tokens());
    }

    private static void describe(String profile, Sentence from, Comparison comparison, List<Sentence> sayings) {
        Totals totals = comparison.totals();
        if (totals.verdict() == Verdict.STRICT) {
            return;
        }
        // A result that is read back knows how often it differed from its baseline, but not where.
        sayings.add(comparison.firstDivergent()
                .map(first -> Sentence.of("bet.differs-first", profile, from, totals.tokenDivergences(),
                        totals.logprobDivergences(), totals.comparisons(), first.promptId(),
                        first.first().orElseThrow().position() + 1))
                .orElseGet(() -> Sentence.of("bet.differs", profile, from, totals.tokenDivergences(),
                        totals.logprobDivergences(), totals.comparisons())));
    }
}
