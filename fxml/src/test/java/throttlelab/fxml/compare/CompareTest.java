package throttlelab.fxml.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.fxml.help.Glossary;
import throttlelab.fxml.help.Word;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.Frames;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;
import throttlelab.fxml.view.Fxml;
import throttlelab.fxml.view.Sheets;

/// What a person does in the tab, with the shipped baseline and copies that differ.
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CompareTest {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 654;
    private static final int TOKENS = ChangedCopies.SHIPPED.setup().tokens();

    private TestLab test;
    private LabViewModel lab;
    private CompareViewModel compare;
    private ViewStage stage;
    private Path answer;
    @TempDir
    Path folder;

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        compare = onFx(() -> {
            lab.samplesProperty().set(ChangedCopies.SAMPLES);
            return new CompareViewModel(lab);
        });
        stage = ViewStage.open(() -> Fxml.load(CompareController.class,
                CompareControllers.add(new Controllers(), compare, new Answers(), new Sheets(), source -> { })),
                WIDTH, HEIGHT);
    }

    @AfterAll
    void close() {
        test.close();
        stage.close();
    }

    @BeforeEach
    void fresh() {
        stage.look(Theme.DARK, 100);
        stage.size(WIDTH, HEIGHT);
        run(() -> {
            lab.problemTold();
            compare.positions().filterProperty().set("all");
            stage.<ScrollPane>node("compareScroll").setVvalue(0);
            stage.node("compareSwap").requestFocus();
        });
    }

    private final class Answers implements Dialogs {

        @Override
        public Optional<Path> chooseOpen(String title, FileType type) {
            return Optional.ofNullable(answer);
        }

        @Override
        public Optional<Path> chooseSave(String title, FileType type, String proposedName) {
            throw new AssertionError("nothing is saved here");
        }

        @Override
        public void showProblem(String sentence, String details) {
            throw new AssertionError(sentence);
        }
    }

    private String text(String id) {
        return onFx(() -> stage.<Labeled>node(id).getText());
    }

    private void picture(String name) {
        Frames.pass();
        stage.picture(name);
    }

    private void pictures(String view) {
        for (Theme theme : Theme.values()) {
            stage.look(theme, 100);
            picture(view + "-" + theme.id());
        }
    }

    private boolean shown(String id) {
        return onFx(() -> stage.<Node>node(id).isVisible());
    }

    private void compare(Path file) {
        stage.robot().clickOn("#compareBaselineA");
        await(() -> compare.a().content() != null && compare.a().content().file().equals(ChangedCopies.BASELINE));
        answer = file;
        stage.robot().clickOn("#compareOpenB");
        await(() -> compare.b().content() != null && compare.b().content().file().equals(file)
                && compare.verdictProperty().get() != null && compare.messageProperty().get().isEmpty());
    }

    /// Both dropped at once.
    private void compare(Path first, Path second) {
        run(() -> compare.open(List.of(first, second)));
        await(() -> compare.verdictProperty().get() != null && compare.a().content().file().equals(first)
                && compare.b().content().file().equals(second));
    }

    private TableView<CompareRow> table() {
        return stage.node("compareTable");
    }

    private CompareRow selected() {
        return onFx(() -> table().getSelectionModel().getSelectedItem());
    }

    @Test
    @Order(1)
    void atFirstThereAreTwoEmptySlots() {
        assertThat(text("compareNameA")).isEqualTo("No file yet");
        assertThat(text("compareMessage")).startsWith("Choose two files");
        assertThat(shown("compareHint")).isTrue();
        assertThat(shown("compareOverview")).isFalse();
        assertThat(shown("compareList")).isFalse();
        picture("compare-empty");
    }

    @Test
    @Order(2)
    void oneFileAsksForTheOther() {
        stage.robot().clickOn("#compareBaselineB");
        await(() -> compare.b().content() != null);

        assertThat(text("compareNameB")).isEqualTo("fractalmoe-30m-none.json");
        assertThat(text("compareDetailsB")).contains("none", "content-addressed", "100 prompts");
        assertThat(text("compareMessage")).startsWith("One more file");
    }

    @Test
    void theBaselineWithItselfShowsNothingAndSaysSo() {
        compare(ChangedCopies.BASELINE);

        assertThat(text("compareVerdict")).isEqualTo("VOID");
        assertThat(onFx(() -> stage.<VBox>node("compareCounts").getChildren().stream().map(Labeled.class::cast)
                .map(Labeled::getText).toList())).anySatisfy(reason -> assertThat(reason).contains("the same file"));
        assertThat(text("compareFirst")).isEqualTo("They part nowhere.");
        assertThat(text("comparePlace")).isEqualTo("No differences");
        assertThat(shown("comparePath")).isFalse();
        assertThat(shown("compareFind")).isFalse();
        assertThat(onFx(() -> stage.<Node>node("compareNext").isDisabled())).isTrue();
        assertThat(onFx(() -> table().getItems().size())).isEqualTo(100 * TOKENS);
        picture("compare-itself");
    }

    @Test
    void thePresentRunIsASideWithOneClick() {
        test.set(4, 0, "content-addressed").runToTheEnd();
        stage.robot().clickOn("#compareRunA");
        await(() -> compare.a().content() != null && text("compareNameA").startsWith("run-"));
        String first = text("compareNameA");
        assertThat(text("compareDetailsA")).contains("1 prompts × 4 tokens", "content-addressed");
        stage.robot().clickOn("#compareRunB");
        await(() -> compare.verdictProperty().get() != null && text("compareNameB").equals(first));
        assertThat(text("compareVerdict")).as("the same run on both sides").isEqualTo("VOID");

        test.set(4, 0, "first-response").runToTheEnd();
        stage.robot().clickOn("#compareRunB");
        await(() -> compare.verdictProperty().get() != null && !text("compareNameB").equals(first)
                && text("compareNameB").startsWith("run-") && compare.messageProperty().get().isEmpty());
        assertThat(text("compareVerdict")).isEqualTo("CATASTROPHIC");
        List<Path> written = compare.reportProperty().get().files().in(folder);
        assertThat(written).hasSize(2).allSatisfy(file -> assertThat(file).isRegularFile());
    }

    @Test
    void otherBitsAreLenientAndAreJumpedTo() {
        compare(ChangedCopies.otherBits(folder));

        assertThat(text("compareVerdict")).isEqualTo("LENIENT");
        assertThat(text("compareFirst")).isEqualTo("They part first at p003, token 5.");
        assertThat(selected().prompt()).isEqualTo("p003");
        assertThat(selected().ulps()).isEqualTo("1");
        assertThat(text("comparePlace")).isEqualTo("1 of 2 differences");

        stage.robot().type(KeyCode.F3);
        assertThat(selected()).extracting(CompareRow::prompt, CompareRow::position, CompareRow::ulps, CompareRow::mark)
                .containsExactly("p010", 8, "6", PositionMark.LOGPROB);
        assertThat(selected().bitsA()).isNotEqualTo(selected().bitsB()).hasSize(8);
        assertThat(selected().tokenA()).isEqualTo(selected().tokenB()).startsWith("\"");
        stage.robot().type(KeyCode.N);
        assertThat(selected().prompt()).as("after the last comes the first").isEqualTo("p003");
        stage.robot().type(KeyCode.P);
        assertThat(selected().prompt()).isEqualTo("p010");
        stage.robot().press(KeyCode.SHIFT).type(KeyCode.F3).release(KeyCode.SHIFT);
        assertThat(selected().prompt()).isEqualTo("p003");
        stage.robot().clickOn("#compareNext").clickOn("#comparePrevious");
        assertThat(selected().prompt()).isEqualTo("p003");
        assertThat(text("comparePrompt")).startsWith("p003: There was once a quiet robot");
        assertThat(onFx(() -> stage.<UlpChart>node("compareUlps").getAccessibleText()))
                .contains("; 1 ULP: 1", "; 4–7 ULP: 1");
    }

    @Test
    void filtersNarrowTheListAndWhatIsLookedAtIsNeverHidden() {
        compare(ChangedCopies.otherToken(folder));

        stage.robot().clickOn("#compareFilterLogprobs");
        assertThat(onFx(() -> table().getItems())).extracting(CompareRow::mark)
                .containsExactly(PositionMark.LOGPROB, PositionMark.LOGPROB);
        stage.robot().clickOn("#compareFilterDifferences");
        assertThat(onFx(() -> table().getItems().size())).isEqualTo(2 + 1 + (TOKENS - 11));

        run(() -> compare.positions().selectedProperty().set(0));
        assertThat(compare.positions().filterProperty().get()).isEqualTo("all");
        assertThat(selected().prompt()).isEqualTo("p001");
    }

    @Test
    void aClickOnTheMapIsSeenInTheList() {
        compare(ChangedCopies.otherToken(folder));
        PositionMap map = stage.node("compareMap");

        Bounds cell = onFx(() -> map.localToScreen(map.boundsOf(19 * TOKENS + 10)));
        stage.robot().clickOn(cell);
        assertThat(selected()).extracting(CompareRow::prompt, CompareRow::position, CompareRow::mark)
                .containsExactly("p020", 11, PositionMark.TOKEN);
        assertThat(onFx(map::getAccessibleText)).isEqualTo("p020, token 11: ≠ other token");

        stage.robot().type(KeyCode.RIGHT, KeyCode.DOWN, KeyCode.UP);
        assertThat(selected().mark()).isEqualTo(PositionMark.CONSEQUENCE);
        stage.robot().clickOn("#compareCloser").clickOn("#compareCloser").clickOn("#compareCloser");
        picture("compare-closer");
        Bounds closer = onFx(() -> map.boundsOf(compare.positions().selectedProperty().get()));
        assertThat(closer.getHeight()).isGreaterThan(2 * cell.getHeight());
        assertThat(onFx(() -> map.getLayoutBounds().contains(closer))).as("it is still in sight").isTrue();
        stage.robot().clickOn("#compareFarther").clickOn("#compareFit");
        assertThat(map.zoomProperty().get()).isEqualTo(1);
    }

    @Test
    void aClickInTheListMovesTheMark() {
        compare(ChangedCopies.otherBits(folder));

        Frames.pass();
        Node row = onFx(() -> table().lookupAll(".table-row-cell").stream()
                .filter(each -> each.getLayoutY() > 0).min(Comparator.comparing(Node::getLayoutY)).orElseThrow());
        stage.robot().clickOn(row);

        assertThat(compare.positions().selectedProperty().get()).isEqualTo(selected().index());
        assertThat(selected().index()).isNotEqualTo(2 * TOKENS + 4);
        stage.robot().clickOn("#compareGo");
        assertThat(selected().index()).isEqualTo(2 * TOKENS + 4);
    }

    @Test
    void whatIsMissingMakesItVoidAndSwappingExchangesTheSides() {
        compare(ChangedCopies.shorter(folder, 4));

        assertThat(text("compareVerdict")).isEqualTo("VOID");
        assertThat(shown("compareSwap")).isTrue();
        assertThat(text("compareFirst")).isEqualTo("They part nowhere in what both have.");
        assertThat(text("comparePlace")).isEqualTo("1 of 4,600 missing positions");
        picture("compare-void");

        stage.robot().clickOn("#compareSwap");
        await(() -> compare.verdictProperty().get() != null);
        assertThat(text("compareNameA")).isEqualTo("shorter.json");
        assertThat(text("compareNameB")).isEqualTo("fractalmoe-30m-none.json");
        assertThat(text("compareVerdict")).isEqualTo("VOID");
    }

    @Test
    void aFileThatIsNoneIsToldInOneSentenceAndTheSlotStays() {
        compare(ChangedCopies.BASELINE);
        answer = folder.resolve("nothing.json");

        stage.robot().clickOn("#compareOpenB");
        await(() -> lab.problemProperty().get() != null);

        assertThat(lab.problemProperty().get()).hasMessageContaining("nothing.json");
        assertThat(text("compareNameB")).isEqualTo("fractalmoe-30m-none.json");
        assertThat(text("compareVerdict")).isEqualTo("VOID");
    }

    @Test
    void twoFilesAreDroppedAtOnce() {
        Path bits = ChangedCopies.otherBits(folder);

        compare(bits, ChangedCopies.BASELINE);

        assertThat(text("compareVerdict")).isEqualTo("LENIENT");
    }

    @Test
    void whoMadeTheDifferenceIsLookedForByRunningAgain() {
        compare(ChangedCopies.few(folder, false), ChangedCopies.few(folder, true));
        assertThat(shown("comparePath")).isFalse();

        stage.robot().clickOn("#compareFind");
        await(() -> compare.divergence().foundProperty().get());

        assertThat(lab.problemProperty().get()).isNull();
        assertThat(onFx(() -> stage.<Pane>node("compareRemarks").getChildren())).isNotEmpty();
        assertThat(onFx(() -> stage.<Node>node("compareFind").isDisabled())).isTrue();
        assertThat(steps()).containsExactly("PROMPT  →", "TOKEN");
        assertThat(shown("comparePath")).isTrue();
    }

    @Test
    void theSearchCanBeStoppedAndBegunAgain() {
        compare(ChangedCopies.otherBits(folder));

        Button find = stage.node("compareFind");
        String meanwhile = onFx(() -> {
            find.fire();
            String text = find.getText();
            find.fire();
            return text;
        });
        assertThat(meanwhile).isEqualTo("Stop");
        await(() -> !compare.divergence().searchingProperty().get());

        assertThat(compare.divergence().foundProperty().get()).isFalse();
        assertThat(shown("comparePath")).isFalse();
        assertThat(text("compareFind")).isEqualTo("Find out who");
        assertThat(onFx(() -> stage.<Node>node("compareFind").isDisabled())).isFalse();
    }

    @Test
    void theSearchGivesWayToALiveRun() {
        compare(ChangedCopies.otherBits(folder));
        test.set(2, 20, "content-addressed");
        run(() -> {
            compare.divergence().find();
            lab.runs().start(false);
        });
        assertThat(onFx(() -> compare.divergence().findableProperty().get())).isFalse();
        await(() -> !compare.divergence().searchingProperty().get());
        assertThat(compare.divergence().foundProperty().get()).isFalse();
        await(() -> lab.stateProperty().get() != LabState.PREPARING);
        run(lab.runs()::stop);
        test.awaitReady();
        assertThat(onFx(() -> stage.<Node>node("compareFind").isDisabled())).isFalse();
    }

    @Test
    void ofSeveralProfilesOneIsChosen() {
        compare(ChangedCopies.SAMPLES.resolve("bet").resolve("45_throttle.batch-1.json"));
        ComboBox<String> pairs = stage.node("comparePair");
        assertThat(shown("comparePairs")).isTrue();
        assertThat(onFx(pairs::getItems)).hasSizeGreaterThan(1).first().isEqualTo("none ↔ none: STRICT");

        run(pairs::requestFocus);
        stage.robot().type(KeyCode.DOWN);
        assertThat(compare.pairProperty().get()).isEqualTo(1);
        assertThat(text("compareVerdict")).isEqualTo("STRICT");
        picture("compare-result");
    }

    @Test
    void theAuditLogsBesideTheFilesLeadToTheWorker() {
        Path a = ChangedCopies.audited(folder.resolve("one"), lab.model(), CombinePolicy.CONTENT_ADDRESSED);
        Path b = ChangedCopies.audited(folder.resolve("two"), lab.model(), CombinePolicy.MAJORITY);
        compare(a, b);

        run(() -> compare.divergence().find());
        await(() -> compare.divergence().foundProperty().get());

        assertThat(steps()).startsWith("PROMPT  →", "TOKEN  →", "FORWARD PASS  →", "LAYER  →", "STAGE  →", "WORKER  →")
                .endsWith("CONTRIBUTION");
        assertThat(onFx(() -> stage.<ScrollPane>node("compareScroll").getVvalue())).as("it is in sight").isEqualTo(1);
        pictures("compare-path");
    }

    private List<String> steps() {
        return onFx(() -> stage.<Pane>node("compareSteps").getChildren().stream()
                .map(step -> ((Label) ((Pane) step).getChildren().getFirst()).getText()).toList());
    }

    @Test
    void answersOfOtherSystemsAreEqualAsPrintedAtMost() {
        run(() -> {
            compare.a().open(ChangedCopies.SAMPLES.resolve("foreign").resolve("vllm-three-runs.jsonl"));
            compare.b().open(ChangedCopies.SAMPLES.resolve("foreign").resolve("vllm-completions.json"));
        });
        await(() -> compare.printedProperty().get() != null && compare.b().content().answers() != null);

        assertThat(shown("comparePrinted")).isTrue();
        assertThat(shown("compareList")).isFalse();
        assertThat(shown("compareMapPanel")).isFalse();
        assertThat(text("compareVerdict")).isNotEqualTo("STRICT");
        pictures("compare-printed");
    }

    @Test
    void answersThatDoNotSayWhatTheyAnswerAreRefusedWithWhatToDoHere() {
        run(() -> {
            compare.a().open(ChangedCopies.BASELINE);
            compare.b().open(ChangedCopies.SAMPLES.resolve("foreign").resolve("openai-chat.json"));
        });
        await(() -> lab.problemProperty().get() != null);

        assertThat(lab.problemProperty().get()).hasMessageContaining("compare it with a file that answers one prompt");
        run(lab::problemTold);
    }

    @Test
    void aMillionPositionsStaySmooth() {
        Path a = ChangedCopies.large(folder.resolve("large-a.json"), 2000, 500, false);
        Path b = ChangedCopies.large(folder.resolve("large-b.json"), 2000, 500, true);
        compare(a, b);
        assertThat(compare.positions().cellsProperty().get().size()).isEqualTo(1_000_000);

        assertThat(text("comparePlace")).isEqualTo("1 of 1,023 differences");
        picture("compare-million");
        double quickest = Double.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long before = System.nanoTime();
            run(() -> compare.positions().next());
            Frames.pass();
            quickest = Math.min(quickest, (System.nanoTime() - before) / 1e6);
        }
        assertThat(selected().index()).isEqualTo(977 * 21 - 1);
        assertThat(quickest).as("milliseconds of a jump and three frames").isLessThan(250);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void itLooksWellInEveryThemeAndSize() {
        compare(ChangedCopies.otherToken(folder));
        pictures("compare");
        for (int zoom : new int[] {80, 150, 200}) {
            stage.look(Theme.LIGHT, zoom);
            picture("compare-zoom-" + zoom);
            ScrollPane scroll = stage.node("compareScroll");
            assertThat(onFx(() -> scroll.getContent().getLayoutBounds().getWidth()))
                    .as("nothing is cut off at %d %%", zoom).isLessThanOrEqualTo(scroll.getViewportBounds().getWidth());
            assertThat(onFx(() -> cutOff(scroll.getContent()).toList())).as("at %d %%", zoom).isEmpty();
        }
    }

    /// Texts that are not seen in full; what is in the table and in the slots is told in full elsewhere.
    private static Stream<String> cutOff(Node node) {
        if (!node.isVisible() || node instanceof TableView<?> || node instanceof SlotPane
                || "comparePrompt".equals(node.getId())) {
            return Stream.empty();
        }
        if (node instanceof Labeled labeled && labeled.isTextTruncated() && labeled.getText().length() > 1) {
            return Stream.of(labeled.getText());
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(CompareTest::cutOff) : Stream.empty();
    }

    @Test
    void headsOfTheListThatAreWordsOfTheGlossaryAreExplained() {
        compare(ChangedCopies.otherBits(folder));
        Map.of("compareColumnulps", Word.ULP, "compareColumnmargin", Word.MARGIN).forEach((id, word) -> {
            TableColumn<?, ?> column = stage.<TableView<?>>node("compareTable").getColumns().stream()
                    .filter(each -> id.equals(each.getId())).findFirst().orElseThrow();
            Label head = (Label) column.getGraphic();
            assertThat(Glossary.getWord(head)).isEqualTo(word.id());
            assertThat(column.getText()).as("for screen readers").isEqualTo(head.getText());
            assertThat(onFx(() -> ((Labeled) head.getParent()).getContentDisplay())).as("shown once")
                    .isEqualTo(ContentDisplay.GRAPHIC_ONLY);
            run(() -> stage.<ScrollPane>node("compareScroll").setVvalue(1));
            stage.robot().clickOn(head);
            await(() -> Window.getWindows().stream().map(each -> each.getScene().lookup("#glossaryText"))
                    .anyMatch(text -> text instanceof Label label && label.getText().equals(word.text())));
            stage.robot().push(KeyCode.ESCAPE);
        });
    }

    @Test
    void everyPartHasItsNameAndItsTooltip() {
        compare(ChangedCopies.otherBits(folder));
        for (String id : List.of("compareOpenA", "compareBaselineB", "compareSwap", "compareGo", "compareFind",
                "compareCloser", "compareFarther", "compareFit", "compareNext", "comparePrevious", "compareMap",
                "compareTable")) {
            Control control = stage.node(id);
            assertThat(onFx(() -> control.getTooltip().getText())).as(id).isNotEmpty();
            assertThat(onFx(() -> control.getAccessibleText() != null || control instanceof Labeled)).as(id).isTrue();
        }
    }
}
