package throttlelab.fxml.barrier;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import throttlelab.fxml.control.Gauge;
import throttlelab.fxml.texts.Texts;

/// Binds the barrier to its view model.
public final class BarrierController {

    private final BarrierViewModel viewModel;

    @FXML
    private Label barrierTitle;
    @FXML
    private Label barrierSampled;
    @FXML
    private Label barrierPast;
    @FXML
    private Button barrierNow;
    @FXML
    private Gauge barrierProgress;
    @FXML
    private Barrier barrier;

    /// A controller for `viewModel`.
    public BarrierController(BarrierViewModel viewModel) {
        this.viewModel = viewModel;
    }

    @FXML
    private void initialize() {
        ObservableValue<BarrierSnapshot> snapshot = viewModel.snapshotProperty();
        barrier.snapshotProperty().bind(snapshot);
        barrierProgress.aloneProperty().bind(viewModel.glancedProperty());
        barrierProgress.progressProperty().bind(viewModel.progressProperty());
        Bindings.bindContent(barrier.getWorkerNames(), viewModel.workerNames());
        barrierTitle.textProperty().bind(snapshot.map(shown -> shown.stage().number() < 0
                ? Texts.get("barrier.empty") : shown.title()));
        barrierSampled.textProperty().bind(snapshot.map(BarrierWords::sampled));
        ObservableValue<Boolean> past = snapshot.map(BarrierSnapshot::past);
        show(barrierPast, past);
        show(barrierNow, past);
        show(barrierSampled, snapshot.map(shown -> !shown.past()));
    }

    private static void show(Node node, ObservableValue<Boolean> shown) {
        node.visibleProperty().bind(shown);
        node.managedProperty().bind(shown);
    }

    @FXML
    private void backToNow() {
        viewModel.backToNow();
    }
}
