package throttlelab.fxml.transport;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import throttlelab.fxml.control.ChoiceBar;
import throttlelab.fxml.control.CountSpinner;
import throttlelab.fxml.prompt.PromptViewModel;
import throttlelab.fxml.shortcuts.Shortcut;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Sheets;

/// The bar at the bottom.
public final class TransportController {

    private final TransportViewModel transport;
    private final PromptViewModel prompts;
    private final Sheets sheets;
    private final Runnable choosePrompt;

    @FXML
    private TransportBar transportBar;
    @FXML
    private Button transportRun;
    @FXML
    private Region transportRunIcon;
    @FXML
    private Button transportStepStage;
    @FXML
    private Button transportStepToken;
    @FXML
    private Button transportStop;
    @FXML
    private FlowPane transportFields;
    @FXML
    private ChoiceBar transportPolicy;
    @FXML
    private ChoiceBar transportPartition;
    @FXML
    private Label transportTempoText;
    @FXML
    private Slider transportTempo;
    @FXML
    private Button transportPrompt;
    @FXML
    private CountSpinner transportTokens;
    @FXML
    private ToggleSwitch transportTwin;
    @FXML
    private ChoiceBar transportTwinPolicy;
    @FXML
    private HBox transportRefusal;
    @FXML
    private Label transportRefusalText;
    @FXML
    private Label transportNote;
    @FXML
    private Label transportChanged;
    @FXML
    private VBox transportSheet;
    @FXML
    private VBox transportSheetFields;

    /// @param choosePrompt shows the sheet on which a prompt is chosen
    public TransportController(TransportViewModel transport, PromptViewModel prompts, Sheets sheets,
            Runnable choosePrompt) {
        this.transport = transport;
        this.prompts = prompts;
        this.sheets = sheets;
        this.choosePrompt = choosePrompt;
    }

    @FXML
    private void initialize() {
        bindRun();
        bindFields();
        transportRefusalText.textProperty().bind(transport.refusalProperty());
        transportRefusal.visibleProperty().bind(transport.refusalProperty().isNotEmpty());
        transportRefusal.managedProperty().bind(transportRefusal.visibleProperty());
        transportNote.textProperty().bind(transport.noteProperty());
        transportNote.visibleProperty().bind(transport.noteProperty().isNotEmpty());
        transportNote.managedProperty().bind(transportNote.visibleProperty());
        // It keeps its room: it comes and goes while a run is watched, and nothing may move then.
        transportChanged.visibleProperty().bind(transport.changedProperty().isNotEmpty());
        transportChanged.accessibleTextProperty().bind(transport.changedProperty());
        transportChanged.getTooltip().textProperty().bind(transport.changedProperty());
        // Run is the first thing to press.
        transportRun.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                transportRun.requestFocus();
            }
        });
        transportBar.tightProperty().addListener((property, before, now) -> placeFields(now));
    }

    private void bindRun() {
        transportRun.textProperty().bind(Bindings.createStringBinding(
                () -> Texts.get("transport.run." + transport.actionProperty().get()), transport.actionProperty()));
        transportRun.accessibleTextProperty().bind(transportRun.textProperty());
        transport.actionProperty().addListener((property, before, now) -> showAction(now));
        showAction(transport.actionProperty().get());
        transportRun.disableProperty().bind(Bindings.not(transport.runnableProperty()));
        transportStepStage.disableProperty().bind(Bindings.not(transport.steppableProperty()));
        transportStepToken.disableProperty().bind(Bindings.not(transport.steppableProperty()));
        transportStop.disableProperty().bind(Bindings.not(transport.stoppableProperty()));
        transport.stoppableProperty().addListener((property, before, now) -> {
            if (!now && transportStop.isFocused()) {
                transportRun.requestFocus();
            }
        });
        tip(transportRun, "run", Shortcut.RUN);
        tip(transportStepStage, "stepStage", Shortcut.STEP_STAGE);
        tip(transportStepToken, "stepToken", Shortcut.STEP_TOKEN);
        tip(transportStop, "stop", Shortcut.STOP);
        tip(transportPrompt, "prompt", Shortcut.PROMPT);
        for (Button button : new Button[] {transportStepStage, transportStepToken, transportStop}) {
            button.contentDisplayProperty().bind(Bindings.when(transportBar.roomyProperty())
                    .then(ContentDisplay.LEFT).otherwise(ContentDisplay.GRAPHIC_ONLY));
        }
    }

    private void showAction(RunAction action) {
        transportRunIcon.getStyleClass().setAll("transport-icon", action == RunAction.PAUSE ? "icon-pause" : "icon-run");
    }

    private static void tip(Button button, String name, Shortcut shortcut) {
        button.getTooltip().setText(Texts.get("transport." + name + ".tip") + "  (" + shortcut.firstKey() + ")");
    }

    private void bindFields() {
        transportPolicy.getChoices().setAll(transport.policies());
        transportPolicy.valueProperty().bindBidirectional(transport.policyProperty());
        transportPartition.getChoices().setAll(transport.partitions());
        transportPartition.valueProperty().bindBidirectional(transport.partitionProperty());
        transportTwinPolicy.getChoices().setAll(transport.policies());
        transportTwinPolicy.valueProperty().bindBidirectional(transport.twinPolicyProperty());
        transportTwin.selectedProperty().bindBidirectional(transport.twinProperty());
        transportTwinPolicy.disableProperty().bind(Bindings.not(transport.twinProperty()));
        transportTempo.setMax(transport.lastTempoStep());
        transportTempo.valueProperty().bindBidirectional(transport.tempoStepProperty());
        transportTempoText.textProperty().bind(transport.tempoTextProperty());
        transportTokens.countProperty().bindBidirectional(transport.tokensProperty());
        transportPrompt.textProperty().bind(prompts.promptTextProperty());
        BooleanBinding little = Bindings.not(transportBar.roomyProperty());
        transportPolicy.compactProperty().bind(little);
        transportPartition.compactProperty().bind(little);
    }

    /// Fields that have no room in the bar lie on a sheet.
    private void placeFields(boolean onSheet) {
        if (onSheet) {
            transportBar.setFields(null);
            transportSheetFields.getChildren().setAll(transportFields);
        } else {
            sheets.close(transportSheet);
            transportSheetFields.getChildren().clear();
            transportBar.setFields(transportFields);
        }
    }

    @FXML
    private void run() {
        transport.run();
    }

    @FXML
    private void stepStage() {
        transport.stepStage();
    }

    @FXML
    private void stepToken() {
        transport.stepToken();
    }

    @FXML
    private void stop() {
        transport.stop();
    }

    @FXML
    private void choosePrompt() {
        choosePrompt.run();
    }

    @FXML
    private void more() {
        sheets.show(transportSheet);
    }

    @FXML
    private void closeSheet() {
        sheets.close(transportSheet);
    }
}
