package throttlelab.fxml.shortcuts;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Paging;
import throttlelab.fxml.view.Sheets;

/// The sheet of shortcuts.
public final class ShortcutsController {

    private final ShortcutsViewModel shortcuts;
    private final Sheets sheets;

    @FXML
    private VBox shortcutsSheet;
    @FXML
    private ScrollPane shortcutsScroll;
    @FXML
    private FlowPane shortcutsParts;

    /// A sheet that closes itself in `sheets`.
    public ShortcutsController(ShortcutsViewModel shortcuts, Sheets sheets) {
        this.shortcuts = shortcuts;
        this.sheets = sheets;
    }

    @FXML
    private void initialize() {
        shortcutsParts.getChildren().setAll(shortcuts.parts().stream().map(ShortcutsController::part).toList());
        Paging.listen(shortcutsSheet, shortcutsScroll);
        // What is wider than the sheet breaks its lines.
        DoubleBinding room = Bindings.createDoubleBinding(
                () -> shortcutsParts.getWidth() - shortcutsParts.getInsets().getLeft()
                        - shortcutsParts.getInsets().getRight(),
                shortcutsParts.widthProperty(), shortcutsParts.insetsProperty());
        shortcutsParts.getChildren().forEach(part -> ((Region) part).maxWidthProperty().bind(room));
    }

    private static Region part(ShortcutsViewModel.Part part) {
        Label title = new Label(part.title());
        title.getStyleClass().add("lab-caption");
        GridPane lines = new GridPane();
        lines.getStyleClass().add("shortcuts-lines");
        for (int row = 0; row < part.lines().size(); row++) {
            Label keys = new Label(part.lines().get(row).keys());
            keys.getStyleClass().addAll("shortcuts-keys", "lab-mono");
            keys.setMinWidth(Label.USE_PREF_SIZE);
            Label text = new Label(part.lines().get(row).text());
            text.getStyleClass().add("lab-label");
            text.setWrapText(true);
            text.setLabelFor(keys);
            lines.addRow(row, keys, text);
        }
        return new VBox(title, lines);
    }

    @FXML
    private void close() {
        sheets.close(shortcutsSheet);
    }
}
