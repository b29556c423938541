package throttlelab.fxml.control;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Control;
import javafx.scene.control.Skin;

/// One of a few choices: buttons side by side, or a list to open where there is little room. One is always chosen.
///
/// The parts have ids made of the control's own: with `transportPolicy` the button of the choice `arrival-order` is
/// `transportPolicyArrivalOrder` and the list `transportPolicyList`.
public final class ChoiceBar extends Control {

    private final ObservableList<Choice> choices = FXCollections.observableArrayList();
    private final StringProperty value = new SimpleStringProperty(this, "value");
    private final BooleanProperty compact = new SimpleBooleanProperty(this, "compact");

    /// A bar without choices.
    public ChoiceBar() {
        getStyleClass().add("choice-bar");
        setAccessibleRole(AccessibleRole.PARENT);
        setFocusTraversable(false);
    }

    @Override
    protected Skin<?> createDefaultSkin() {
        return new ChoiceBarSkin(this);
    }

    /// What there is to choose from.
    public ObservableList<Choice> getChoices() {
        return choices;
    }

    /// The id of what is chosen.
    public StringProperty valueProperty() {
        return value;
    }

    /// The id of what is chosen.
    public String getValue() {
        return value.get();
    }

    /// Chooses.
    public void setValue(String id) {
        value.set(id);
    }

    /// Whether there is little room.
    public BooleanProperty compactProperty() {
        return compact;
    }

    /// Whether there is little room.
    public boolean isCompact() {
        return compact.get();
    }

    /// Says whether there is little room.
    public void setCompact(boolean little) {
        compact.set(little);
    }
}
