package throttlelab.fxml.lessons;

import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.texts.Texts;

/// A lesson in the list: its title, and how far it is done.
final class LessonCell extends ListCell<LessonItem> {

    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");

    private static final double SIDES = 24;

    private final Label mark = new Label();
    private final Label title = new Label();
    private final Label state = new Label();
    private final VBox words = new VBox(title, state);
    private final HBox box = new HBox(mark, words);

    LessonCell() {
        mark.getStyleClass().add("lessons-cell-mark");
        title.getStyleClass().add("lessons-cell-title");
        title.setWrapText(true);
        state.getStyleClass().add("lab-quiet");
        box.getStyleClass().add("lessons-cell");
        HBox.setHgrow(words, Priority.ALWAYS);
        // A cell is as wide as the list, so that a long title breaks.
        setPrefWidth(0);
        box.maxWidthProperty().bind(widthProperty().subtract(SIDES));
        title.setMinHeight(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(LessonItem item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        mark.setText(item.finished() ? "✓" : item.done() > 0 ? "◐" : "○");
        mark.pseudoClassStateChanged(DONE, item.finished());
        title.setText(item.title());
        state.setText(Texts.get(item.finished() ? "lessons.state.done" : item.done() > 0 ? "lessons.state.begun"
                : "lessons.state.new", item.done(), item.steps()));
        setAccessibleText(Texts.get("lessons.item", item.title(), state.getText()));
        setGraphic(box);
    }
}
