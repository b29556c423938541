package throttlelab.fxml.verdict;

import java.util.function.IntConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/// A verdict in one glance: word, symbol and colour, the counts behind it, and the way to the first divergence.
///
/// Its parts have ids made of the control's own: with `verdictCard` they are `verdictCardWord`, `verdictCardCounts`,
/// `verdictCardRemark` and `verdictCardFirst`. Pseudo-classes: one for each [Outcome], `so-far` and `earlier`.
public final class VerdictCard extends Control {

    private final ObjectProperty<VerdictState> state = new SimpleObjectProperty<>(this, "state",
            new VerdictState(Outcome.NONE, false, false, "", "", "", -1));
    private final ObjectProperty<IntConsumer> onFirst = new SimpleObjectProperty<>(this, "onFirst", position -> { });

    /// A card without a verdict.
    public VerdictCard() {
        getStyleClass().add("verdict-card");
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
        return new VerdictCardSkin(this);
    }

    /// What is shown.
    public ObjectProperty<VerdictState> stateProperty() {
        return state;
    }

    /// Told the position of the first divergence when a person wants to see it.
    public ObjectProperty<IntConsumer> onFirstProperty() {
        return onFirst;
    }
}
