package throttlelab.fxml.control;

import javafx.scene.control.ConstrainedColumnResizeBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/// Gives every column of a table its share of the width, by the preferred widths, whichever width the table had before.
/// JavaFX's own policies move what a narrow table took from one column to another, and never give it back.
@SuppressWarnings({"rawtypes", "unchecked"})
public final class ColumnShares extends ConstrainedColumnResizeBase
        implements Callback<TableView.ResizeFeatures, Boolean> {

    private static final ColumnShares ALL = new ColumnShares();

    private ColumnShares() {
    }

    /// Has a table share its width out.
    ///
    /// @param shares of its columns, in order, in any unit
    public static void share(TableView<?> table, double... shares) {
        for (int column = 0; column < shares.length; column++) {
            TableColumn<?, ?> each = table.getColumns().get(column);
            each.setPrefWidth(shares[column]);
            each.setMinWidth(0);
            each.setResizable(false);
        }
        table.setColumnResizePolicy(ALL);
    }

    @Override
    public Boolean call(TableView.ResizeFeatures features) {
        if (features.getColumn() != null) {
            return false;
        }
        double left = features.getContentWidth();
        double shares = 0;
        for (Object each : features.getTable().getVisibleLeafColumns()) {
            shares += ((TableColumnBase<?, ?>) each).getPrefWidth();
        }
        for (Object each : features.getTable().getVisibleLeafColumns()) {
            TableColumnBase<?, ?> column = (TableColumnBase<?, ?>) each;
            // What rounding leaves is for the columns that follow.
            double width = Math.floor(left * column.getPrefWidth() / shares);
            features.setColumnWidth(column, width);
            left -= width;
            shares -= column.getPrefWidth();
        }
        return true;
    }
}
