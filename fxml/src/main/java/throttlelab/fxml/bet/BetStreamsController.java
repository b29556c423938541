package throttlelab.fxml.bet;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import throttlelab.fxml.streams.StreamGrid;
import throttlelab.fxml.texts.Texts;

/// The streams of one cell, token under token.
public final class BetStreamsController {

    private final BetStreamsViewModel streams;
    @FXML
    private Label betStreamsTitle;
    @FXML
    private Label betStreamsPrompt;
    @FXML
    private Label betStreamsSummary;
    @FXML
    private StreamGrid betStreamsGrid;
    @FXML
    private Label betStreamsReference;
    @FXML
    private Label betStreamsActual;
    @FXML
    private Label betStreamsDistance;

    /// The controller of the streams.
    public BetStreamsController(BetStreamsViewModel streams) {
        this.streams = streams;
    }

    @FXML
    private void initialize() {
        betStreamsTitle.textProperty().bind(streams.titleProperty());
        betStreamsPrompt.textProperty().bind(streams.promptProperty());
        betStreamsSummary.textProperty().bind(streams.summaryProperty());
        betStreamsGrid.linesProperty().bind(streams.linesProperty());
        betStreamsGrid.revisionProperty().bind(streams.revisionProperty());
        betStreamsGrid.selectedProperty().bindBidirectional(streams.selectedProperty());
        betStreamsGrid.accessibleTextProperty().bind(Bindings.concat(Texts.get("bet.streams.list"), ". ",
                streams.referenceTextProperty(), " ", streams.actualTextProperty(), " ",
                streams.distanceTextProperty()));
        betStreamsReference.textProperty().bind(streams.referenceTextProperty());
        betStreamsActual.textProperty().bind(streams.actualTextProperty());
        betStreamsDistance.textProperty().bind(streams.distanceTextProperty());
    }

    @FXML
    private void close() {
        streams.close();
    }
}
