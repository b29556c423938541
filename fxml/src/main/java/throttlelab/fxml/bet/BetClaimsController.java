package throttlelab.fxml.bet;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.texts.Texts;

/// What may be said after the bet, and what may not.
public final class BetClaimsController {

    private final BetViewModel bet;
    @FXML
    private VBox betClaims;
    @FXML
    private VBox betValidates;
    @FXML
    private VBox betDoesNotValidate;
    @FXML
    private Label betOpenQuestion;
    @FXML
    private Label betSufficiency;

    /// The controller of the claims.
    public BetClaimsController(BetViewModel bet) {
        this.bet = bet;
    }

    @FXML
    private void initialize() {
        Shown.when(Bindings.isNotNull(bet.verdictProperty()), betClaims);
        bet.verdictProperty().addListener((property, before, now) -> {
            if (now != null) {
                show(now);
            }
        });
    }

    private void show(BetVerdict verdict) {
        betValidates.getChildren().setAll(points("✓", verdict.validates()));
        if (verdict.validates().isEmpty()) {
            betValidates.getChildren().setAll(point("∅", Texts.get("bet.validates.nothing")));
        }
        betDoesNotValidate.getChildren().setAll(points("✗", verdict.doesNotValidate()));
        betOpenQuestion.setText(verdict.openQuestion());
        betSufficiency.setText(verdict.sufficiency());
    }

    private static List<Node> points(String symbol, List<String> sentences) {
        return sentences.stream().map(sentence -> point(symbol, sentence)).toList();
    }

    private static Node point(String symbol, String sentence) {
        Label mark = new Label(symbol);
        mark.getStyleClass().add("bet-point");
        mark.setMinWidth(Region.USE_PREF_SIZE);
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.getStyleClass().add("lab-label");
        HBox.setHgrow(text, Priority.ALWAYS);
        return new HBox(mark, text);
    }
}
