package throttlelab.fxml.bet;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Paging;

/// The tab: set-up, board, and below it either what the bet came to or the streams of one cell.
public final class BetController {

    private static final List<Outcome> LEGEND = List.of(Outcome.REFERENCE, Outcome.EQUAL, Outcome.BITS, Outcome.TOKEN,
            Outcome.INCOMPLETE);

    private final BetViewModel bet;
    @FXML
    private ScrollPane betScroll;
    @FXML
    private ProgressBar betProgress;
    @FXML
    private Label betProgressText;
    @FXML
    private BetBoard betBoard;
    @FXML
    private FlowPane betLegend;
    @FXML
    private Label betSoFar;
    @FXML
    private Parent betStreamsView;
    @FXML
    private VBox betResults;
    @FXML
    private SlowdownChart betSlowdowns;

    /// The controller of the tab.
    public BetController(BetViewModel bet) {
        this.bet = bet;
    }

    @FXML
    private void initialize() {
        betProgress.progressProperty().bind(bet.progress().doneProperty());
        betProgressText.textProperty().bind(bet.progress().textProperty());
        betSoFar.textProperty().bind(bet.progress().soFarProperty());
        betBoard.cellsProperty().bind(bet.cellsProperty());
        betBoard.looksProperty().bind(bet.looksProperty());
        betBoard.openedProperty().bind(bet.streams().cellProperty());
        betBoard.onOpenProperty().set(bet::open);
        betSlowdowns.slowdownsProperty().bind(bet.slowdownsProperty());
        betLegend.getChildren().addAll(0, LEGEND.stream().map(BetController::key).toList());
        var opened = Bindings.isNotNull(bet.streams().cellProperty());
        Shown.when(opened, betStreamsView);
        Shown.when(opened.not(), betResults);
        opened.addListener((property, before, now) -> {
            if (now) {
                reveal();
            } else {
                betBoard.requestFocus();
            }
        });
        Paging.listen(betScroll, betScroll);
        // A filter: lists and fields would keep Escape to themselves.
        betScroll.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && opened.get()) {
                bet.streams().close();
                event.consume();
            }
        });
    }

    /// Brings the streams into view when they open.
    private void reveal() {
        Node content = betScroll.getContent();
        betScroll.applyCss();
        betScroll.layout();
        double hidden = content.getLayoutBounds().getHeight() - betScroll.getViewportBounds().getHeight();
        double wanted = betStreamsView.getBoundsInParent().getMaxY() - betScroll.getViewportBounds().getHeight();
        if (hidden > 0 && wanted > betScroll.getVvalue() * hidden) {
            betScroll.setVvalue(Math.min(1, wanted / hidden));
        }
    }

    private static Node key(Outcome outcome) {
        Label symbol = new Label(outcome.symbol());
        symbol.getStyleClass().addAll("bet-key", "bet-key-" + outcome.id());
        Label text = new Label(outcome.text());
        text.getStyleClass().add("lab-quiet");
        HBox key = new HBox(symbol, text);
        key.getStyleClass().add("bet-key-pair");
        return key;
    }
}
