package throttlelab.fxml.compare;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.EventHandler;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Columns;
import throttlelab.fxml.export.ExportSource;
import throttlelab.fxml.control.Paging;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;
import throttlelab.fxml.view.RecentMenu;
import throttlelab.fxml.view.Sheets;

/// The tab: two files above; below them the verdict, the map and how far apart they are; then the positions in a list.
public final class CompareController {

    private static final String CARD = "compare-card-";

    private final CompareViewModel compare;
    private final Dialogs dialogs;
    private final Sheets sheets;
    private final Consumer<ExportSource> export;
    private final EventHandler<KeyEvent> keys = this::pressed;
    @FXML
    private ScrollPane compareScroll;
    @FXML
    private SlotPane compareA;
    @FXML
    private SlotPane compareB;
    @FXML
    private Button compareExport;
    @FXML
    private Label compareMessage;
    @FXML
    private HBox comparePairs;
    @FXML
    private ComboBox<String> comparePair;
    @FXML
    private VBox compareHint;
    @FXML
    private Columns compareOverview;
    @FXML
    private HBox compareCard;
    @FXML
    private Label compareSymbol;
    @FXML
    private Label compareVerdict;
    @FXML
    private Label compareSentence;
    @FXML
    private VBox compareCounts;
    @FXML
    private VBox compareFirstBox;
    @FXML
    private Label compareFirst;
    @FXML
    private Button compareGo;
    @FXML
    private Button compareFind;
    @FXML
    private Tooltip compareFindTip;
    @FXML
    private Label compareProgress;
    @FXML
    private VBox compareMapPanel;
    @FXML
    private PositionMap compareMap;
    @FXML
    private FlowPane compareLegend;
    @FXML
    private VBox compareFigures;
    @FXML
    private UlpChart compareUlps;
    @FXML
    private GridPane compareMargins;
    @FXML
    private VBox comparePath;
    @FXML
    private Columns compareSteps;
    @FXML
    private VBox compareRemarks;

    /// The controller of the tab.
    public CompareController(CompareViewModel compare, Dialogs dialogs, Sheets sheets, Consumer<ExportSource> export) {
        this.compare = compare;
        this.dialogs = dialogs;
        this.sheets = sheets;
        this.export = export;
    }

    @FXML
    private void initialize() {
        slot(compareA, compare.a());
        slot(compareB, compare.b());
        SlotPane.takeFiles(compareScroll, compare::open);
        when(compare.messageProperty().isNotEmpty(), compareMessage);
        when(Bindings.isNotNull(compare.reportProperty()), compareExport);
        compareMessage.textProperty().bind(compare.messageProperty());
        pairs();
        var compared = Bindings.isNotNull(compare.verdictProperty());
        var ours = compared.and(Bindings.isNull(compare.printedProperty()));
        when(compared, compareOverview);
        when(compared.not(), compareHint);
        when(ours, compareMapPanel);
        when(ours, compareFigures);
        when(ours, compareFirstBox);
        compare.verdictProperty().addListener((property, before, now) -> verdict());
        verdict();
        map();
        divergence();
        Paging.listen(compareScroll, compareScroll);
        compareScroll.sceneProperty().addListener((property, before, now) -> {
            if (before != null) {
                before.removeEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
            if (now != null) {
                now.addEventHandler(KeyEvent.KEY_PRESSED, keys);
            }
        });
    }

    private static void when(ObservableBooleanValue condition, Node node) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private void slot(SlotPane pane, CompareSlotViewModel slot) {
        pane.nameProperty().bind(slot.nameProperty());
        pane.detailsProperty().bind(slot.detailsProperty());
        pane.setOnOpen(() -> dialogs.chooseOpen(Texts.get("compare.open.title", pane.getLetter()), FileType.COMPARABLE)
                .ifPresent(slot::open));
        RecentMenu.fill(pane.recentItems(), compare.recentFiles(), slot::open);
        pane.setOnBaseline(slot::openBaseline);
        pane.setOnRun(slot::openRun);
        pane.runnableProperty().bind(compare.runnableProperty());
        pane.setOnFiles(files -> {
            if (files.size() == 1) {
                slot.open(files.getFirst());
            } else {
                compare.open(files);
            }
        });
    }

    private void pairs() {
        comparePair.setItems(compare.pairs());
        when(Bindings.size(compare.pairs()).greaterThan(1), comparePairs);
        compare.pairProperty().addListener((property, before, now) ->
                comparePair.getSelectionModel().clearAndSelect(now.intValue()));
        comparePair.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (now.intValue() >= 0) {
                compare.pairProperty().set(now.intValue());
            }
        });
    }

    private void verdict() {
        CompareVerdict verdict = compare.verdictProperty().get();
        if (verdict == null) {
            return;
        }
        compareCard.getStyleClass().removeIf(name -> name.startsWith(CARD));
        compareCard.getStyleClass().add(CARD + verdict.id());
        compareSymbol.setText(verdict.symbol());
        compareVerdict.setText(verdict.name());
        compareSentence.setText(verdict.sentence());
        compareCard.setAccessibleText(verdict.name() + ". " + verdict.sentence());
        compareCounts.getChildren().setAll(verdict.counts().stream().map(text -> label(text, "lab-label")).toList());
        compareCounts.getChildren().addAll(verdict.reasons().stream().map(text -> label(text, "lab-quiet")).toList());
    }

    private static Label label(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll(styles);
        return label;
    }

    private void map() {
        compareMap.cellsProperty().bind(compare.positions().cellsProperty());
        compareMap.selectedProperty().bindBidirectional(compare.positions().selectedProperty());
        compareUlps.barsProperty().bind(compare.positions().barsProperty());
        compareLegend.getChildren().setAll(Arrays.stream(PositionMark.values()).map(CompareController::key).toList());
        compare.positions().marginsProperty().addListener((property, before, now) -> margins(now));
        margins(compare.positions().marginsProperty().get());
    }

    private static Node key(PositionMark mark) {
        HBox key = new HBox(label(mark.symbol(), "compare-key", "compare-key-" + mark.id()),
                label(mark.text(), "lab-quiet"));
        key.getStyleClass().add("compare-key-pair");
        return key;
    }

    private void margins(List<MarginLine> lines) {
        compareMargins.getChildren().clear();
        compareMargins.addRow(0, head(""), head("positions"), head("least"), head("median"), head("most"));
        for (int row = 0; row < lines.size(); row++) {
            MarginLine line = lines.get(row);
            Label mark = label(line.mark().symbol(), "compare-key", "compare-key-" + line.mark().id());
            mark.setAccessibleText(line.mark().text());
            mark.setTooltip(new Tooltip(line.mark().text()));
            compareMargins.addRow(row + 1, mark, figure(line.positions()), figure(line.least()), figure(line.median()),
                    figure(line.most()));
        }
        if (lines.isEmpty()) {
            compareMargins.getChildren().setAll(label(Texts.get("compare.margins.none"), "lab-quiet"));
        }
    }

    private static Label head(String column) {
        return label(column.isEmpty() ? "" : Texts.get("compare.margins." + column), "lab-quiet");
    }

    private static Label figure(String text) {
        return label(text, "lab-label", "lab-mono");
    }

    private void divergence() {
        CompareDivergenceViewModel divergence = compare.divergence();
        compareFirst.textProperty().bind(divergence.sentenceProperty());
        var parted = Bindings.createBooleanBinding(() -> !divergence.pathProperty().get().isEmpty(),
                divergence.pathProperty());
        when(divergence.foundProperty(), comparePath);
        when(parted, compareGo);
        when(parted, compareFind);
        compareFind.textProperty().bind(Bindings.when(divergence.searchingProperty())
                .then(Texts.get("compare.stop")).otherwise(Texts.get("compare.find")));
        compareFindTip.textProperty().bind(Bindings.when(divergence.searchingProperty())
                .then(Texts.get("compare.stop.tip")).otherwise(Texts.get("compare.find.tip")));
        compareFind.disableProperty().bind(divergence.findableProperty().or(divergence.searchingProperty()).not());
        compareProgress.textProperty().bind(divergence.progressProperty());
        when(divergence.progressProperty().isNotEmpty(), compareProgress);
        divergence.pathProperty().addListener((property, before, now) -> steps());
        divergence.remarksProperty().addListener((property, before, now) -> steps());
        divergence.foundProperty().addListener((property, before, now) -> reveal(now));
        steps();
    }

    /// Brings the path into view when it is found.
    private void reveal(boolean found) {
        if (found) {
            compareScroll.applyCss();
            compareScroll.layout();
            compareScroll.setVvalue(1);
        }
    }

    private void steps() {
        List<PathCard> cards = compare.divergence().pathProperty().get();
        compareSteps.getChildren().setAll(cards.stream().map(card -> step(card, card != cards.getLast())).toList());
        compareRemarks.getChildren().setAll(compare.divergence().remarksProperty().get().stream()
                .map(text -> label(text, "lab-label")).toList());
    }

    private static Pane step(PathCard card, boolean more) {
        VBox step = new VBox(label(card.level() + (more ? "  →" : ""), "lab-caption"),
                label(card.value(), "lab-mono", "compare-step-value"), label(card.sentence(), "lab-label"),
                label(card.source(), "lab-quiet"));
        step.getStyleClass().add("compare-step");
        return step;
    }

    private void pressed(KeyEvent event) {
        if (sheets.open() || event.isShortcutDown() || event.isAltDown() || event.getTarget() instanceof TextInputControl) {
            return;
        }
        if (event.getCode() == KeyCode.P || event.getCode() == KeyCode.F3 && event.isShiftDown()) {
            compare.positions().previous();
            event.consume();
        } else if (event.getCode() == KeyCode.N || event.getCode() == KeyCode.F3) {
            compare.positions().next();
            event.consume();
        }
    }

    @FXML
    private void export() {
        export.accept(compare.reportProperty().get());
    }

    @FXML
    private void swap() {
        compare.swap();
    }

    @FXML
    private void goToFirst() {
        compare.divergence().goToFirst();
    }

    @FXML
    private void find() {
        if (compare.divergence().searchingProperty().get()) {
            compare.divergence().stop();
        } else {
            compare.divergence().find();
        }
    }

    @FXML
    private void farther() {
        compareMap.zoomOut();
    }

    @FXML
    private void fit() {
        compareMap.fit();
    }

    @FXML
    private void closer() {
        compareMap.zoomIn();
    }
}
