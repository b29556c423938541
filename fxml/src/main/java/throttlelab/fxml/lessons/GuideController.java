package throttlelab.fxml.lessons;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import throttlelab.fxml.texts.Texts;

/// The bar above the tab in which a lesson goes on: what to do, what to watch, and whether it has happened.
public final class GuideController {

    private static final String ACCENT = "accent";

    private final LessonsViewModel lessons;
    private final GivenLessonViewModel given;
    private final LessonCheckViewModel check;
    @FXML
    private Label guideTitle;
    @FXML
    private Label guideDo;
    @FXML
    private Label guideWatch;
    @FXML
    private FlowPane guideSigns;
    @FXML
    private Button guideBack;
    @FXML
    private Button guideNext;
    @FXML
    private Button guidePage;

    /// The controller of the guide.
    public GuideController(LessonsViewModel lessons) {
        this.lessons = lessons;
        this.given = lessons.given();
        this.check = lessons.check();
    }

    @FXML
    private void initialize() {
        given.pageProperty().subscribe(this::show);
        check.signs().subscribe(this::showSigns);
        showSigns();
        check.happenedProperty().subscribe(happened -> accent(guidePage, happened));
        guideNext.textProperty().bind(Bindings.createStringBinding(
                () -> Texts.get(given.doneProperty().get() ? "lessons.next" : "lessons.skip"), given.doneProperty()));
        guideNext.getTooltip().textProperty().bind(Bindings.createStringBinding(
                () -> Texts.get(given.doneProperty().get() ? "lessons.next.tip" : "lessons.skip.tip"),
                given.doneProperty()));
    }

    /// Says which button leads on.
    static void accent(Button button, boolean wanted) {
        button.getStyleClass().remove(ACCENT);
        if (wanted) {
            button.getStyleClass().add(ACCENT);
        }
    }

    private void show(LessonPage page) {
        if (page != null) {
            guideTitle.setText(Texts.get("lessons.guide.title", page.lesson(), page.place(), page.title()));
            text(guideDo, "lessons.guide.do", page.doing());
            text(guideWatch, "lessons.guide.watch", page.watching());
            guideBack.setDisable(page.first());
        }
    }

    private static void text(Label label, String key, List<TextPiece> pieces) {
        label.setText(Texts.get(key, pieces.stream().map(ProseView::plain).collect(Collectors.joining(" "))));
        label.setVisible(!pieces.isEmpty());
        label.setManaged(label.isVisible());
    }

    private void showSigns() {
        guideSigns.getChildren().setAll(check.signs().stream().map(LessonsController::sign).toList());
    }

    @FXML
    private void back() {
        lessons.back();
    }

    @FXML
    private void next() {
        lessons.next();
    }

    @FXML
    private void toPage() {
        lessons.toPage();
    }

    @FXML
    private void close() {
        lessons.close();
    }
}
