package throttlelab.fxml.help;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.Paging;
import throttlelab.fxml.view.Sheets;

/// The sheet with all words.
public final class GlossaryController {

    private final Sheets sheets;

    @FXML
    private VBox glossarySheet;
    @FXML
    private ScrollPane glossaryScroll;
    @FXML
    private VBox glossaryWords;

    /// A sheet that closes itself in `sheets`.
    public GlossaryController(Sheets sheets) {
        this.sheets = sheets;
    }

    @FXML
    private void initialize() {
        for (Word word : Word.values()) {
            Label title = new Label(word.title());
            title.getStyleClass().add("lab-heading");
            Label text = new Label(word.text());
            text.setWrapText(true);
            text.getStyleClass().add("lab-label");
            glossaryWords.getChildren().add(new VBox(title, text));
        }
        Paging.listen(glossarySheet, glossaryScroll);
    }

    @FXML
    private void close() {
        sheets.close(glossarySheet);
    }
}
