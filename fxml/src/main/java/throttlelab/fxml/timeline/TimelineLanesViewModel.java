package throttlelab.fxml.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.LongUnaryOperator;
import throttlelab.engine.live.RunTrace;
import throttlelab.engine.live.SlotState;
import throttlelab.engine.live.StageTrace;

/// The lanes of the workers. A worker finishes its stages in order, so that the times of a lane ascend with the stages
/// even where it lags far behind the gate.
final class TimelineLanesViewModel {

    private static final int KEPT = 512;

    private final RunTrace trace;
    private final int workers;
    private final LongUnaryOperator axis;
    private final TimelineBar[][] kept;
    private long end;

    /// @param axis turns times of the federation's clock into places on the axis, the present at most
    TimelineLanesViewModel(RunTrace trace, int workers, LongUnaryOperator axis) {
        this.trace = trace;
        this.workers = workers;
        this.axis = axis;
        this.kept = new TimelineBar[workers][KEPT];
    }

    /// The first number from `from` on, below `to`, for which something holds that goes on to hold; `to` if it does for
    /// none.
    ///
    /// @param start where to begin to look
    static int first(int from, int to, IntPredicate holds, int start) {
        int low = Math.max(from, start);
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /// Sets the present on the axis.
    void present(long now) {
        end = now;
    }

    int workers() {
        return workers;
    }

    /// Whether every worker has a slot of its own in every stage; else a stage is the work of one.
    boolean everybody() {
        return trace.stage(0).slots() == workers;
    }

    /// The contributions of a worker that reach into a stretch of time.
    ///
    /// @param first the first stage of that stretch, `last` its last
    List<TimelineBar> bars(int worker, long from, long to, int first, int last) {
        List<TimelineBar> bars = new ArrayList<>();
        if (everybody()) {
            int size = trace.size();
            for (int stage = Math.max(0, firstDelivered(worker, from) - 1); stage < size; stage++) {
                TimelineBar bar = bar(stage, worker);
                if (bar == null || bar.from() > to) {
                    break;
                }
                bars.add(bar);
            }
        } else {
            for (int stage = first; stage <= last; stage++) {
                TimelineBar bar = trace.stage(stage).worker(0) == worker ? bar(stage, 0) : null;
                if (bar != null) {
                    bars.add(bar);
                }
            }
        }
        return bars;
    }

    /// The first stage that a worker delivers at a time or after it.
    int firstDelivered(int worker, long time) {
        return first(0, trace.size(), stage -> {
            long delivered = trace.stage(stage).deliveredAt(worker);
            return delivered == 0 || axis.applyAsLong(delivered) >= time;
        }, 0);
    }

    /// The first stage that a worker begins after a time.
    int firstAfter(int worker, long time, int start) {
        return first(0, trace.size(), stage -> {
            long began = trace.stage(stage).computingAt(worker);
            return began == 0 || axis.applyAsLong(began) > time;
        }, start);
    }

    /// What is at a time in a worker's lane; `null` if nothing is.
    ///
    /// @param stageAt the stage that goes on at that time
    TimelineBar at(int worker, long time, int stageAt) {
        int stage = everybody() ? firstAfter(worker, time, 0) - 1 : stageAt;
        return stage < 0 ? null : bar(stage, everybody() ? worker : 0);
    }

    /// A contribution on the axis; `null` if its worker has not begun.
    TimelineBar bar(int stage, int slot) {
        StageTrace of = trace.stage(stage);
        TimelineBar[] lane = kept[of.worker(slot)];
        TimelineBar known = lane[stage % KEPT];
        if (known != null && known.stage() == stage) {
            return known;
        }
        long computing = of.computingAt(slot);
        if (computing == 0) {
            return null;
        }
        long died = of.diedAt(slot);
        long delayed = of.delayedAt(slot) == 0 ? died : of.delayedAt(slot);
        long delivered = died != 0 ? died : of.deliveredAt(slot);
        long opened = of.openedAt();
        long from = axis.applyAsLong(computing);
        long computed = Math.max(from, delayed == 0 ? end : axis.applyAsLong(delayed));
        long given = Math.max(computed, delivered == 0 ? end : axis.applyAsLong(delivered));
        boolean late = delivered != 0 && of.state(slot) == SlotState.LATE;
        long until = late || died != 0 ? given : Math.max(given, opened == 0 ? end : axis.applyAsLong(opened));
        TimelineBar bar = new TimelineBar(stage, from, computed, given, until, late, died != 0);
        if (died == 0 && delivered != 0 && opened != 0 && until < end) {
            lane[stage % KEPT] = bar;
        }
        return bar;
    }
}
