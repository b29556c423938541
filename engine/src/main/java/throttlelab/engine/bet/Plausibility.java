package throttlelab.engine.bet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.words.Sentence;

/// Finds reasons why a bet measured nothing: too few profiles, a comparison left incomplete, or throttling that the
/// timing does not show.
final class Plausibility {

    private static final double NANOS_PER_SECOND = 1e9;

    private final BetPlan plan;
    private final Criteria criteria;

    Plausibility(BetPlan plan, Criteria criteria) {
        this.plan = plan;
        this.criteria = criteria;
    }

    /// The reasons; empty if something was measured.
    List<Sentence> reasons(List<ProfileRun> runs, Totals totals) {
        List<Sentence> reasons = new ArrayList<>();
        long profiles = plan.profiles().size();
        if (profiles < criteria.leastProfiles()) {
            reasons.add(Sentence.of("bet.few-profiles", profiles, criteria.leastProfiles()));
        }
        if (totals.missing() > 0) {
            reasons.add(Sentence.of("bet.incomplete", totals.missing(), plan.comparisons()));
        }
        // The times of a run that was cut short prove nothing, and it is void already.
        for (ProfileRun run : runs) {
            if (run.complete()) {
                busiest(run, reasons);
                if (run.planned().throttled()) {
                    factors(run, reasons);
                    slower(runs.getFirst(), run, reasons);
                }
            }
        }
        return reasons;
    }

    private void factors(ProfileRun run, List<Sentence> reasons) {
        List<WorkerTiming> throttled = run.report().workers().stream()
                .filter(worker -> worker.computeNanos() > 0 && worker.factorSet() > 1).toList();
        if (throttled.isEmpty()) {
            reasons.add(Sentence.of("bet.held-nobody", run.name()));
        }
        for (WorkerTiming worker : throttled) {
            if (worker.factorMeasured() < criteria.leastFactorShare() * worker.factorSet()) {
                reasons.add(Sentence.of("bet.not-slowed", run.name(), worker.worker(),
                        Sentence.number("%.2f", worker.factorSet()), Sentence.number("%.2f", worker.factorMeasured()),
                        Sentence.number("%s", criteria.leastFactorShare())));
            }
        }
    }

    private static void busiest(ProfileRun run, List<Sentence> reasons) {
        run.report().workers().stream().max(Comparator.comparingLong(Plausibility::busy))
                .filter(worker -> busy(worker) > run.report().wallNanos())
                .ifPresent(worker -> reasons.add(Sentence.of("bet.wall-below-busy", run.name(),
                        seconds(run.report().wallNanos()), seconds(busy(worker)), worker.worker())));
    }

    private static void slower(ProfileRun none, ProfileRun run, List<Sentence> reasons) {
        if (run.report().wallNanos() <= none.report().wallNanos()) {
            reasons.add(Sentence.of("bet.wall-not-above-none", run.name(), seconds(run.report().wallNanos()),
                    seconds(none.report().wallNanos())));
        }
    }

    private static long busy(WorkerTiming worker) {
        return worker.computeNanos() + worker.delayNanos();
    }

    private static Sentence seconds(long nanos) {
        return Sentence.number("%.3f s", nanos / NANOS_PER_SECOND);
    }
}
