package throttlelab.fxml.barrier;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import throttlelab.engine.live.LiveRun;
import throttlelab.fxml.barrier.BarrierRunViewModel.Going;
import throttlelab.fxml.lab.LabViewModel;

/// The barrier of the run that is watched, as it is now, or as it was at a stage that a person has selected.
public final class BarrierViewModel {

    private static final double NANOS = 1e9;

    private final LabViewModel lab;
    private final ReadOnlyObjectWrapper<BarrierSnapshot> snapshot;
    private LiveRun run;
    private BarrierRunViewModel watched;
    private Going going = Going.HELD;
    private long now;

    /// The barrier of the lab's runs.
    public BarrierViewModel(LabViewModel lab) {
        this.lab = lab;
        this.snapshot = new ReadOnlyObjectWrapper<>(BarrierSnapshot.empty(lab.workers()));
        lab.pulse().add(this::beat);
        lab.selectedStageProperty().addListener((property, before, selected) -> refresh());
    }

    /// Live runs go by the system's clock.
    private void beat() {
        lab.run().ifPresent(newest -> {
            if (newest != run) {
                run = newest;
                watch(new BarrierRunViewModel(run.trace(), run.setup().settings(), lab.model().config(),
                        run.setup().tokens(), lab.throttle(), Math.round(lab.stallAfterProperty().get() * NANOS)));
            }
            if (run.ended()) {
                look(Going.ENDED, going == Going.ENDED ? now : System.nanoTime());
            } else {
                look(run.control().waiting() ? Going.HELD : Going.ON, System.nanoTime());
            }
        });
    }

    /// Turns to another run.
    void watch(BarrierRunViewModel other) {
        watched = other;
        going = Going.HELD;
    }

    /// Looks at the run.
    void look(Going present, long time) {
        going = present;
        now = time;
        refresh();
    }

    private void refresh() {
        if (watched != null) {
            BarrierSnapshot next = watched.look(lab.selectedStageProperty().get(), going, now);
            if (!next.equals(snapshot.get())) {
                snapshot.set(next);
            }
        }
    }

    /// Turns back from a past stage to the present one.
    public void backToNow() {
        lab.selectedStageProperty().set(LabViewModel.NOW);
    }

    /// What the barrier shows.
    public ReadOnlyObjectProperty<BarrierSnapshot> snapshotProperty() {
        return snapshot.getReadOnlyProperty();
    }

    /// What the workers are called, by their numbers.
    public ObservableList<String> workerNames() {
        return lab.workerNames();
    }
}
