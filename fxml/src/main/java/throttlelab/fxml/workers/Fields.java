package throttlelab.fxml.workers;

import javafx.application.Platform;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Text fields that look like labels until somebody edits them: Enter and leaving take the text, Escape drops it.
final class Fields {

    private static final String BEFORE = "text before it was edited";

    private Fields() {
    }

    /// Says what happens to an edited text.
    ///
    /// @param take takes the text as it stands, if it can be taken
    /// @param show shows what holds now, whether the text was taken or not
    static void onEdit(TextField field, Runnable take, Runnable show) {
        Runnable end = () -> {
            if (edited(field)) {
                take.run();
            }
            field.getProperties().remove(BEFORE);
            show.run();
        };
        field.setOnAction(event -> {
            end.run();
            begin(field);
        });
        field.focusedProperty().addListener((property, before, now) -> {
            if (now) {
                begin(field);
            } else {
                end.run();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && edited(field)) {
                field.getProperties().remove(BEFORE);
                show.run();
                begin(field);
                event.consume();
            }
        });
    }

    private static void begin(TextField field) {
        field.getProperties().put(BEFORE, field.getText());
        // A click places the caret after the focus has come.
        Platform.runLater(field::selectAll);
    }

    /// Whether a person has changed the text and it has not been taken yet.
    static boolean edited(TextField field) {
        Object before = field.getProperties().get(BEFORE);
        return before != null && !before.equals(field.getText());
    }
}
