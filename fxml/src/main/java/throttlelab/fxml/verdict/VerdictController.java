package throttlelab.fxml.verdict;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Viewports;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;

/// Binds the verdict cards and the figures to their view model.
public final class VerdictController {

    private final VerdictViewModel model;
    private final ObservableBooleanValue presenting;
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
    private VBox verdictFacts;
    @FXML
    private Button verdictRecord;
    @FXML
    private Button verdictOpen;

    /// @param presenting whether only the verdict itself is to be seen
    /// @param dialogs asks for files
    public VerdictController(VerdictViewModel model, ObservableBooleanValue presenting, Dialogs dialogs) {
        this.model = model;
        this.presenting = presenting;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        Viewports.paintDirectly(verdictScroll);
        for (Region figures : List.of(verdictFacts, verdictRecord, verdictOpen)) {
            figures.visibleProperty().bind(Bindings.not(presenting));
            figures.managedProperty().bind(figures.visibleProperty());
        }
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
