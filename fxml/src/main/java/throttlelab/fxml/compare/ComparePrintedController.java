package throttlelab.fxml.compare;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.ColumnShares;

/// Answers of other systems, prompt by prompt.
public final class ComparePrintedController {

    private final CompareViewModel compare;
    @FXML
    private VBox comparePrinted;
    @FXML
    private TableView<PrintedView.Line> comparePrintedTable;

    /// The controller of the answers.
    public ComparePrintedController(CompareViewModel compare) {
        this.compare = compare;
    }

    @FXML
    private void initialize() {
        var shown = Bindings.isNotNull(compare.printedProperty());
        comparePrinted.visibleProperty().bind(shown);
        comparePrinted.managedProperty().bind(shown);
        comparePrintedTable.getColumns().add(TableColumns.of("prompt", PrintedView.Line::prompt));
        comparePrintedTable.getColumns().add(TableColumns.of("answers", PrintedView.Line::answers, "figure"));
        comparePrintedTable.getColumns().add(TableColumns.of("unique", PrintedView.Line::unique, "figure"));
        comparePrintedTable.getColumns().add(TableColumns.of("printings", PrintedView.Line::printings, "figure"));
        comparePrintedTable.getColumns().add(TableColumns.of("parting", PrintedView.Line::parting));
        ColumnShares.share(comparePrintedTable, 16, 6, 10, 11, 40);
        compare.printedProperty().addListener((property, before, now) -> show());
        show();
    }

    private void show() {
        PrintedView view = compare.printedProperty().get();
        comparePrintedTable.getItems().setAll(view == null ? List.of() : view.lines());
    }
}
