package throttlelab.fxml.barrier;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/// A stage barrier: slots that fill while workers work and lock when their contributions arrive, and a gate that opens
/// when enough have.
///
/// Pseudo-classes: `open`, `past`.
public final class Barrier extends Control {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass PAST = PseudoClass.getPseudoClass("past");

    private final ObjectProperty<BarrierSnapshot> snapshot =
            new SimpleObjectProperty<>(this, "snapshot", BarrierSnapshot.empty(8));
    private final ObservableList<String> workerNames = FXCollections.observableArrayList();

    /// A barrier before anything runs.
    public Barrier() {
        getStyleClass().add("barrier");
        setAccessibleRole(AccessibleRole.TEXT);
        setFocusTraversable(false);
        snapshot.addListener((property, before, now) -> {
            if (before.gate().open() != now.gate().open()) {
                pseudoClassStateChanged(OPEN, now.gate().open());
            }
            if (before.past() != now.past()) {
                pseudoClassStateChanged(PAST, now.past());
            }
        });
    }

    /// What it shows.
    public ObjectProperty<BarrierSnapshot> snapshotProperty() {
        return snapshot;
    }

    /// What the workers are called, by their numbers.
    public ObservableList<String> getWorkerNames() {
        return workerNames;
    }

    String name(int worker) {
        List<String> names = workerNames;
        return worker < names.size() ? names.get(worker) : String.valueOf(worker);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new BarrierSkin(this);
    }

    /// The text is put together only when somebody asks: the barrier changes with every frame.
    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return attribute == AccessibleAttribute.TEXT ? BarrierWords.all(snapshot.get(), this::name)
                : super.queryAccessibleAttribute(attribute, parameters);
    }
}
