package throttlelab.fxml.timeline;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/// Lanes of workers through time: solid compute, pale injected delay, dotted waiting, and a line where a gate opened.
///
/// It shows a snapshot and says what a person does: it is dragged, scrolled and zoomed, and stages are picked in it.
public final class Timeline extends Control {

    private final ObjectProperty<TimelineSnapshot> snapshot =
            new SimpleObjectProperty<>(this, "snapshot", TimelineSnapshot.empty(8));
    private final ObjectProperty<TimelineDetail> detail = new SimpleObjectProperty<>(this, "detail");
    private final ObjectProperty<TimelineActions> actions = new SimpleObjectProperty<>(this, "actions");
    private final ObservableList<String> workerNames = FXCollections.observableArrayList();

    /// A timeline before anything runs.
    public Timeline() {
        getStyleClass().add("timeline");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(true);
    }

    /// What it shows.
    public ObjectProperty<TimelineSnapshot> snapshotProperty() {
        return snapshot;
    }

    /// What is under the mouse; `null` if nothing is.
    public ObjectProperty<TimelineDetail> detailProperty() {
        return detail;
    }

    /// Who is told what a person does; `null` while nobody is.
    public ObjectProperty<TimelineActions> actionsProperty() {
        return actions;
    }

    /// What the workers are called, by their numbers.
    public ObservableList<String> getWorkerNames() {
        return workerNames;
    }

    String name(int worker) {
        return worker < workerNames.size() ? workerNames.get(worker) : String.valueOf(worker);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new TimelineSkin(this);
    }

    /// The text is put together only when somebody asks: the timeline changes with every frame.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? TimelineWords.all(snapshot.get())
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
