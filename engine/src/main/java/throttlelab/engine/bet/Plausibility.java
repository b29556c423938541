package throttlelab.engine.bet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.federation.WorkerTiming;

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

    /// The reasons as sentences; empty if something was measured.
    List<String> reasons(List<ProfileRun> runs, Totals totals) {
        List<String> reasons = new ArrayList<>();
        long profiles = plan.profiles().size();
        if (profiles < criteria.leastProfiles()) {
            reasons.add("Only " + profiles + " throttle profile was run, and " + criteria.leastProfiles()
                    + " are needed for a comparison: add one.");
        }
        if (totals.missing() > 0) {
            reasons.add("The comparison is incomplete: " + totals.missing() + " of " + plan.comparisons()
                    + " positions are missing.");
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

    private void factors(ProfileRun run, List<String> reasons) {
        List<WorkerTiming> throttled = run.report().workers().stream()
                .filter(worker -> worker.computeNanos() > 0 && worker.factorSet() > 1).toList();
        if (throttled.isEmpty()) {
            reasons.add("Profile " + run.name() + " held no worker back.");
        }
        for (WorkerTiming worker : throttled) {
            if (worker.factorMeasured() < criteria.leastFactorShare() * worker.factorSet()) {
                reasons.add(String.format(Locale.ROOT,
                        "Profile %s: worker-%d was set to %.2fx but measured %.2fx, which is less than %s of it.",
                        run.name(), worker.worker(), worker.factorSet(), worker.factorMeasured(),
                        criteria.leastFactorShare()));
            }
        }
    }

    private static void busiest(ProfileRun run, List<String> reasons) {
        run.report().workers().stream().max(Comparator.comparingLong(Plausibility::busy))
                .filter(worker -> busy(worker) > run.report().wallNanos())
                .ifPresent(worker -> reasons.add("Profile " + run.name() + ": its wall time of "
                        + seconds(run.report().wallNanos()) + " is below the " + seconds(busy(worker))
                        + " that worker-" + worker.worker() + " was busy."));
    }

    private static void slower(ProfileRun none, ProfileRun run, List<String> reasons) {
        if (run.report().wallNanos() <= none.report().wallNanos()) {
            reasons.add("Profile " + run.name() + ": its wall time of " + seconds(run.report().wallNanos())
                    + " is not above the " + seconds(none.report().wallNanos()) + " of none.");
        }
    }

    private static long busy(WorkerTiming worker) {
        return worker.computeNanos() + worker.delayNanos();
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.3f s", nanos / NANOS_PER_SECOND);
    }
}
