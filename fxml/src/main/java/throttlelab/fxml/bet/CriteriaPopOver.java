package throttlelab.fxml.bet;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.controlsfx.control.PopOver;
import org.controlsfx.control.PopOver.ArrowLocation;

/// The pre-registered criteria, whole, beside the link that asks for them.
final class CriteriaPopOver {

    private final VBox text = new VBox();
    private final PopOver popOver = new PopOver();

    CriteriaPopOver() {
        ScrollPane scroll = new ScrollPane(text);
        scroll.setId("betCriteriaText");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("bet-criteria");
        text.getStyleClass().add("bet-criteria-text");
        popOver.setContentNode(scroll);
        popOver.setArrowLocation(ArrowLocation.TOP_CENTER);
        popOver.setDetachable(false);
        popOver.setAnimated(false);
        popOver.getStyleClass().add("bet-popover");
        popOver.getRoot().getStylesheets()
                .add(Objects.requireNonNull(CriteriaPopOver.class.getResource("Bet.css")).toExternalForm());
    }

    void show(Node owner, List<CriteriaSection> sections) {
        text.getChildren().clear();
        for (CriteriaSection section : sections) {
            Label heading = new Label(section.heading());
            heading.getStyleClass().add("lab-caption");
            text.getChildren().add(heading);
            for (String line : section.lines()) {
                Label label = new Label(line);
                label.setWrapText(true);
                label.getStyleClass().add("lab-label");
                text.getChildren().add(label);
            }
        }
        popOver.show(owner);
        // So that the keys scroll it.
        popOver.getContentNode().requestFocus();
    }
}
