package throttlelab.fxml.prompt;

import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.view.Sheets;

/// The sheet on which a prompt is chosen.
public final class PromptController {

    private static final double LIST_SHARE = 0.95;

    private final PromptViewModel prompts;
    private final Sheets sheets;

    @FXML
    private VBox promptSheet;
    @FXML
    private TextField promptText;
    @FXML
    private ListView<PromptItem> promptList;
    @FXML
    private Label promptCount;
    @FXML
    private Button promptUseText;
    @FXML
    private Button promptChoose;

    /// A sheet that closes itself in `sheets`.
    public PromptController(PromptViewModel prompts, Sheets sheets) {
        this.prompts = prompts;
        this.sheets = sheets;
    }

    @FXML
    private void initialize() {
        promptText.textProperty().bindBidirectional(prompts.textProperty());
        promptList.setItems(prompts.found());
        promptList.setCellFactory(list -> new PromptCell());
        promptCount.textProperty().bind(prompts.countTextProperty());
        promptUseText.disableProperty().bind(Bindings.not(prompts.usableProperty()));
        promptChoose.disableProperty().bind(promptList.getSelectionModel().selectedItemProperty().isNull());
        promptSheet.sceneProperty().addListener((property, before, now) -> {
            if (now != null) {
                opened();
            } else {
                prompts.end();
            }
        });
    }

    private void opened() {
        prompts.begin();
        promptText.selectAll();
        promptList.getSelectionModel().select(prompts.prompt());
        promptList.scrollTo(prompts.prompt());
    }

    /// Down leads from the text to the list. Enter takes the first prompt that was found, or the text itself if there is
    /// none; with Control it takes the text in any case.
    @FXML
    private void textKey(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN) {
            promptList.requestFocus();
            promptList.getSelectionModel().selectFirst();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            if (event.isShortcutDown() || prompts.found().isEmpty()) {
                useText();
            } else {
                promptList.getSelectionModel().selectFirst();
                choose();
            }
            event.consume();
        }
    }

    @FXML
    private void listKey(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            choose();
            event.consume();
        }
    }

    @FXML
    private void choose() {
        if (promptList.getSelectionModel().getSelectedItem() != null) {
            prompts.choose(promptList.getSelectionModel().getSelectedItem());
            close();
        }
    }

    @FXML
    private void useText() {
        if (prompts.usableProperty().get()) {
            prompts.useText();
            close();
        }
    }

    @FXML
    private void close() {
        sheets.close(promptSheet);
    }

    private final class PromptCell extends ListCell<PromptItem> {

        PromptCell() {
            // As wide as the list, but for its scroll bar, so that long prompts break their lines.
            prefWidthProperty().bind(promptList.widthProperty().multiply(LIST_SHARE));
            setWrapText(true);
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && !isEmpty()) {
                    choose();
                }
            });
        }

        @Override
        protected void updateItem(PromptItem item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.id() + "  " + item.text());
        }
    }
}
