package throttlelab.fxml.verdict;

import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import throttlelab.fxml.control.Viewports;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;

/// Binds the verdict cards and the figures to their view model.
public final class VerdictController {

    private final VerdictViewModel model;
    private final Dialogs dialogs;

    @FXML
    private ScrollPane verdictScroll;
    @FXML
    private VerdictCard verdictCard;
    @FXML
    private VerdictCard verdictTwin;
    @FXML
    private Label verdictRate;
    @FXML
    private Label verdictWaiting;
    @FXML
    private Label verdictThrottling;
    @FXML
    private Label verdictMargin;
    @FXML
    private Label verdictRefused;
    @FXML
    private Button verdictRecord;

    /// A controller of a view model; `dialogs` asks for files.
    public VerdictController(VerdictViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        Viewports.paintDirectly(verdictScroll);
        verdictCard.stateProperty().bind(model.verdictProperty());
        verdictCard.onFirstProperty().set(model::select);
        verdictTwin.onFirstProperty().set(model::select);
        verdictTwin.managedProperty().bind(verdictTwin.visibleProperty());
        model.twinProperty().subscribe(state -> {
            verdictTwin.setVisible(state != null);
            if (state != null) {
                verdictTwin.stateProperty().set(state);
            }
        });
        model.measurementsProperty().subscribe(this::show);
        verdictRecord.disableProperty().bind(model.recordableProperty().not());
    }

    private void show(Measurements measured) {
        verdictRate.setText(measured.rate());
        verdictWaiting.setText(measured.waiting());
        verdictThrottling.setText(measured.throttling());
        verdictMargin.setText(measured.margin());
        verdictRefused.setText(measured.refused());
    }

    @FXML
    private void record() {
        dialogs.chooseSave(Texts.get("verdict.record.title"), FileType.RECORDING, Texts.get("verdict.record.name"))
                .ifPresent(model::record);
    }

    @FXML
    private void open() {
        dialogs.chooseOpen(Texts.get("verdict.open.title"), FileType.RECORDING).ifPresent(model::openBaseline);
    }
}
