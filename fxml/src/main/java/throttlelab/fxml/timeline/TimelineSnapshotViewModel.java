package throttlelab.fxml.timeline;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import throttlelab.engine.live.RunTrace;

/// Takes out of a run what is in view: contributions one by one, or shares of time where they are too many.
final class TimelineSnapshotViewModel {

    private static final int PIXELS_PER_STAGE = 8;
    private static final int PIXELS_PER_SHARE = 4;
    private static final int PIXELS_PER_TOKEN = 40;

    private final TimelineRunViewModel run;
    private final TimelineSharesViewModel shares;

    TimelineSnapshotViewModel(RunTrace trace, TimelineRunViewModel run) {
        this.run = run;
        this.shares = new TimelineSharesViewModel(trace, run);
    }

    /// @param pixels how wide the lanes are
    /// @param selected the selected stage; negative for none
    /// @param cursor the stage at which the cursor stands; negative for none
    TimelineSnapshot snapshot(TimelineWindow window, int pixels, int selected, int cursor) {
        long from = window.start();
        long span = window.span();
        long to = from + span;
        int first = run.stageAt(from);
        int last = run.stageAt(to);
        boolean dense = (last - first + 1L) * PIXELS_PER_STAGE > pixels;
        List<List<TimelineBar>> lanes = dense ? List.of() : IntStream.range(0, run.lanes().workers())
                .mapToObj(worker -> run.lanes().bars(worker, from, to, first, last)).toList();
        return new TimelineSnapshot(from, span, run.end(), run.stages(), gate(selected), gate(cursor),
                dense ? List.of() : run.gates(first, last), lanes,
                dense ? shares.of(from, span, pixels / PIXELS_PER_SHARE) : null,
                run.tokens(first, last, pixels / PIXELS_PER_TOKEN), run.pauses(from, to));
    }

    private TimelineGate gate(int stage) {
        return stage < 0 || stage >= run.stages() ? null : run.gate(stage);
    }

    /// Whether two pictures of one run are the same. Shares have no equality of their own; where nothing else has
    /// changed, they have not either.
    static boolean same(TimelineSnapshot one, TimelineSnapshot other) {
        if (one.shares() == null || other.shares() == null) {
            return one.equals(other);
        }
        return one.start() == other.start() && one.span() == other.span() && one.end() == other.end()
                && one.stages() == other.stages() && one.shares().stretch() == other.shares().stretch()
                && Objects.equals(one.selected(), other.selected()) && Objects.equals(one.cursor(), other.cursor());
    }
}
