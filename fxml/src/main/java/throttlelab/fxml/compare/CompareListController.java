package throttlelab.fxml.compare;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.ChoiceBar;
import throttlelab.fxml.control.ColumnShares;
import throttlelab.fxml.texts.Texts;

/// The list of positions, side by side.
public final class CompareListController {

    private final CompareViewModel compare;
    private final ComparePositionsViewModel positions;
    private boolean selecting;
    @FXML
    private VBox compareList;
    @FXML
    private ChoiceBar compareFilter;
    @FXML
    private Button comparePrevious;
    @FXML
    private Button compareNext;
    @FXML
    private Label comparePlace;
    @FXML
    private Label comparePrompt;
    @FXML
    private TableView<CompareRow> compareTable;

    /// The controller of the list.
    public CompareListController(CompareViewModel compare) {
        this.compare = compare;
        this.positions = compare.positions();
    }

    @FXML
    private void initialize() {
        var shown = Bindings.isNotNull(compare.verdictProperty()).and(Bindings.isNull(compare.printedProperty()));
        compareList.visibleProperty().bind(shown);
        compareList.managedProperty().bind(shown);
        compareFilter.getChoices().setAll(positions.filters());
        compareFilter.valueProperty().bindBidirectional(positions.filterProperty());
        comparePrevious.disableProperty().bind(positions.differentProperty().not());
        compareNext.disableProperty().bind(positions.differentProperty().not());
        comparePlace.textProperty().bind(positions.placeProperty());
        comparePrompt.textProperty().bind(positions.promptProperty());
        columns();
        compareTable.setPlaceholder(new Label(Texts.get("compare.list.empty")));
        compareTable.setRowFactory(table -> new MarkedRow());
        positions.rowsProperty().addListener((property, before, now) -> {
            selecting = true;
            compareTable.setItems(now);
            selecting = false;
            compareTable.scrollTo(0);
            select();
        });
        positions.selectedProperty().addListener((property, before, now) -> select());
        compareTable.getSelectionModel().selectedIndexProperty().addListener((property, before, now) -> {
            if (!selecting && now.intValue() >= 0) {
                positions.selectedProperty().set(compareTable.getItems().get(now.intValue()).index());
            }
        });
        compareTable.setItems(positions.rowsProperty().get());
        select();
    }

    private void columns() {
        compareTable.getColumns().add(TableColumns.of("prompt", CompareRow::prompt));
        compareTable.getColumns().add(TableColumns.of("position", row -> Integer.toString(row.position()), "figure"));
        compareTable.getColumns().add(TableColumns.of("mark", row -> row.mark().symbol(), "mark"));
        compareTable.getColumns().add(TableColumns.of("tokenA", CompareRow::tokenA, "mono", "token"));
        compareTable.getColumns().add(TableColumns.of("tokenB", CompareRow::tokenB, "mono", "token"));
        compareTable.getColumns().add(TableColumns.of("logprobA", CompareRow::logprobA, "figure", "logprob"));
        compareTable.getColumns().add(TableColumns.of("logprobB", CompareRow::logprobB, "figure", "logprob"));
        compareTable.getColumns().add(TableColumns.of("bitsA", CompareRow::bitsA, "figure", "logprob"));
        compareTable.getColumns().add(TableColumns.of("bitsB", CompareRow::bitsB, "figure", "logprob"));
        compareTable.getColumns().add(TableColumns.explained("ulps", "ulp", CompareRow::ulps, "figure", "logprob"));
        compareTable.getColumns().add(TableColumns.explained("margin", "margin", CompareRow::margin, "figure"));
        ColumnShares.share(compareTable, 5.5, 4.5, 2.5, 8.7, 8.7, 9.5, 9.5, 7.5, 7.5, 8.6, 6);
    }

    /// Shows in the list what is looked at.
    private void select() {
        int row = compareTable.getItems() instanceof CompareRows rows ? rows.row(positions.selectedProperty().get()) : -1;
        selecting = true;
        if (row < 0) {
            compareTable.getSelectionModel().clearSelection();
        } else if (compareTable.getSelectionModel().getSelectedIndex() != row) {
            compareTable.getSelectionModel().clearAndSelect(row);
            compareTable.getFocusModel().focus(row);
        }
        selecting = false;
        if (row >= 0) {
            compareTable.scrollTo(Math.max(0, row - 2));
        }
    }

    @FXML
    private void next() {
        positions.next();
    }

    @FXML
    private void previous() {
        positions.previous();
    }

    /// A line in the colours of its mark.
    private static final class MarkedRow extends TableRow<CompareRow> {

        @Override
        protected void updateItem(CompareRow line, boolean empty) {
            super.updateItem(line, empty);
            for (PositionMark mark : PositionMark.values()) {
                pseudoClassStateChanged(PseudoClass.getPseudoClass(mark.id()), !empty && line.mark() == mark);
            }
        }
    }
}
