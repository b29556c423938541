package throttlelab.fxml.problem;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import throttlelab.fxml.view.Sheets;
import throttlelab.fxml.view.TextClipboard;

/// A sheet that tells of a problem.
public final class ProblemController {

    private final ProblemViewModel problem;
    private final Sheets sheets;
    private final TextClipboard clipboard;

    @FXML
    private VBox problemSheet;
    @FXML
    private Label problemTitle;
    @FXML
    private Label problemSentence;
    @FXML
    private Label problemCount;
    @FXML
    private TextArea problemDetails;

    /// A sheet that shows itself in `sheets` when there is a problem.
    public ProblemController(ProblemViewModel problem, Sheets sheets, TextClipboard clipboard) {
        this.problem = problem;
        this.sheets = sheets;
        this.clipboard = clipboard;
    }

    @FXML
    private void initialize() {
        problemTitle.textProperty().bind(problem.titleProperty());
        problemSentence.textProperty().bind(problem.sentenceProperty());
        problemCount.textProperty().bind(problem.countProperty());
        problemCount.managedProperty().bind(problem.countProperty().isNotEmpty());
        problemDetails.textProperty().bind(problem.detailsProperty());
        problemDetails.visibleProperty().bind(problem.detailsProperty().isNotEmpty());
        problemDetails.managedProperty().bind(problemDetails.visibleProperty());
        problem.openProperty().addListener((property, before, now) -> show(now));
        // However it is taken away, it has been read.
        problemSheet.sceneProperty().addListener((property, before, now) -> {
            if (now == null && problem.openProperty().get()) {
                problem.close();
                show(problem.openProperty().get());
            }
        });
        show(problem.openProperty().get());
    }

    private void show(boolean open) {
        if (open) {
            sheets.show(problemSheet);
        } else {
            sheets.close(problemSheet);
        }
    }

    @FXML
    private void copy() {
        clipboard.put(problem.text());
    }

    @FXML
    private void close() {
        problem.close();
    }
}
