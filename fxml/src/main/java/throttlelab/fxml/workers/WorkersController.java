package throttlelab.fxml.workers;

import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Viewports;
import throttlelab.fxml.texts.Texts;

/// Binds the rows and the profiles to their view model.
public final class WorkersController {

    private final WorkersViewModel workers;

    @FXML
    private ScrollPane workersScroll;
    @FXML
    private Label workersProfile;
    @FXML
    private FlowPane workersPresets;
    @FXML
    private Button workersReset;
    @FXML
    private VBox workersRows;

    /// A controller of a view model.
    public WorkersController(WorkersViewModel workers) {
        this.workers = workers;
    }

    @FXML
    private void initialize() {
        Viewports.paintDirectly(workersScroll);
        for (int worker = 0; worker < workers.count(); worker++) {
            WorkerRow row = row(worker);
            VBox.setVgrow(row, Priority.ALWAYS);
            workersRows.getChildren().add(row);
        }
        workersPresets.getChildren().stream().filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast)
                .forEach(button -> button.setOnAction(event -> {
                    workers.apply((String) button.getUserData());
                    // A profile that is chosen once more stays chosen.
                    showProfile(workers.profileProperty().get());
                }));
        workers.profileProperty().subscribe(this::showProfile);
        workersReset.disableProperty().bind(workers.throttledProperty().not());
    }

    private void showProfile(String id) {
        workersProfile.setText(Texts.get("workers.profile", id));
        workersPresets.getChildren().stream().filter(ToggleButton.class::isInstance).map(ToggleButton.class::cast)
                .forEach(button -> button.setSelected(id.equals(button.getUserData())));
    }

    private WorkerRow row(int worker) {
        WorkerRow row = new WorkerRow(worker, WorkersViewModel.LARGEST);
        row.stateProperty().bind(workers.stateProperty(worker));
        row.onSlowProperty().set(factor -> workers.slow(worker, factor));
        row.onLifeProperty().set(() -> workers.switchLife(worker));
        row.nameProperty().set(workers.names().get(worker));
        row.nameProperty().addListener((property, before, now) -> workers.rename(worker, now));
        workers.names().addListener((ListChangeListener<String>) change ->
                row.nameProperty().set(workers.names().get(worker)));
        row.deviceProperty().set(workers.devices().get(worker));
        row.deviceProperty().addListener((property, before, now) -> workers.devices().set(worker, now));
        return row;
    }

    @FXML
    private void reset() {
        workers.reset();
    }
}
