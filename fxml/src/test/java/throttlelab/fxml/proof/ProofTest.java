package throttlelab.fxml.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.SelfDigest;
import throttlelab.engine.schedule.matrix.Cell;
import throttlelab.engine.schedule.matrix.Children;
import throttlelab.engine.schedule.matrix.JvmMode;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.Frames;
import throttlelab.fxml.testing.KeptTexts;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;
import throttlelab.fxml.view.Fxml;

/// What a person does in the tab, with the real model but few orders and short streams.
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {

    private static final int STEP = 4000;
    private static final int PROMPTS = 2;
    private static final int TOKENS = 3;

    private TestLab test;
    private LabViewModel lab;
    private ProofViewModel proof;
    private ViewStage stage;
    private final List<String> copied = new ArrayList<>();
    private String proposed;
    private Path answer;

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        proof = onFx(() -> {
            lab.samplesProperty().set(Path.of(System.getProperty("throttlelab.samples")));
            lab.childrenProperty().set(NoChildren::new);
            return new ProofViewModel(new MatrixViewModel(lab, PROMPTS, TOKENS), new OrdersViewModel(lab, STEP),
                    new SearchViewModel(lab, PROMPTS, TOKENS));
        });
        stage = ViewStage.open(() -> Fxml.load(ProofController.class,
                ProofControllers.add(new Controllers(), proof, new Answers(), new KeptTexts(copied))), 1000, 654);
        await(() -> !proof.matrix().lines().isEmpty());
    }

    @AfterAll
    void close() {
        test.close();
        stage.close();
    }

    @BeforeEach
    void fresh() {
        stage.look(Theme.DARK, 100);
        run(() -> {
            proof.orders().task().cancel();
            proof.search().task().cancel();
        });
        test.awaitReady();
        run(() -> {
            proof.search().runsProperty().set(4);
            proof.search().seedProperty().set(1);
            proof.search().policyProperty().set("content-addressed");
        });
    }

    /// No process can be started here.
    private static final class NoChildren implements Children {

        @Override
        public Recording record(JvmMode mode, Cell cell) {
            throw new CannotRun("tests start no processes");
        }

        @Override
        public void stop() {
        }
    }

    private final class Answers implements Dialogs {

        @Override
        public Optional<Path> chooseOpen(String title, FileType type) {
            return Optional.of(answer);
        }

        @Override
        public Optional<Path> chooseSave(String title, FileType type, String proposedName) {
            proposed = proposedName;
            return Optional.of(answer);
        }

        @Override
        public void showProblem(String sentence, String details) {
            throw new AssertionError(sentence);
        }
    }

    private void choose(String... ids) {
        run(() -> {
            TableView<MatrixLine> table = stage.node("matrixTable");
            table.getSelectionModel().clearSelection();
            table.getItems().stream().filter(line -> List.of(ids).contains(line.id()))
                    .forEach(table.getSelectionModel()::select);
        });
    }

    private MatrixLine line(String id) {
        return onFx(() -> proof.matrix().lines().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow());
    }

    @Test
    void chosenRowsOfTheMatrixAreRunSavedExportedAndReadAgain(@TempDir Path folder) throws Exception {
        assertThat(line("workers-2").state()).isEqualTo(MatrixState.PENDING);
        choose("workers-2");
        assertThat(onFx(() -> stage.<TextField>node("matrixCommand").getText())).contains("explore --matrix --rows workers-2 --prompts 2 --tokens 3");
        choose("workers-2", "gc-serial");
        press("matrixCopy");
        assertThat(copied.getLast()).isEqualTo("mvn -q -Plab -Dargs=\"explore --matrix --rows workers-2 --prompts 2 --tokens 3\"\n"
                + "mvn -q -Plab -Dargs=\"explore --matrix --rows gc-serial --prompts 2 --tokens 3\"");
        press("matrixRunChosen");
        test.awaitReady();

        assertThat(text("matrixSentence")).startsWith("holds: the same tokens");
        assertThat(text("matrixText")).startsWith("Ended: 2 of 2 rows");
        assertThat(onFx(() -> stage.<TableView<MatrixLine>>node("matrixTable").getSelectionModel().getSelectedItems()
                .stream().map(MatrixLine::id).toList())).as("still chosen").containsExactly("workers-2", "gc-serial");
        MatrixLine workers = line("workers-2");
        assertThat(workers.state()).isEqualTo(MatrixState.HOLDS);
        assertThat(workers.comparisons()).isEqualTo("6");
        assertThat(workers.divergences()).isEqualTo("0");
        assertThat(line("gc-serial").state()).isEqualTo(MatrixState.IMPOSSIBLE);
        assertThat(line("gc-serial").note()).isEqualTo("tests start no processes");
        assertThat(line("batch-7").state()).isEqualTo(MatrixState.PENDING);
        stage.pictures("proof-matrix");

        answer = folder.resolve("m.html");
        press("matrixExport");
        await(() -> proof.matrix().savedProperty().get().contains("m.html"));
        assertThat(proposed).isEqualTo("matrix.html");
        assertThat(Files.readString(answer)).contains("Workers: 2");
        assertThat(Files.readString(folder.resolve("m.csv"))).contains("workers-2");
        answer = folder.resolve("m.json");
        press("matrixSave");
        await(() -> Files.exists(answer));

        // One position of the file differs: it is shown, and not hidden.
        Files.writeString(answer, Files.readString(answer).replaceFirst("\"divergences\" : 0,(?=\\s*\"command)",
                "\"divergences\" : 1,"));
        byte[] sealed = Files.readAllBytes(answer);
        SelfDigest.seal(sealed);
        Files.write(answer, sealed);
        press("matrixOpen");
        await(() -> proof.matrix().sentenceProperty().get().outcome() == ProofOutcome.FAILS);
        assertThat(line("workers-2").state()).isEqualTo(MatrixState.DIVERGES);
        assertThat(text("matrixSaved")).startsWith("Read from");
    }

    @Test
    void everyCellOfTheMatrixIsReadWhole() {
        TableView<MatrixLine> table = stage.node("matrixTable");
        for (int zoom : new int[] {100, 150, 200, 80}) {
            stage.look(Theme.LIGHT, zoom);
            for (int row = 0; row < proof.matrix().lines().size(); row += 4) {
                int shown = row;
                run(() -> table.scrollTo(shown));
                Frames.pass();
                assertThat(onFx(() -> labels(table, ".table-cell").filter(Labeled::isTextTruncated).map(Labeled::getText)
                        .toList())).as("cut off at %d %%", zoom).isEmpty();
            }
            assertThat(onFx(() -> labels(table, ".table-cell").count())).isPositive();
            assertThat(onFx(() -> labels(table, ".label").filter(Labeled::isTextTruncated).map(Labeled::getText)
                    .toList())).as("heads at %d %%", zoom).isEmpty();
            run(() -> stage.<ScrollPane>node("proofScroll").setVvalue(0.3));
            stage.picture("proof-matrix-" + zoom);
        }
        run(() -> table.scrollTo(0));
    }

    private static Stream<Labeled> labels(Node node, String selector) {
        return node.lookupAll(selector).stream().filter(Node::isVisible).filter(Labeled.class::isInstance)
                .map(Labeled.class::cast);
    }

    private void press(String id) {
        Button button = stage.node(id);
        run(() -> {
            ScrollPane scroll = stage.node("proofScroll");
            double height = scroll.getContent().getLayoutBounds().getHeight() - scroll.getViewportBounds().getHeight();
            double top = scroll.getContent().sceneToLocal(button.localToScene(0, 0)).getY();
            scroll.setVvalue(height <= 0 ? 0 : Math.clamp((top - 100) / height, 0, 1));
        });
        WaitForAsyncUtils.waitForFxEvents();
        stage.robot().clickOn(button);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private String text(String id) {
        return onFx(() -> stage.<Label>node(id).getText());
    }

    private List<String> facts(String id) {
        return onFx(() -> stage.<Pane>node(id).getChildren().stream().map(each -> ((Label) each).getText()).toList());
    }

    @Test
    void allOrdersGiveOneResultAndEveryBrokenPolicyIsCaught() {
        press("ordersRun");
        test.awaitReady();

        assertThat(text("ordersSentence")).startsWith("holds: one result in every order");
        List<OrdersRow> rows = proof.orders().rowsProperty().get();
        assertThat(rows).hasSize(8);
        assertThat(rows).filteredOn(row -> !row.broken()).hasSize(2).allSatisfy(row -> {
            assertThat(row.orders()).isEqualTo("11");
            assertThat(row.sums()).isEqualTo("1");
            assertThat(List.of(row.bits(), row.logprob(), row.token())).containsOnly("0");
        });
        assertThat(rows).filteredOn(OrdersRow::broken).allSatisfy(row -> assertThat(row.bits()).isNotEqualTo("0"));
        assertThat(onFx(() -> stage.<GridPane>node("ordersTable").getChildren().size())).isEqualTo(9 * 7);
        assertThat(text("ordersText")).startsWith("Ended: 88 of 88");
        stage.pictures("proof-orders");
    }

    @Test
    void theRealPolicyGivesOneAnswerForEveryProfile() {
        press("searchRun");
        test.awaitReady();

        assertThat(text("searchSentence")).startsWith("holds: each prompt gave the same tokens");
        await(() -> {
            Node seen = stage.node("searchFacts");
            double end = seen.localToScene(seen.getLayoutBounds()).getMaxY();
            return end > 0 && end <= seen.getScene().getHeight() + 1;
        });
        assertThat(facts("searchFacts").getFirst()).isEqualTo(
                "8 streams compared: 4 profiles × 2 prompts of 3 tokens under content-addressed; 0 different.");
        assertThat(facts("searchFacts")).contains("One output for each prompt.");
        assertThat(onFx(() -> stage.node("searchAgain").isVisible())).isFalse();
    }

    @Test
    void aBrokenPolicyIsCaughtReplayedAndItsCommandCopied() {
        run(() -> stage.<ComboBox<String>>node("searchPolicy").setValue("first-response"));
        press("searchRun");
        test.awaitReady();

        assertThat(text("searchSentence")).contains("the broken policy is caught");
        long failed = onFx(() -> proof.search().failedProperty().get());
        assertThat(failed).isBetween(1L, 4L);
        press("searchCopy");
        assertThat(copied.getLast()).contains("explore --runs 1 --seed " + failed + " --policy first-response --tokens 3 --prompts 2");

        assertThat(onFx(() -> stage.<Button>node("searchReplay").getText())).isEqualTo("Replay seed " + failed);
        press("searchReplay");
        test.awaitReady();
        assertThat(onFx(() -> proof.search().failedProperty().get())).as("from its seed alone").isEqualTo(failed);
        assertThat(facts("searchFacts").getFirst()).contains(": 1 profile ×");
        stage.pictures("proof-search");
    }

    @Test
    void whatIsCancelledIsIncompleteAndTheOtherOneWaitsMeanwhile() {
        run(() -> proof.search().runsProperty().set(999));
        press("searchRun");
        assertThat(onFx(() -> lab.stateProperty().get())).isEqualTo(LabState.BETTING);
        assertThat(text("ordersRefusal")).isEqualTo("A bet or another proof goes on: this can be run when it has ended.");
        assertThat(onFx(() -> stage.<Button>node("ordersRun").isDisabled())).isTrue();
        await(() -> proof.search().task().shareProperty().get() > 0);
        assertThat(text("searchText")).contains("of 999 profiles");

        press("searchRun");
        test.awaitReady();
        assertThat(text("searchSentence")).startsWith("incomplete");
        assertThat(text("searchText")).startsWith("Cancelled");
        assertThat(onFx(() -> stage.<Button>node("ordersRun").isDisabled())).isFalse();
    }
}
