package throttlelab.fxml.shortcuts;

import java.util.ArrayList;
import java.util.List;
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

    /// Of a stack of parts.
    private static final int MOST_LINES = 20;

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
        shortcutsParts.getChildren().setAll(stacks(shortcuts.parts()));
        Paging.listen(shortcutsSheet, shortcutsScroll);
        // What is wider than the sheet breaks its lines.
        DoubleBinding room = Bindings.createDoubleBinding(
                () -> shortcutsParts.getWidth() - shortcutsParts.getInsets().getLeft()
                        - shortcutsParts.getInsets().getRight(),
                shortcutsParts.widthProperty(), shortcutsParts.insetsProperty());
        shortcutsParts.getChildren().forEach(stack -> ((Region) stack).maxWidthProperty().bind(room));
    }

    /// Short parts one below the other, so that a wide window shows all of them at once.
    private static List<VBox> stacks(List<ShortcutsViewModel.Part> parts) {
        List<VBox> stacks = new ArrayList<>();
        int lines = MOST_LINES;
        for (ShortcutsViewModel.Part part : parts) {
            lines += part.lines().size();
            if (lines > MOST_LINES) {
                stacks.add(new VBox());
                lines = part.lines().size();
            }
            stacks.getLast().getChildren().add(part(part));
        }
        stacks.forEach(stack -> stack.getStyleClass().add("shortcuts-stack"));
        return stacks;
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
        VBox whole = new VBox(title, lines);
        whole.getStyleClass().add("shortcuts-part");
        return whole;
    }

    @FXML
    private void close() {
        sheets.close(shortcutsSheet);
    }
}
