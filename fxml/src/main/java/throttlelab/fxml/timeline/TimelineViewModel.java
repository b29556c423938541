package throttlelab.fxml.timeline;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableList;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.RunTrace;
import throttlelab.fxml.lab.LabViewModel;

/// The timeline of the run that is watched: which part of it is in view, where the cursor stands, which stage is
/// selected.
public final class TimelineViewModel implements TimelineActions {

    /// Where stages are too many to be told apart, a picture every 45 ms is smooth enough; the time is the run's.
    private static final long DENSE_INTERVAL = 110_000_000;
    private static final int BEATS_WHEN_STILL = 15;

    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<TimelineSnapshot> snapshot;
    private final ReadOnlyObjectWrapper<TimelineDetail> detail = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty following = new SimpleBooleanProperty(true);
    private TimelineWindow window = new TimelineWindow();
    private LiveRun run;
    private TimelineRunViewModel watched;
    private TimelineSnapshotViewModel view;
    private long endedAt;
    private long lookedAt;
    private int still;
    private int cursor = LabViewModel.NOW;
    private int pixels = 400;

    /// The timeline of the lab's runs.
    public TimelineViewModel(LabViewModel lab) {
        this.lab = lab;
        this.snapshot = new ReadOnlyObjectWrapper<>(TimelineSnapshot.empty(lab.setup().workers()));
        lab.pulse().add(this::beat);
        lab.selectedStageProperty().addListener((property, before, now) -> selected(now.intValue()));
        following.addListener((property, before, now) -> refresh());
    }

    /// Live runs go by the system's clock.
    private void beat() {
        lab.run().ifPresent(newest -> {
            if (newest != run) {
                run = newest;
                endedAt = 0;
                watch(run.trace(), lab.model().config().layers(), run.setup().tokens());
            }
            boolean ended = run.ended();
            if (ended && endedAt == 0) {
                endedAt = System.nanoTime();
            }
            look(ended ? endedAt : System.nanoTime(), ended);
        });
    }

    /// Turns to another run.
    void watch(RunTrace trace, int layers, int tokens) {
        watched = new TimelineRunViewModel(trace, lab.setup().workers(), layers, tokens);
        view = new TimelineSnapshotViewModel(trace, watched);
        snapshot.set(TimelineSnapshot.empty(lab.setup().workers()));
        window = new TimelineWindow();
        lookedAt = 0;
        still = -1;
        cursor = LabViewModel.NOW;
        following.set(true);
    }

    /// Looks at the run.
    void look(long now, boolean ended) {
        boolean dense = snapshot.get().shares() != null;
        if (dense && following.get() && !ended && now - lookedAt < DENSE_INTERVAL) {
            return;
        }
        lookedAt = now;
        long before = watched.end();
        watched.look(now);
        // A held run stands still; only what comes too late still comes.
        still = watched.end() == before ? still + 1 : 0;
        if (ended || still % BEATS_WHEN_STILL == 0) {
            window.turn(watched.end(), watched.pace(), ended);
            refresh();
        }
    }

    private void refresh() {
        if (watched == null || watched.stages() == 0) {
            return;
        }
        if (following.get()) {
            window.follow();
        }
        int selected = lab.selectedStageProperty().get();
        TimelineSnapshot next = view.snapshot(window, pixels, selected, selected >= 0 ? LabViewModel.NOW : cursor);
        if (!TimelineSnapshotViewModel.same(snapshot.get(), next)) {
            snapshot.set(next);
        }
    }

    private void selected(int stage) {
        cursor = stage;
        if (stage == LabViewModel.NOW) {
            following.set(true);
        } else {
            following.set(false);
            reveal(stage);
        }
        refresh();
    }

    private void reveal(int stage) {
        if (watched != null && stage < watched.stages()) {
            window.reveal(watched.gate(stage).began());
        }
    }

    @Override
    public void resize(int width) {
        pixels = Math.max(1, width);
        refresh();
    }

    @Override
    public void moveTo(long start) {
        window.moveTo(start);
        following.set(window.atEnd());
        refresh();
    }

    @Override
    public void zoom(double factor, long anchor) {
        window.zoom(factor, anchor);
        refresh();
    }

    @Override
    public void whole() {
        window.whole();
        refresh();
    }

    @Override
    public void step(int stages) {
        if (watched == null || watched.stages() == 0) {
            return;
        }
        int from = cursor >= 0 ? cursor : watched.stages() - (stages < 0 ? 0 : 1);
        go(Math.clamp(from + (long) stages, 0, watched.stages() - 1));
    }

    @Override
    public void first() {
        if (watched != null && watched.stages() > 0) {
            go(0);
        }
    }

    /// Moves the cursor, and the selection with it if there is one.
    private void go(int stage) {
        if (lab.selectedStageProperty().get() >= 0) {
            lab.selectedStageProperty().set(stage);
        } else {
            cursor = stage;
            following.set(false);
            reveal(stage);
            refresh();
        }
    }

    @Override
    public void last() {
        unpick();
    }

    @Override
    public void pick(long time) {
        if (watched != null && watched.stages() > 0) {
            lab.selectedStageProperty().set(watched.stageAt(time));
        }
    }

    @Override
    public void pickCursor() {
        if (cursor >= 0) {
            lab.selectedStageProperty().set(cursor);
        }
    }

    @Override
    public void unpick() {
        lab.selectedStageProperty().set(LabViewModel.NOW);
        cursor = LabViewModel.NOW;
        following.set(true);
        refresh();
    }

    @Override
    public void look(long time, int worker) {
        detail.set(watched == null ? null : watched.detail(time, worker));
    }

    @Override
    public void lookAway() {
        detail.set(null);
    }

    /// What the timeline shows.
    public ReadOnlyObjectProperty<TimelineSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// What is at the place that was asked for; `null` if nothing is.
    public ReadOnlyObjectProperty<TimelineDetail> detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /// Whether the view follows the run; the run goes on either way.
    public BooleanProperty followingProperty() {
        return following;
    }

    /// What the workers are called, by their numbers.
    public ObservableList<String> workerNames() {
        return lab.workerNames();
    }
}
