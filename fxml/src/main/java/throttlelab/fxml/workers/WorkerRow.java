package throttlelab.fxml.workers;

import java.util.function.DoubleConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/// One worker's row: symbol, name, kind of machine, slider, what it is doing, its times and its share of the blame.
///
/// Its parts have ids `workersName0`, `workersDevice0`, `workersSlider0`, `workersFactor0`, `workersActivity0`,
/// `workersLife0`, `workersTimes0` and `workersBlame0`. Pseudo-classes: `following`, `waited-for`, `dead`, and one for each [Activity].
public final class WorkerRow extends Control {

    private final int worker;
    private final double largest;
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final ObjectProperty<Device> device = new SimpleObjectProperty<>(this, "device", Device.DESKTOP);
    private final ObjectProperty<WorkerState> state = new SimpleObjectProperty<>(this, "state", WorkerState.NEW);
    private final ObjectProperty<DoubleConsumer> onSlow = new SimpleObjectProperty<>(this, "onSlow", factor -> { });

    private final ObjectProperty<Runnable> onLife = new SimpleObjectProperty<>(this, "onLife", () -> { });

    /// A row.
    ///
    /// @param worker whose, from 0
    /// @param largest the largest factor of its slider
    public WorkerRow(int worker, double largest) {
        this.worker = worker;
        this.largest = largest;
        getStyleClass().add("worker-row");
        setId("workersRow" + worker);
        setAccessibleRole(AccessibleRole.PARENT);
        setFocusTraversable(false);
    }

    /// As high as its text needs at its width.
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new WorkerRowSkin(this);
    }

    /// Whose row it is.
    public int worker() {
        return worker;
    }

    /// The largest factor of its slider.
    public double largest() {
        return largest;
    }

    /// The worker's name; set by a person who edits it, too.
    public StringProperty nameProperty() {
        return name;
    }

    /// Its kind of machine; set by a person who changes it, too.
    public ObjectProperty<Device> deviceProperty() {
        return device;
    }

    /// What is shown of the worker.
    public ObjectProperty<WorkerState> stateProperty() {
        return state;
    }

    /// Told the factor that a person has chosen by slider, keys or text.
    public ObjectProperty<DoubleConsumer> onSlowProperty() {
        return onSlow;
    }

    /// Told that a person wants the worker dead, or alive again.
    public ObjectProperty<Runnable> onLifeProperty() {
        return onLife;
    }
}
