package throttlelab.fxml.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.live.RunTrace;
import throttlelab.engine.live.StageTrace;
import throttlelab.fxml.lab.StageTitle;

/// One run on a time axis. What is asked for is found by halving, so that it costs the same after a second and after a
/// day.
final class TimelineRunViewModel {

    private static final int PACE_OVER = 8;

    private final RunTrace trace;
    private final int layers;
    private final int tokens;
    private final TimelineLanesViewModel lanes;
    private TimelineClock clock = new TimelineClock(0);
    private int noted;
    private long end;

    /// @param layers how many layers the model has
    /// @param tokens how many tokens are generated
    TimelineRunViewModel(RunTrace trace, int workers, int layers, int tokens) {
        this.trace = trace;
        this.layers = layers;
        this.tokens = tokens;
        this.lanes = new TimelineLanesViewModel(trace, workers, this::axis);
    }

    /// Looks at the run.
    ///
    /// @param now the time by the federation's clock; stands still after the end
    void look(long now) {
        int size = trace.size();
        if (size == 0) {
            return;
        }
        if (noted == 0) {
            clock = new TimelineClock(trace.stage(0).began());
            noted = 1;
        }
        for (; noted < size; noted++) {
            clock.gap(trace.stage(noted - 1).openedAt(), trace.stage(noted).began());
        }
        long opened = trace.stage(size - 1).openedAt();
        end = clock.axis(opened == 0 ? now : Math.min(now, opened + TimelineClock.LONGEST_GAP));
        lanes.present(end);
    }

    /// The present on the axis.
    long end() {
        return end;
    }

    int stages() {
        return noted;
    }

    /// How long a stage takes at present.
    long pace() {
        int last = noted - 1;
        int first = Math.max(0, last - PACE_OVER);
        return last <= 0 ? end : Math.max((began(last) - began(first)) / (last - first), end - began(last));
    }

    TimelineLanesViewModel lanes() {
        return lanes;
    }

    private long axis(long time) {
        return Math.min(end, clock.axis(time));
    }

    private long began(int stage) {
        return clock.axis(trace.stage(stage).began());
    }

    /// The stage that goes on at a time, or the last before it; the first where there is none before it.
    int stageAt(long time) {
        return Math.max(0, TimelineLanesViewModel.first(0, noted, stage -> began(stage) > time, 0) - 1);
    }

    /// A stage on the axis.
    TimelineGate gate(int stage) {
        long opened = trace.stage(stage).openedAt();
        return new TimelineGate(stage, began(stage), opened == 0 ? -1 : axis(opened));
    }

    /// The stages of a stretch of time.
    List<TimelineGate> gates(int first, int last) {
        List<TimelineGate> gates = new ArrayList<>(last - first + 1);
        for (int stage = first; stage <= last; stage++) {
            gates.add(gate(stage));
        }
        return gates;
    }

    /// The beginnings of tokens among some stages, at most `most` of them, at round numbers.
    List<TimelineMark> tokens(int first, int last, int most) {
        int from = token(first);
        int to = token(last);
        int step = TimelineScale.round((to - from) / (double) Math.max(1, most));
        List<TimelineMark> marks = new ArrayList<>();
        for (int token = Math.ceilDiv(from, step) * step; token <= to; token += step) {
            int wanted = token;
            int stage = TimelineLanesViewModel.first(first, last + 1, number -> token(number) >= wanted, first);
            marks.add(new TimelineMark(began(stage), String.valueOf(token + 1)));
        }
        return marks;
    }

    private int token(int stage) {
        return trace.stage(stage).stage().token();
    }

    /// The pauses in a stretch of time.
    List<TimelineMark> pauses(long from, long to) {
        IntPredicate reached = gap -> clock.place(gap) >= from;
        List<TimelineMark> marks = new ArrayList<>();
        for (int gap = TimelineLanesViewModel.first(0, clock.gaps(), reached, 0); gap < clock.gaps()
                && clock.place(gap) <= to; gap++) {
            if (clock.pause(gap)) {
                marks.add(new TimelineMark(clock.place(gap), ""));
            }
        }
        return marks;
    }

    /// What is at a time in a worker's lane; `null` if nothing is.
    TimelineDetail detail(long time, int worker) {
        TimelineBar bar = noted == 0 || time < 0 || time > end ? null : lanes.at(worker, time, stageAt(time));
        if (bar == null) {
            return null;
        }
        StageTrace stage = trace.stage(bar.stage());
        StageId id = stage.stage();
        String title = new StageTitle(id.token(), tokens, id.layer(), layers, id.kind().id()).text();
        return new TimelineDetail(title, stage.slots() == 1 ? stage.worker(0) : worker, bar.computed() - bar.from(),
                bar.delivered() - bar.computed(), bar.until() - bar.delivered(), bar.late(), bar.dead());
    }
}
