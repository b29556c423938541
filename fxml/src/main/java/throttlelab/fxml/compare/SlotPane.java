package throttlelab.fxml.compare;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import throttlelab.fxml.texts.Texts;

/// One of the two files: what it is called, what is in it, and ways to choose another. Files can be dropped on it.
///
/// The parts have ids made of the letter: `compareOpenA`, `compareRecentA`, `compareRunA`, `compareBaselineA`,
/// `compareNameA`, `compareDetailsA`.
public final class SlotPane extends HBox {

    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");

    private final Label badge = new Label();
    private final Label name = new Label();
    private final Label details = new Label();
    private final Button open = new Button(Texts.get("compare.open"));
    private final MenuButton recent = new MenuButton();
    private final Button run = new Button(Texts.get("compare.run"));
    private final Button baseline = new Button(Texts.get("compare.baseline"));
    private Runnable onOpen = () -> { };
    private Runnable onRun = () -> { };
    private Runnable onBaseline = () -> { };
    private Consumer<List<Path>> onFiles = files -> { };
    private final BooleanProperty runnable = new SimpleBooleanProperty(this, "runnable");
    private String letter = "";

    /// A slot without a file.
    public SlotPane() {
        getStyleClass().add("compare-slot");
        setAlignment(Pos.CENTER_LEFT);
        badge.getStyleClass().add("compare-badge");
        badge.setMinWidth(USE_PREF_SIZE);
        name.getStyleClass().add("compare-slot-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        details.getStyleClass().add("lab-quiet");
        details.setMinWidth(0);
        VBox texts = new VBox(name, details);
        texts.setMinWidth(0);
        setHgrow(texts, Priority.ALWAYS);
        open.setMinWidth(USE_PREF_SIZE);
        recent.getStyleClass().add("compare-recent");
        recent.setMinWidth(USE_PREF_SIZE);
        run.setMinWidth(USE_PREF_SIZE);
        run.disableProperty().bind(runnable.not());
        baseline.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(event -> onOpen.run());
        run.setOnAction(event -> onRun.run());
        baseline.setOnAction(event -> onBaseline.run());
        getChildren().addAll(badge, texts, open, recent, run, baseline);
        Tooltip full = new Tooltip();
        full.textProperty().bind(name.textProperty().concat("\n").concat(details.textProperty()));
        Tooltip.install(texts, full);
        takeFiles(this, files -> onFiles.accept(files));
    }

    /// Has `taker` take the files that are dropped on a node.
    static void takeFiles(Node node, Consumer<List<Path>> taker) {
        node.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
                node.pseudoClassStateChanged(HOVERED, true);
                event.consume();
            }
        });
        node.setOnDragExited(event -> node.pseudoClassStateChanged(HOVERED, false));
        node.setOnDragDropped(event -> {
            List<Path> files = files(event);
            taker.accept(files);
            event.setDropCompleted(!files.isEmpty());
            event.consume();
        });
    }

    private static List<Path> files(DragEvent event) {
        return event.getDragboard().hasFiles()
                ? event.getDragboard().getFiles().stream().map(File::toPath).toList() : List.of();
    }

    /// Which of the two it is.
    public String getLetter() {
        return letter;
    }

    /// Which of the two it is.
    public void setLetter(String which) {
        letter = which;
        badge.setText(which);
        name.setId("compareName" + which);
        details.setId("compareDetails" + which);
        open.setId("compareOpen" + which);
        open.setAccessibleText(Texts.get("compare.open.name", which));
        open.setTooltip(new Tooltip(Texts.get("compare.open.tip", which)));
        recent.setId("compareRecent" + which);
        recent.setAccessibleText(Texts.get("compare.recent.name", which));
        recent.setTooltip(new Tooltip(Texts.get("compare.recent.tip", which)));
        run.setId("compareRun" + which);
        run.setAccessibleText(Texts.get("compare.run.name", which));
        run.setTooltip(new Tooltip(Texts.get("compare.run.tip", which)));
        baseline.setId("compareBaseline" + which);
        baseline.setAccessibleText(Texts.get("compare.baseline.name", which));
        baseline.setTooltip(new Tooltip(Texts.get("compare.baseline.tip", which)));
    }

    /// The file's name.
    public StringProperty nameProperty() {
        return name.textProperty();
    }

    /// What is in it.
    public StringProperty detailsProperty() {
        return details.textProperty();
    }

    /// What is done to choose a file.
    void setOnOpen(Runnable action) {
        onOpen = action;
    }

    /// The menu of the last files.
    ObservableList<MenuItem> recentItems() {
        return recent.getItems();
    }

    /// Whether there is a run to be taken.
    BooleanProperty runnableProperty() {
        return runnable;
    }

    /// What is done to take the present run.
    void setOnRun(Runnable action) {
        onRun = action;
    }

    /// What is done to choose the baseline.
    void setOnBaseline(Runnable action) {
        onBaseline = action;
    }

    /// What is done with files that are dropped here.
    void setOnFiles(Consumer<List<Path>> action) {
        onFiles = action;
    }
}
