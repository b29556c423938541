package throttlelab.fxml.about;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import throttlelab.fxml.view.Sheets;
import throttlelab.fxml.view.TextClipboard;

/// The sheet that tells what the program is made of.
public final class AboutController {

    private final AboutViewModel about;
    private final Sheets sheets;
    private final TextClipboard clipboard;

    @FXML
    private VBox aboutSheet;
    @FXML
    private GridPane aboutLines;
    @FXML
    private TextArea aboutNotices;

    /// A sheet that closes itself in `sheets`.
    public AboutController(AboutViewModel about, Sheets sheets, TextClipboard clipboard) {
        this.about = about;
        this.sheets = sheets;
        this.clipboard = clipboard;
    }

    @FXML
    private void initialize() {
        aboutNotices.textProperty().bind(about.noticesProperty());
        aboutSheet.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                show(about.lines());
                about.read();
            }
        });
    }

    private void show(List<AboutViewModel.Line> lines) {
        aboutLines.getChildren().clear();
        for (int row = 0; row < lines.size(); row++) {
            Label name = new Label(lines.get(row).name());
            name.getStyleClass().add("lab-quiet");
            name.setMinWidth(Label.USE_PREF_SIZE);
            Label value = new Label(lines.get(row).value());
            value.getStyleClass().addAll("lab-label", "lab-mono");
            value.setWrapText(true);
            value.setMinHeight(Label.USE_PREF_SIZE);
            aboutLines.addRow(row, name, value);
        }
    }

    @FXML
    private void copy() {
        StringBuilder text = new StringBuilder();
        about.lines().forEach(line -> text.append(line.name()).append(": ").append(line.value()).append('\n'));
        clipboard.put(text.toString());
    }

    @FXML
    private void close() {
        sheets.close(aboutSheet);
    }
}
