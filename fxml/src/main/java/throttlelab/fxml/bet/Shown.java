package throttlelab.fxml.bet;

import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Label;

/// Shows nodes only while there is something to show, so that they take no room otherwise.
final class Shown {

    private Shown() {
    }

    static void when(ObservableBooleanValue condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    /// A label that is there while its text is not empty.
    static void text(ObservableStringValue text, Label label) {
        label.textProperty().bind(text);
        when(label.textProperty().isNotEmpty(), label);
    }
}
