package throttlelab.fxml.bet;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import throttlelab.fxml.control.CountSpinner;
import throttlelab.fxml.texts.Texts;

/// The question, the criteria, what is to be run, and the button that runs it.
public final class BetSetupController {

    private final BetViewModel bet;
    private final BetSetupViewModel setup;
    private final CriteriaPopOver criteria = new CriteriaPopOver();
    @FXML
    private Label betQuestion;
    @FXML
    private Label betRegistered;
    @FXML
    private Hyperlink betCriteria;
    @FXML
    private Button betRun;
    @FXML
    private Tooltip betRunTip;
    @FXML
    private FlowPane betOptions;
    @FXML
    private ComboBox<String> betPolicy;
    @FXML
    private Label betProfiles;
    @FXML
    private CountSpinner betPrompts;
    @FXML
    private CountSpinner betTokens;
    @FXML
    private Button betReset;
    @FXML
    private Label betRefusal;
    @FXML
    private Label betControl;
    @FXML
    private HBox betDeviating;
    @FXML
    private Label betDeviations;

    /// The controller of the set-up.
    public BetSetupController(BetViewModel bet) {
        this.bet = bet;
        this.setup = bet.setup();
    }

    @FXML
    private void initialize() {
        betQuestion.textProperty().bind(setup.questionProperty());
        betRegistered.textProperty().bind(setup.registeredProperty());
        betCriteria.disableProperty().bind(setup.questionProperty().isEmpty());
        betPolicy.getItems().setAll(setup.policies());
        betPolicy.valueProperty().bindBidirectional(setup.policyProperty());
        betOptions.getChildren().addAll(betOptions.getChildren().indexOf(betProfiles) + 1,
                setup.profiles().stream().map(BetSetupController::toggle).toList());
        count(betPrompts, setup.promptsProperty(), setup.mostPromptsProperty());
        count(betTokens, setup.tokensProperty(), setup.mostTokensProperty());
        BooleanBinding going = bet.phaseProperty().isNotEqualTo(BetPhase.IDLE);
        betOptions.disableProperty().bind(going.or(setup.questionProperty().isEmpty()));
        betRun.textProperty().bind(Bindings.createStringBinding(() -> switch (bet.phaseProperty().get()) {
            case IDLE -> Texts.get("bet.run");
            case RUNNING -> Texts.get("bet.cancel");
            case STOPPING -> Texts.get("bet.stopping");
        }, bet.phaseProperty()));
        // Not while it stops: a button that is disabled loses the focus, and the page would jump.
        betRun.disableProperty().bind(bet.refusalProperty().isNotEmpty());
        betRunTip.textProperty().bind(Bindings.when(going).then(Texts.get("bet.cancel.tip"))
                .otherwise(Texts.get("bet.run.tip")));
        betRun.accessibleHelpProperty().bind(betRunTip.textProperty());
        bet.phaseProperty().addListener((property, before, now) -> {
            betRun.getStyleClass().removeAll("accent", "danger");
            betRun.getStyleClass().add(now == BetPhase.IDLE ? "accent" : "danger");
        });
        Shown.text(bet.refusalProperty(), betRefusal);
        Shown.text(setup.controlProperty(), betControl);
        betDeviations.textProperty().bind(Bindings.concat(Texts.get("bet.deviating"), " ", setup.deviationsProperty()));
        betReset.disableProperty().bind(going);
        Shown.when(setup.deviationsProperty().isNotEmpty(), betDeviating);
    }

    private static ToggleButton toggle(ProfileChoice profile) {
        ToggleButton toggle = new ToggleButton(profile.name());
        StringBuilder id = new StringBuilder("betProfile");
        for (String word : profile.name().split("-")) {
            id.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        toggle.setId(id.toString());
        toggle.selectedProperty().bindBidirectional(profile.chosen());
        toggle.setDisable(profile.fixed());
        toggle.setTooltip(new Tooltip(profile.text()));
        toggle.setAccessibleHelp(profile.text());
        return toggle;
    }

    private static void count(CountSpinner spinner, IntegerProperty number, ReadOnlyIntegerProperty most) {
        most.addListener((property, before, now) -> spinner.setLargest(now.intValue()));
        spinner.setLargest(most.get());
        spinner.countProperty().bindBidirectional(number);
    }

    @FXML
    private void runOrCancel() {
        if (bet.phaseProperty().get() == BetPhase.IDLE) {
            bet.run();
        } else {
            bet.cancel();
        }
    }

    @FXML
    private void reset() {
        setup.reset();
    }

    @FXML
    private void showCriteria() {
        criteria.show(betCriteria, setup.sectionsProperty().get());
    }
}
