package throttlelab.fxml.proof;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.CountSpinner;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.TextClipboard;

/// The seeded search: what it shows, its set-up, the button that runs it, and what it found.
public final class SearchController {

    /// Their sum still fits the field of the seed.
    private static final int MOST_RUNS = 999;
    private static final int LARGEST_SEED = 9000;

    private final SearchViewModel search;
    private final TextClipboard clipboard;
    @FXML
    private Button searchRun;
    @FXML
    private FlowPane searchOptions;
    @FXML
    private ComboBox<String> searchPolicy;
    @FXML
    private CountSpinner searchRuns;
    @FXML
    private CountSpinner searchSeed;
    @FXML
    private Label searchRefusal;
    @FXML
    private ProgressBar searchProgress;
    @FXML
    private Label searchText;
    @FXML
    private HBox searchCard;
    @FXML
    private Label searchSymbol;
    @FXML
    private Label searchSentence;
    @FXML
    private VBox searchFacts;
    @FXML
    private FlowPane searchAgain;
    @FXML
    private Button searchReplay;

    /// The controller of the search.
    public SearchController(SearchViewModel search, TextClipboard clipboard) {
        this.search = search;
        this.clipboard = clipboard;
    }

    @FXML
    private void initialize() {
        searchPolicy.getItems().setAll(search.policies());
        searchPolicy.valueProperty().bindBidirectional(search.policyProperty());
        searchRuns.setLargest(MOST_RUNS);
        searchRuns.countProperty().bindBidirectional(search.runsProperty());
        searchSeed.setLargest(LARGEST_SEED);
        searchSeed.countProperty().bindBidirectional(search.seedProperty());
        searchOptions.disableProperty().bind(search.task().phaseProperty().isNotEqualTo(ProofPhase.IDLE));
        ProofTaskPane.button(searchRun, search.task(), Texts.get("proof.search.run"), Texts.get("proof.search.run.tip"));
        ProofTaskPane.progress(searchProgress, searchText, searchRefusal, search.task());
        searchReplay.textProperty().bind(Bindings.createStringBinding(
                () -> Texts.get("proof.search.replay", Long.toString(search.failedProperty().get())),
                search.failedProperty()));
        searchReplay.disableProperty().bind(search.task().phaseProperty().isNotEqualTo(ProofPhase.IDLE)
                .or(search.task().refusalProperty().isNotEmpty()));
        ProofTaskPane.when(search.failedProperty().isNotEqualTo(SearchViewModel.NONE), searchAgain);
        search.sentenceProperty().addListener((property, before, now) -> sentence());
        sentence();
    }

    private void sentence() {
        ProofTaskPane.show(search.sentenceProperty().get(), searchCard, searchSymbol, searchSentence, searchFacts);
    }

    @FXML
    private void runOrCancel() {
        if (search.task().phaseProperty().get() == ProofPhase.IDLE) {
            search.run();
        } else {
            search.task().cancel();
        }
    }

    @FXML
    private void replay() {
        search.replay();
    }

    @FXML
    private void copy() {
        clipboard.put(search.commandProperty().get());
    }
}
