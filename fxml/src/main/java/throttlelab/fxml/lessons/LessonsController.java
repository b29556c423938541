package throttlelab.fxml.lessons;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import throttlelab.fxml.control.EmBox;
import throttlelab.fxml.control.Paging;
import throttlelab.fxml.texts.Texts;
import throttlelab.fxml.view.Dialogs;

/// The tab: the lessons on the left, a page of one on the right.
public final class LessonsController {

    private static final double NARROW_EMS = 52;
    private static final double GAP = 9;
    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");
    private static final PseudoClass HAPPENED = PseudoClass.getPseudoClass("happened");

    private final LessonsViewModel lessons;
    private final LessonListViewModel list;
    private final GivenLessonViewModel given;
    private final LessonCheckViewModel check;
    private final Dialogs dialogs;
    private final List<QuestionView> questions = new ArrayList<>();
    private final VBox signs = new VBox();
    private final VBox evidence = new VBox();
    @FXML
    private EmBox lessonsBox;
    @FXML
    private BorderPane lessonsPane;
    @FXML
    private VBox lessonsSide;
    @FXML
    private ListView<LessonItem> lessonsList;
    @FXML
    private Label lessonsRefused;
    @FXML
    private ScrollPane lessonsScroll;
    @FXML
    private VBox lessonsText;
    @FXML
    private Button lessonsBack;
    @FXML
    private Label lessonsRefusal;
    @FXML
    private Button lessonsGo;
    @FXML
    private Button lessonsNext;

    /// The controller of the tab.
    public LessonsController(LessonsViewModel lessons, Dialogs dialogs) {
        this.lessons = lessons;
        this.list = lessons.lessons();
        this.given = lessons.given();
        this.check = lessons.check();
        this.dialogs = dialogs;
    }

    @FXML
    private void initialize() {
        lessonsList.setItems(list.items());
        lessonsList.setCellFactory(list -> new LessonCell());
        lessonsList.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                list.choose(now);
            }
        });
        list.openProperty().addListener((property, before, now) -> lessonsList.getSelectionModel().select(now));
        lessonsRefused.textProperty().bind(Bindings.createStringBinding(() -> String.join("\n\n", list.refused()),
                list.refused()));
        onlyWhen(lessonsRefused, lessonsRefused.textProperty().isNotEmpty());
        lessonsRefusal.textProperty().bind(lessons.refusalProperty());
        onlyWhen(lessonsRefusal, lessons.refusalProperty().isNotEmpty());
        BorderPane.setMargin(lessonsSide, new Insets(0, GAP, 0, 0));
        lessonsBox.emsProperty().subscribe(ems -> place(ems.doubleValue() < NARROW_EMS));
        lessonsGo.disableProperty().bind(lessons.refusalProperty().isNotEmpty());
        lessonsNext.textProperty().bind(Bindings.createStringBinding(this::nextText, given.doneProperty(),
                given.pageProperty()));
        lessonsNext.getTooltip().textProperty().bind(Bindings.createStringBinding(
                () -> Texts.get(given.doneProperty().get() ? "lessons.next.tip" : "lessons.skip.tip"),
                given.doneProperty()));
        given.doneProperty().subscribe(done -> GuideController.accent(lessonsNext, done));
        signs.setId("lessonsSigns");
        signs.getStyleClass().add("lessons-box");
        evidence.setId("lessonsEvidence");
        evidence.getStyleClass().add("lessons-box");
        check.signs().subscribe(this::showSigns);
        check.evidenceProperty().addListener((property, before, now) -> showEvidence());
        onlyWhen(evidence, check.evidenceProperty().isNotNull());
        given.pageProperty().addListener((property, before, now) -> show(now));
        Paging.listen(lessonsScroll, lessonsScroll);
        if (given.pageProperty().get() != null) {
            show(given.pageProperty().get());
        }
        lessons.list();
    }

    /// Where there is no room beside the page, the list stands above it.
    private void place(boolean narrow) {
        if (narrow == (lessonsPane.getTop() != null)) {
            return;
        }
        lessonsSide.pseudoClassStateChanged(NARROW, narrow);
        // A node has one place at a time.
        lessonsPane.setLeft(null);
        lessonsPane.setTop(narrow ? lessonsSide : null);
        lessonsPane.setLeft(narrow ? null : lessonsSide);
        BorderPane.setMargin(lessonsSide, new Insets(0, narrow ? 0 : GAP, narrow ? GAP : 0, 0));
    }

    private String nextText() {
        LessonPage page = given.pageProperty().get();
        return Texts.get(!given.doneProperty().get() ? "lessons.skip"
                : page == null || !page.last() ? "lessons.next"
                : lessons.lastOfAll() ? "lessons.end" : "lessons.nextLesson");
    }

    private static void onlyWhen(Node node, ObservableBooleanValue holds) {
        node.visibleProperty().bind(holds);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void show(LessonPage page) {
        List<Node> nodes = lessonsText.getChildren();
        nodes.clear();
        questions.forEach(QuestionView::leave);
        questions.clear();
        nodes.add(label(Texts.get("lessons.where", page.lesson(), page.place()), "lessons-place"));
        if (!page.about().isEmpty()) {
            nodes.add(ProseView.of(page.about()));
        }
        nodes.add(label(page.title(), "lessons-title"));
        nodes.add(ProseView.of(page.text()));
        part(nodes, "lessons.do", page.doing());
        part(nodes, "lessons.watch", page.watching());
        if (page.predict() != null) {
            nodes.add(question(new QuestionView("lessonsPredict", Texts.get("lessons.predict"), page.predict(),
                    given.predictedProperty(), given::predict, given.predictedTextProperty(),
                    Texts.get("lessons.predict.tip"))));
        }
        if (!page.run().isEmpty()) {
            showSigns();
            nodes.add(signs);
            nodes.add(evidence);
        }
        if (page.decide() != null) {
            Node decide = question(new QuestionView("lessonsDecide", Texts.get("lessons.decide"), page.decide(),
                    given.decidedProperty(), given::decide, given.decidedTextProperty(),
                    Texts.get("lessons.decide.tip")));
            if (!page.run().isEmpty()) {
                decide.disableProperty().bind(check.happenedProperty().not());
            }
            nodes.add(decide);
        }
        VBox explain = page.explain().isEmpty() ? new VBox() : new VBox(label(Texts.get("lessons.explain"), "lessons-part"), ProseView.of(page.explain()));
        explain.setId("lessonsExplain");
        explain.getStyleClass().add("lessons-prose");
        onlyWhen(explain, given.doneProperty());
        nodes.add(explain);
        lessonsGo.setText(page.run());
        lessonsGo.setVisible(!page.run().isEmpty());
        lessonsGo.setManaged(lessonsGo.isVisible());
        lessonsBack.setDisable(page.first());
        lessonsScroll.setVvalue(0);
    }

    private Node question(QuestionView view) {
        questions.add(view);
        return view.node();
    }

    private static void part(List<Node> nodes, String key, List<TextPiece> pieces) {
        if (!pieces.isEmpty()) {
            nodes.add(label(Texts.get(key), "lessons-part"));
            nodes.add(ProseView.of(pieces));
        }
    }

    private void showSigns() {
        signs.getChildren().setAll(label(Texts.get("lessons.signs"), "lessons-part"));
        check.signs().forEach(sign -> signs.getChildren().add(sign(sign)));
    }

    /// A promise, with a mark that tells whether it has happened.
    static Label sign(Sign sign) {
        Label label = label(Texts.get(sign.happened() ? "lessons.sign.yes" : "lessons.sign.no", sign.text()),
                "lessons-sign");
        label.pseudoClassStateChanged(HAPPENED, sign.happened());
        return label;
    }

    private void showEvidence() {
        if (check.evidenceProperty().get() != null) {
            EvidenceView.show(check.evidenceProperty().get(), evidence);
        }
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    @FXML
    private void openFolder() {
        dialogs.chooseFolder(Texts.get("lessons.folder.title")).ifPresent(list::openFolder);
    }

    @FXML
    private void readAgain() {
        list.read();
    }

    @FXML
    private void back() {
        lessons.back();
    }

    @FXML
    private void begin() {
        lessons.begin();
    }

    @FXML
    private void next() {
        lessons.next();
    }
}
