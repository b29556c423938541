package throttlelab.fxml.export;

import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.Sheets;

/// The sheet from which a report is written.
public final class ExportController {

    private final ExportViewModel export;
    private final Sheets sheets;
    private final Dialogs dialogs;
    private final ToggleGroup formats = new ToggleGroup();

    @FXML
    private VBox exportSheet;
    @FXML
    private Label exportWhat;
    @FXML
    private GridPane exportFormats;
    @FXML
    private CheckBox exportMatrix;
    @FXML
    private ProgressBar exportProgress;
    @FXML
    private Label exportText;
    @FXML
    private Button exportClose;
    @FXML
    private Button exportSave;

    /// A sheet that closes itself in `sheets`.
    public ExportController(ExportViewModel export, Sheets sheets, Dialogs dialogs) {
        this.export = export;
        this.sheets = sheets;
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        exportWhat.textProperty().bind(export.whatProperty());
        for (ExportFormat format : ExportFormat.values()) {
            offer(format);
        }
        formats.selectedToggleProperty().addListener((property, before, now) ->
                export.formatProperty().set((ExportFormat) now.getUserData()));
        exportMatrix.selectedProperty().bindBidirectional(export.withMatrixProperty());
        shown(export.matrixThereProperty(), exportMatrix);
        exportProgress.progressProperty().bind(export.doneProperty());
        exportText.textProperty().bind(export.textProperty());
        shown(exportText.textProperty().isNotEmpty(), exportText);
        var active = Bindings.createBooleanBinding(() -> export.phaseProperty().get().active(), export.phaseProperty());
        shown(active, exportProgress);
        exportFormats.disableProperty().bind(active);
        exportMatrix.disableProperty().bind(active);
        exportSave.disableProperty().bind(export.writableProperty().not());
        export.phaseProperty().addListener((property, before, now) -> follow(now));
        follow(export.phaseProperty().get());
        // However it is taken away, it is not to go on unseen.
        exportSheet.sceneProperty().addListener((property, before, now) -> {
            if (now == null) {
                export.cancel();
            }
        });
    }

    private void offer(ExportFormat format) {
        RadioButton choice = new RadioButton(Texts.get("export.format." + format));
        choice.setId("export" + format);
        choice.setUserData(format);
        choice.setToggleGroup(formats);
        choice.setSelected(format == export.formatProperty().get());
        choice.setTooltip(new Tooltip(Texts.get("export.format." + format + ".text")));
        choice.setAccessibleText(Texts.get("export.format." + format) + ": "
                + Texts.get("export.format." + format + ".text"));
        choice.setMinWidth(RadioButton.USE_PREF_SIZE);
        Label text = new Label(Texts.get("export.format." + format + ".text"));
        text.setWrapText(true);
        text.getStyleClass().add("lab-label");
        text.setOnMouseClicked(event -> choice.fire());
        exportFormats.addRow(format.ordinal(), choice, text);
    }

    private static void shown(ObservableBooleanValue condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private void follow(ExportPhase phase) {
        String words = phase.active() ? "export.cancel" : "export.close";
        exportClose.setText(Texts.get(words));
        exportClose.setAccessibleText(Texts.get(words));
        exportClose.getTooltip().setText(Texts.get(words + ".tip"));
        exportClose.setDisable(phase == ExportPhase.STOPPING);
        if (phase == ExportPhase.WRITING || phase == ExportPhase.DONE) {
            exportClose.requestFocus();
        }
    }

    @FXML
    private void save() {
        dialogs.chooseSave(Texts.get("export.save.title"), export.formatProperty().get().type(), export.proposedName())
                .ifPresent(export::write);
    }

    @FXML
    private void close() {
        if (export.phaseProperty().get().active()) {
            export.cancel();
        } else {
            sheets.close(exportSheet);
        }
    }
}
