package throttlelab.engine.lesson;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import throttlelab.engine.comparison.LiveDiff;
import throttlelab.engine.comparison.LiveJudgement;
import throttlelab.engine.comparison.LiveJudgement.Progress;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.StageTrace;
import throttlelab.engine.recording.TokenStream;

/// Looks at one run while it goes on and afterwards, each time only at what is new. For one thread.
public final class RunWatch {

    private final LiveRun run;
    private final LiveDiff diff;
    private final Set<List<Integer>> orders = new HashSet<>();
    private int size;
    private int stages;
    private int full;

    /// A watch over a run.
    ///
    /// @param expected what its baseline says; `null` if there is none
    public RunWatch(LiveRun run, TokenStream expected) {
        this.run = run;
        this.diff = expected == null ? null : new LiveDiff(expected);
    }

    /// The run.
    public LiveRun run() {
        return run;
    }

    /// What there is to see now.
    public Sight look() {
        // Asked first: whoever sees that it has ended sees all that it gave.
        boolean ended = run.ended();
        for (int now = run.stream().size(); size < now; size++) {
            if (diff != null) {
                diff.add(run.stream().token(size), run.stream().logprob(size));
            }
        }
        for (int now = run.trace().size(); stages < now && run.trace().stage(stages).openedAt() != 0; stages++) {
            passed(run.trace().stage(stages));
        }
        Progress progress = !ended ? Progress.GOING_ON : run.complete() ? Progress.COMPLETE : Progress.STOPPED;
        return new Sight(LiveJudgement.of(diff, false, run.setup().tokens(), progress, run.report().workers()), ended,
                run.complete(), run.report(), stages, full, orders.size(),
                (int) run.lives().stream().filter(life -> life.deaths() > 0 && !life.dead()).count(),
                ended ? Optional.of(run.stream().generated(run.setup().promptTokens())) : Optional.empty());
    }

    private void passed(StageTrace stage) {
        Integer[] order = new Integer[stage.slots()];
        int locked = 0;
        for (int slot = 0; slot < order.length; slot++) {
            order[slot] = stage.arrival(slot);
            locked += order[slot] > 0 ? 1 : 0;
        }
        orders.add(Arrays.asList(order));
        full += locked == order.length ? 1 : 0;
    }
}
