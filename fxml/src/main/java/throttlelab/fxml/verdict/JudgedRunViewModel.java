package throttlelab.fxml.verdict;

import java.util.List;
import throttlelab.engine.comparison.LiveDiff;
import throttlelab.engine.comparison.LiveJudgement;
import throttlelab.engine.comparison.LiveJudgement.Progress;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.comparison.VoidReason;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.recording.TokenStream;
import throttlelab.fxml.texts.Texts;

/// One run beside what was expected of it: the verdict on it, in words.
final class JudgedRunViewModel {

    private final LiveRun run;
    private final TokenStream expected;
    private final LiveDiff diff;
    private float narrowest = Float.POSITIVE_INFINITY;
    private int narrowestAt = -1;
    private int size;

    /// @param expected the baseline's stream; `null` if there is none
    JudgedRunViewModel(LiveRun run, TokenStream expected) {
        this.run = run;
        this.expected = expected;
        this.diff = expected == null ? null : new LiveDiff(expected);
    }

    boolean of(LiveRun otherRun, TokenStream otherExpected) {
        return run == otherRun && expected == otherExpected;
    }

    LiveRun run() {
        return run;
    }

    /// Takes the tokens that have come since.
    void look() {
        for (int now = run.stream().size(); size < now; size++) {
            if (diff != null) {
                diff.add(run.stream().token(size), run.stream().logprob(size));
            }
            if (run.stream().margin(size) < narrowest) {
                narrowest = run.stream().margin(size);
                narrowestAt = size;
            }
        }
    }

    int size() {
        return size;
    }

    float narrowestMargin() {
        return narrowest;
    }

    /// Position of the narrowest margin, from 0; −1 before the first token.
    int narrowestAt() {
        return narrowestAt;
    }

    /// The verdict, in words.
    ///
    /// @param isBaseline whether the baseline is a recording of this run
    /// @param names what people call the workers
    /// @param earlier whether something else was set up since
    VerdictState judge(String title, FederationReport report, boolean isBaseline, boolean earlier, List<String> names) {
        // Ended is asked first: whoever sees it sees all that the run has given.
        Progress progress = !run.ended() ? Progress.GOING_ON : run.complete() ? Progress.COMPLETE : Progress.STOPPED;
        look();
        LiveJudgement judgement = LiveJudgement.of(diff, isBaseline, run.setup().tokens(), progress, report.workers());
        Outcome outcome = switch (judgement.verdict()) {
            case STRICT -> Outcome.STRICT;
            case LENIENT -> Outcome.LENIENT;
            case CATASTROPHIC -> Outcome.CATASTROPHIC;
            case VOID -> Outcome.VOID;
        };
        return new VerdictState(outcome, judgement.soFar(), earlier, title, counts(judgement.totals()),
                remark(judgement, report, names), diff == null ? -1 : diff.first());
    }

    private static String counts(Totals totals) {
        if (totals.comparisons() == 0) {
            return "";
        }
        return switch (totals.verdict()) {
            case CATASTROPHIC -> Texts.get("verdict.counts.catastrophic", totals.comparisons(),
                    totals.tokenDivergences(), totals.consequences());
            case LENIENT -> Texts.get("verdict.counts.lenient", totals.comparisons(), totals.logprobDivergences(),
                    totals.maxUlps());
            case STRICT, VOID -> Texts.get("verdict.counts.strict", totals.comparisons());
        };
    }

    private String remark(LiveJudgement judgement, FederationReport report, List<String> names) {
        if (judgement.verdict() != Verdict.VOID) {
            return run.ended() && !run.complete() ? reason(VoidReason.STOPPED, report, names) : "";
        }
        return reason(judgement.voidReasons().getFirst(), report, names);
    }

    private String reason(VoidReason reason, FederationReport report, List<String> names) {
        return switch (reason) {
            case NO_BASELINE -> Texts.get("verdict.void.no-baseline");
            case BASELINE_IS_THE_RUN -> Texts.get("verdict.void.itself");
            case NO_TOKEN_YET -> Texts.get("verdict.void.no-token");
            case STOPPED -> Texts.get("verdict.void.stopped", size, run.setup().tokens());
            case BASELINE_TOO_SHORT -> Texts.get("verdict.void.short", expected.length(), run.setup().tokens());
            case THROTTLE_NOT_SHOWN -> notShown(report, names);
            case NOBODY_THROTTLED -> Texts.get("verdict.void.nobody");
        };
    }

    private static String notShown(FederationReport report, List<String> names) {
        WorkerTiming worker = report.workers().stream().filter(LiveJudgement::throttleNotShown).findFirst()
                .orElseThrow();
        return Texts.get("verdict.void.not-shown", names.get(worker.worker()), Figures.factor(worker.factorSet()),
                Figures.factor(worker.factorMeasured()));
    }
}
