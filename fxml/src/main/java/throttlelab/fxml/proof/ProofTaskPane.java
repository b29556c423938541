package throttlelab.fxml.proof;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Viewports;
import throttlelab.fxml.texts.Texts;

/// Binds what every proof has: the button that runs and cancels it, its progress, what it came to.
final class ProofTaskPane {

    private static final String CARD = "proof-card-";

    private ProofTaskPane() {
    }

    /// The button that runs or cancels.
    static void button(Button button, ProofTaskViewModel task, String run, String tip) {
        Tooltip tooltip = new Tooltip();
        button.setTooltip(tooltip);
        task.phaseProperty().addListener((property, before, now) -> label(button, tooltip, now, run, tip));
        label(button, tooltip, task.phaseProperty().get(), run, tip);
        button.disableProperty().bind(task.refusalProperty().isNotEmpty());
    }

    private static void label(Button button, Tooltip tooltip, ProofPhase phase, String run, String tip) {
        boolean idle = phase == ProofPhase.IDLE;
        button.setText(idle ? run : Texts.get(phase == ProofPhase.RUNNING ? "proof.cancel" : "proof.stopping"));
        tooltip.setText(idle ? tip : Texts.get("proof.cancel.tip"));
        button.setAccessibleHelp(tooltip.getText());
        button.getStyleClass().removeAll("accent", "danger");
        button.getStyleClass().add(idle ? "accent" : "danger");
    }

    static void progress(ProgressBar bar, Label text, Label refusal, ProofTaskViewModel task) {
        bar.progressProperty().bind(task.shareProperty());
        text.textProperty().bind(task.textProperty());
        when(task.textProperty().isNotEmpty(), bar);
        when(task.textProperty().isNotEmpty(), text);
        refusal.textProperty().bind(task.refusalProperty());
        when(task.refusalProperty().isNotEmpty(), refusal);
    }

    /// Shows what it came to.
    static void show(ProofSentence sentence, HBox card, Label symbol, Label text, VBox facts) {
        card.setVisible(sentence != null);
        card.setManaged(sentence != null);
        facts.setVisible(sentence != null);
        facts.setManaged(sentence != null);
        if (sentence == null) {
            return;
        }
        card.getStyleClass().removeIf(name -> name.startsWith(CARD));
        card.getStyleClass().add(CARD + sentence.outcome().id());
        symbol.setText(sentence.outcome().symbol());
        text.setText(sentence.outcome().text() + ": " + sentence.sentence());
        card.setAccessibleText(text.getText());
        facts.getChildren().setAll(sentence.facts().stream().map(ProofTaskPane::fact).toList());
        Viewports.reveal(card, facts);
    }

    private static Label fact(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("lab-label");
        return label;
    }

    static void when(ObservableBooleanValue condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }
}
