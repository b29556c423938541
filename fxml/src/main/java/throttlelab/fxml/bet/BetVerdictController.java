package throttlelab.fxml.bet;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import throttlelab.fxml.export.ExportSource;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;

/// What the bet came to, what it cost, and where its result is to be kept.
public final class BetVerdictController {

    private static final String CARD = "bet-card-";

    private final BetViewModel bet;
    private final Dialogs dialogs;
    private final Consumer<ExportSource> export;
    @FXML
    private HBox betVerdictCard;
    @FXML
    private Label betVerdictSymbol;
    @FXML
    private Label betVerdictName;
    @FXML
    private Label betVerdictSentence;
    @FXML
    private VBox betVerdictDetails;
    @FXML
    private VBox betReasons;
    @FXML
    private Label betControlVerdict;
    @FXML
    private Label betCounts;
    @FXML
    private Label betObserved;
    @FXML
    private GridPane betPrices;
    @FXML
    private Label betAudit;
    @FXML
    private Label betBaseline;
    @FXML
    private Label betAsRegistered;
    @FXML
    private Label betSaved;

    /// The controller of the verdict.
    public BetVerdictController(BetViewModel bet, Dialogs dialogs, Consumer<ExportSource> export) {
        this.bet = bet;
        this.dialogs = dialogs;
        this.export = export;
    }

    @FXML
    private void initialize() {
        Shown.when(Bindings.isNotNull(bet.verdictProperty()), betVerdictDetails);
        Shown.text(bet.savedProperty(), betSaved);
        bet.verdictProperty().addListener((property, before, now) -> show());
        bet.phaseProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        BetVerdict verdict = bet.verdictProperty().get();
        betVerdictCard.getStyleClass().removeIf(name -> name.startsWith(CARD));
        if (verdict == null) {
            String key = bet.phaseProperty().get() == BetPhase.IDLE ? "bet.none" : "bet.going";
            card("open", "?", Texts.get(key), Texts.get(key + ".text"));
            return;
        }
        card(verdict.id(), verdict.symbol(), verdict.name(), verdict.sentence());
        betReasons.getChildren().setAll(verdict.reasons().stream().map(BetVerdictController::sentence).toList());
        betReasons.setManaged(!verdict.reasons().isEmpty());
        text(betControlVerdict, verdict.control());
        betCounts.setText(verdict.counts());
        betObserved.setText(verdict.observed());
        betAudit.setText(verdict.audit());
        betBaseline.setText(verdict.baseline());
        betAsRegistered.setText(verdict.registered());
        prices(verdict.prices());
    }

    private void card(String id, String symbol, String name, String sentence) {
        betVerdictCard.getStyleClass().add(CARD + id);
        betVerdictSymbol.setText(symbol);
        betVerdictName.setText(name);
        betVerdictSentence.setText(sentence);
        betVerdictCard.setAccessibleText(name + ". " + sentence);
    }

    private static void text(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(!text.isEmpty());
    }

    private static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("lab-label");
        return label;
    }

    private void prices(List<ProfilePrice> prices) {
        betPrices.getChildren().clear();
        betPrices.addRow(0, head("profile"), head("wall"), head("times"), head("waiting"), head("audit"));
        for (int row = 0; row < prices.size(); row++) {
            ProfilePrice price = prices.get(row);
            betPrices.addRow(row + 1, cell(price.profile()), number(price.wall()), number(price.times()),
                    number(price.waiting()), number(price.audit()));
        }
    }

    private static Label head(String column) {
        Label label = new Label(Texts.get("bet.price." + column));
        label.getStyleClass().add("lab-quiet");
        return label;
    }

    private static Label cell(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("lab-label");
        return label;
    }

    private static Label number(String text) {
        Label label = cell(text);
        label.getStyleClass().add("lab-mono");
        return label;
    }

    @FXML
    private void export() {
        export.accept(bet.reportProperty().get());
    }

    @FXML
    private void save() {
        dialogs.chooseSave(Texts.get("bet.save.title"), FileType.RECORDING, BetViewModel.SAVED_NAME).ifPresent(bet::save);
    }
}
