package throttlelab.fxml.proof;

import javafx.fxml.FXML;
import javafx.scene.control.ScrollPane;
import throttlelab.fxml.control.Paging;

/// The tab: one proof below the other.
public final class ProofController {

    @FXML
    private ScrollPane proofScroll;

    /// The controller of the tab.
    public ProofController() {
    }

    @FXML
    private void initialize() {
        Paging.listen(proofScroll, proofScroll);
    }
}
