package throttlelab.fxml.barrier;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
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
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyBooleanWrapper glanced = new ReadOnlyBooleanWrapper();
    private LiveRun run;
    private BarrierRunViewModel watched;
    private Going going = Going.HELD;
    private long now;

    /// The barrier of the lab's runs.
    public BarrierViewModel(LabViewModel lab) {
        this.lab = lab;
        this.snapshot = new ReadOnlyObjectWrapper<>(BarrierSnapshot.empty(lab.setup().workers()));
        lab.pulse().addGlance(this::glance);
        lab.pulse().add(this::beat);
        lab.selectedStageProperty().addListener((property, before, selected) -> refresh());
    }

    /// How far the run is, told more often than the slots are looked at when nobody could follow them.
    private void glance() {
        glanced.set(lab.pulse().glancing());
        lab.run().ifPresent(newest -> progress.set(newest.stream().size() / (double) newest.setup().tokens()));
    }

    /// Live runs go by the system's clock.
    private void beat() {
        lab.run().ifPresent(newest -> {
            if (newest != run) {
                run = newest;
                watch(new BarrierRunViewModel(run.trace(), run.setup().settings(), lab.model().config(),
                        run.setup().tokens(), lab.setup().throttle(),
                        Math.round(lab.setup().stallAfterProperty().get() * NANOS)));
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

    /// The share of the run's tokens that have come, from 0 to 1.
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /// Whether the progress moves often, while the slots are hardly looked at.
    public ReadOnlyBooleanProperty glancedProperty() {
        return glanced.getReadOnlyProperty();
    }

    /// What the workers are called, by their numbers.
    public ObservableList<String> workerNames() {
        return lab.workerNames();
    }
}
