package throttlelab.fxml.proof;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.ColumnShares;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;
import throttlelab.fxml.view.TextClipboard;

/// The invariance matrix: what it shows, the buttons that run, load and write it, a line for each row.
public final class MatrixController {

    private final MatrixViewModel matrix;
    private final Dialogs dialogs;
    private final TextClipboard clipboard;
    @FXML
    private Button matrixRun;
    @FXML
    private Label matrixRefusal;
    @FXML
    private ProgressBar matrixProgress;
    @FXML
    private Label matrixText;
    @FXML
    private HBox matrixCard;
    @FXML
    private Label matrixSymbol;
    @FXML
    private Label matrixSentence;
    @FXML
    private VBox matrixFacts;
    @FXML
    private Button matrixRunChosen;
    @FXML
    private Button matrixCopy;
    @FXML
    private Button matrixOpen;
    @FXML
    private Button matrixSave;
    @FXML
    private Button matrixExport;
    @FXML
    private Label matrixSaved;
    @FXML
    private TableView<MatrixLine> matrixTable;
    @FXML
    private TextField matrixCommand;
    @FXML
    private Label matrixNote;
    private Set<String> ran = Set.of();

    /// The controller of the matrix.
    public MatrixController(MatrixViewModel matrix, Dialogs dialogs, TextClipboard clipboard) {
        this.matrix = matrix;
        this.dialogs = dialogs;
        this.clipboard = clipboard;
    }

    @FXML
    private void initialize() {
        ProofTaskPane.button(matrixRun, matrix.task(), Texts.get("proof.matrix.run"), Texts.get("proof.matrix.run.tip"));
        ProofTaskPane.progress(matrixProgress, matrixText, matrixRefusal, matrix.task());
        matrix.sentenceProperty().addListener((property, before, now) -> sentence());
        sentence();
        ProofTaskPane.when(matrixNote.textProperty().isNotEmpty(), matrixNote);
        matrixSaved.textProperty().bind(matrix.savedProperty());
        ProofTaskPane.when(matrix.savedProperty().isNotEmpty(), matrixSaved);
        var going = matrix.task().phaseProperty().isNotEqualTo(ProofPhase.IDLE);
        var none = Bindings.isEmpty(matrixTable.getSelectionModel().getSelectedItems());
        matrixRunChosen.disableProperty().bind(going.or(matrix.task().refusalProperty().isNotEmpty()).or(none));
        matrixCopy.disableProperty().bind(none);
        matrixOpen.disableProperty().bind(going);
        matrixSave.disableProperty().bind(Bindings.isNull(matrix.sentenceProperty()));
        matrixExport.disableProperty().bind(Bindings.isNull(matrix.sentenceProperty()));
        table();
        matrixTable.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> details());
        details();
    }

    /// All of the row that was chosen last.
    private void details() {
        MatrixLine line = matrixTable.getSelectionModel().getSelectedItem();
        matrixCommand.setText(line == null ? "" : line.command());
        matrixNote.setText(line == null ? "" : line.note());
    }

    private void sentence() {
        ProofTaskPane.show(matrix.sentenceProperty().get(), matrixCard, matrixSymbol, matrixSentence, matrixFacts);
        if (matrix.sentenceProperty().get() != null) {
            // A line that changes is no longer chosen.
            matrixTable.getItems().stream().filter(line -> ran.contains(line.id()))
                    .forEach(matrixTable.getSelectionModel()::select);
        }
    }

    private void table() {
        matrixTable.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        matrixTable.setPlaceholder(new Label(Texts.get("proof.matrix.empty")));
        column("state", line -> line.state().text(), "state");
        column("varied", MatrixLine::varied);
        column("cell", MatrixLine::cell);
        column("comparisons", MatrixLine::comparisons, "figure");
        column("divergences", MatrixLine::divergences, "figure");
        column("id", MatrixLine::id, "mono");
        ColumnShares.share(matrixTable, 11, 27, 20, 15, 11, 16);
        matrixTable.setRowFactory(table -> new StateRow());
        matrixTable.setItems(matrix.lines());
        matrixTable.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
                copy();
                event.consume();
            }
        });
    }

    private void column(String what, Function<MatrixLine, String> text, String... styles) {
        TableColumn<MatrixLine, String> column = new TableColumn<>(Texts.get("proof.matrix.column." + what));
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(text.apply(line.getValue())));
        column.setCellFactory(own -> new WrappedCell());
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().addAll(styles);
        matrixTable.getColumns().add(column);
    }

    private Set<String> chosen() {
        return matrixTable.getSelectionModel().getSelectedItems().stream().map(MatrixLine::id)
                .collect(Collectors.toSet());
    }

    @FXML
    private void runOrCancel() {
        if (matrix.task().phaseProperty().get() == ProofPhase.IDLE) {
            ran = Set.of();
            matrix.run(ran);
        } else {
            matrix.task().cancel();
        }
    }

    @FXML
    private void runChosen() {
        ran = chosen();
        matrix.run(ran);
    }

    @FXML
    private void copy() {
        clipboard.put(matrixTable.getSelectionModel().getSelectedItems().stream().map(MatrixLine::command)
                .collect(Collectors.joining("\n")));
    }

    @FXML
    private void open() {
        dialogs.chooseOpen(Texts.get("proof.matrix.open.title"), FileType.JSON).ifPresent(matrix::load);
    }

    @FXML
    private void save() {
        dialogs.chooseSave(Texts.get("proof.matrix.save.title"), FileType.JSON, matrix.proposedName())
                .ifPresent(matrix::save);
    }

    @FXML
    private void export() {
        dialogs.chooseSave(Texts.get("proof.matrix.export.title"), FileType.HTML,
                matrix.proposedName().replace(".json", ".html")).ifPresent(matrix::export);
    }

    /// As high as its text needs in its column: in a small window, or in large text, no column has room for all of it
    /// on one line.
    private static final class WrappedCell extends TableCell<MatrixLine, String> {

        private WrappedCell() {
            setWrapText(true);
        }

        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
        }

        /// The skin of a cell keeps its text off the bottom padding twice.
        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? getTableColumn().getWidth() : width)
                    + getPadding().getBottom();
        }
    }

    /// A line in the colours of its state; all of it, and what it ran on, is told to eyes that rest on it.
    private static final class StateRow extends TableRow<MatrixLine> {

        private final Tooltip tooltip = new Tooltip();

        @Override
        protected void updateItem(MatrixLine line, boolean empty) {
            super.updateItem(line, empty);
            for (MatrixState state : MatrixState.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(state.id()), !empty && line.state() == state);
            }
            if (!empty) {
                tooltip.setText(String.join("\n", line.varied(), line.cell(), line.command(), line.note()).strip());
            }
            setTooltip(empty ? null : tooltip);
        }
    }
}
