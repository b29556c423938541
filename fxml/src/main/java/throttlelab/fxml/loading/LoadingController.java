package throttlelab.fxml.loading;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/// The view of loading.
public final class LoadingController {

    private final LoadingViewModel loading;

    @FXML
    private VBox loadingRun;
    @FXML
    private ProgressBar loadingProgress;
    @FXML
    private Label loadingText;
    @FXML
    private VBox loadingFailed;
    @FXML
    private Label loadingProblem;

    /// A view of `loading`.
    public LoadingController(LoadingViewModel loading) {
        this.loading = loading;
    }

    @FXML
    private void initialize() {
        loadingProgress.progressProperty().bind(loading.loadedProperty());
        loadingText.textProperty().bind(loading.textProperty());
        loadingProblem.textProperty().bind(loading.problemProperty());
        loadingFailed.visibleProperty().bind(loading.failedProperty());
        loadingRun.visibleProperty().bind(Bindings.not(loading.failedProperty()));
        managedWhenVisible(loadingFailed);
        managedWhenVisible(loadingRun);
    }

    private static void managedWhenVisible(Node node) {
        node.managedProperty().bind(node.visibleProperty());
    }

    @FXML
    private void again() {
        loading.again();
    }
}
