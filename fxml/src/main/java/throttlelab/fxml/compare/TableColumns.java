package throttlelab.fxml.compare;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import throttlelab.fxml.help.Glossary;
import throttlelab.fxml.texts.Texts;

/// Makes the columns of tables that are read and not edited or sorted.
final class TableColumns {

    private TableColumns() {
    }

    /// A column of texts.
    ///
    /// @param what the end of the key of its heading
    /// @param styles style classes of its cells
    static <T> TableColumn<T, String> of(String what, Function<T, String> text, String... styles) {
        TableColumn<T, String> column = new TableColumn<>(Texts.get("compare.column." + what));
        column.setCellValueFactory(line -> new ReadOnlyStringWrapper(text.apply(line.getValue())));
        column.setSortable(false);
        column.setReorderable(false);
        column.setEditable(false);
        column.getStyleClass().addAll(styles);
        column.setId("compareColumn" + what);
        return column;
    }

    /// A column of texts whose heading is a word of the glossary.
    ///
    /// @param word its id there
    static <T> TableColumn<T, String> explained(String what, String word, Function<T, String> text, String... styles) {
        TableColumn<T, String> column = of(what, text, styles);
        Glossary.setWord(column, word);
        return column;
    }
}
