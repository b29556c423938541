package throttlelab.fxml.present;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;

/// The line above a presentation: scene, prompt, and the buttons that a clicker has, too.
public final class PresentController {

    private final PresentViewModel present;

    @FXML
    private Label presentTitle;
    @FXML
    private Label presentPrompt;
    @FXML
    private Button presentNext;

    /// The line above a presentation.
    public PresentController(PresentViewModel present) {
        this.present = present;
    }

    @FXML
    private void initialize() {
        presentTitle.textProperty().bind(present.titleProperty());
        presentPrompt.textProperty().bind(present.promptProperty());
        presentNext.textProperty().bind(present.nextProperty());
        presentNext.accessibleTextProperty().bind(present.nextProperty());
    }

    @FXML
    private void back() {
        present.back();
    }

    @FXML
    private void next() {
        present.next();
    }

    @FXML
    private void leave() {
        present.leave();
    }
}
