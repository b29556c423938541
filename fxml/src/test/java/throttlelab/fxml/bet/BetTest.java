package throttlelab.fxml.bet;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Shape;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
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
import org.testfx.robot.Motion;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.streams.StreamGrid;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;
import throttlelab.fxml.view.Fxml;

/// What a person does in the tab, with real federations.
@Timeout(240)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BetTest {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 654;

    private TestLab test;
    private LabViewModel lab;
    private BetViewModel bet;
    private ViewStage stage;
    private Path answer;
    private String proposed;

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        bet = onFx(() -> {
            lab.samplesProperty().set(Path.of(System.getProperty("throttlelab.samples")));
            return new BetViewModel(lab);
        });
        stage = ViewStage.open(() -> Fxml.load(BetController.class,
                BetControllers.add(new Controllers(), bet, new Answers(), source -> { })), WIDTH, HEIGHT);
        await(() -> bet.runnableProperty().get());
    }

    @AfterAll
    void close() {
        test.close();
        stage.close();
    }

    @BeforeEach
    void fresh() {
        stage.look(Theme.DARK, 100);
        answer = null;
        proposed = null;
        run(() -> {
            bet.cancel();
            lab.runs().stop();
        });
        test.awaitReady();
        run(() -> {
            bet.streams().close();
            bet.setup().reset();
            stage.<BetBoard>node("betBoard").currentProperty().set(new BetCell(0, 0));
            stage.<ScrollPane>node("betScroll").setVvalue(0);
        });
    }

    private final class Answers implements Dialogs {

        @Override
        public Optional<Path> chooseOpen(String title, FileType type) {
            throw new AssertionError("nothing is opened here");
        }

        @Override
        public Optional<Path> chooseSave(String title, FileType type, String proposedName) {
            proposed = proposedName;
            return Optional.ofNullable(answer);
        }

        @Override
        public void showProblem(String sentence, String details) {
            throw new AssertionError(sentence);
        }
    }

    private void type(String spinner, int number) {
        stage.robot().doubleClickOn(stage.<Node>node(spinner).lookup(".text-field"))
                .write(Integer.toString(number)).type(KeyCode.ENTER);
    }

    private void runToTheEnd() {
        stage.robot().clickOn("#betRun");
        await(() -> bet.phaseProperty().get() == BetPhase.RUNNING);
        await(() -> bet.phaseProperty().get() == BetPhase.IDLE);
    }

    private String text(String id) {
        return onFx(() -> stage.<Label>node(id).getText());
    }

    private boolean shown(String id) {
        return onFx(() -> stage.<Node>node(id).isVisible());
    }

    /// Whatever a busy machine does to the times, no position differs: STRICT, or VOID because of the times.
    private void assertNothingDiffers() {
        assertThat(text("betVerdictName")).isIn("STRICT", "VOID");
        assertThat(text("betCounts")).contains("0 tokens and 0 log-probabilities not equal");
        if (text("betVerdictName").equals("VOID")) {
            assertThat(bet.verdictProperty().get().reasons()).allMatch(reason -> reason.contains("wall time")
                    || reason.contains("measured"));
        }
    }

    @Test
    @Order(1)
    void beforeTheFirstBetThereIsNoVerdictAndNoStream() {
        BetBoard board = stage.node("betBoard");
        assertThat(text("betQuestion")).startsWith("Does how fast each worker runs change");
        assertThat(text("betVerdictName")).isEqualTo("No verdict yet");
        assertThat(shown("betVerdictDetails")).isFalse();
        assertThat(shown("betClaims")).isFalse();

        click(boardGeometry(), new BetCell(2, 60));

        assertThat(onFx(() -> board.getTooltip().getText()))
                .isEqualTo("p061 under ramp: not begun; 0 % of its tokens have come");
        assertThat(shown("betStreams")).as("nothing has come yet").isFalse();
        stage.pictures("bet-before");
    }

    @Test
    void aSmallBetIsRunToItsVerdictAndSaved(@TempDir Path folder) {
        type("betPrompts", 3);
        type("betTokens", 4);
        assertThat(text("betDeviations")).contains("prompts: 100; run: 3").contains("tokens: 50; run: 4");

        runToTheEnd();

        assertNothingDiffers();
        assertThat(onFx(() -> stage.<ProgressBar>node("betProgress").getProgress())).isEqualTo(1);
        assertThat(bet.cellsProperty().get().outcome(0, 0)).isEqualTo(Outcome.REFERENCE);
        assertThat(bet.cellsProperty().get().outcome(2, 2)).isEqualTo(Outcome.EQUAL);
        assertThat(onFx(() -> stage.<Pane>node("betPrices").getChildren())).hasSize(4 * 5);
        assertThat(text("betAudit")).startsWith("Audit digests are equal");
        assertThat(onFx(() -> stage.<Pane>node("betDoesNotValidate").getChildren())).hasSizeGreaterThanOrEqualTo(8);
        assertThat(text("betOpenQuestion")).startsWith("On-device validation");
        assertThat(bet.slowdownsProperty().get().get(1).workers()).allMatch(worker -> worker.measured() >= 4.5);

        answer = folder.resolve("bet.json");
        save();
        await(() -> shown("betSaved"));
        RecordedRuns runs = RecordingFile.readAny(answer);
        assertThat(proposed).isEqualTo("45_throttle.tlab");
        assertThat(runs.result()).isTrue();
        assertThat(runs.recordings()).hasSize(3).allSatisfy(each -> assertThat(each.prompts()).hasSize(3));
        assertThat(text("betSaved")).contains(runs.digest().prefix(8));
    }

    private void save() {
        stage.robot().interact(() -> stage.node("betSave").requestFocus());
        stage.robot().type(KeyCode.SPACE);
    }

    @Test
    void whoThinksBetterOfSavingSavesNothing() {
        type("betPrompts", 1);
        type("betTokens", 1);
        runToTheEnd();

        save();

        assertThat(proposed).isNotNull();
        assertThat(shown("betSaved")).isFalse();
    }

    @Test
    void aClickOnACellOpensItsStreamsAndEscapeClosesThem() {
        type("betPrompts", 3);
        type("betTokens", 4);
        runToTheEnd();
        BoardGeometry geometry = boardGeometry();

        click(geometry, new BetCell(1, 2));

        assertThat(shown("betStreams")).isTrue();
        assertThat(shown("betResults")).isFalse();
        assertThat(text("betStreamsTitle")).isEqualTo("p003: none above, steady below");
        assertThat(text("betStreamsPrompt")).startsWith("There was once a quiet robot");
        assertThat(text("betStreamsSummary")).startsWith("= equal to the bit · 4 of 4 tokens");
        StreamGrid grid = stage.node("betStreamsGrid");
        assertThat(text("betStreamsReference")).isEqualTo("Choose a position to see its ids and bits.");

        Bounds first = onFx(() -> grid.localToScreen(grid.boundsOf(0).orElseThrow()));
        stage.robot().clickOn(first);
        assertThat(text("betStreamsReference")).startsWith("none: id ").contains("bits b");
        assertThat(text("betStreamsActual").substring("steady".length()))
                .isEqualTo(text("betStreamsReference").substring("none".length()));
        assertThat(text("betStreamsDistance")).isEqualTo("Token 1 is equal to the bit.");

        stage.robot().type(KeyCode.ESCAPE);
        assertThat(shown("betStreams")).isFalse();
        assertThat(shown("betResults")).isTrue();
    }

    private BoardGeometry boardGeometry() {
        return onFx(() -> ((BetBoardSkin) stage.<Control>node("betBoard").getSkin()).geometry());
    }

    private void click(BoardGeometry geometry, BetCell cell) {
        stage.robot().moveTo(stage.<Node>node("betBoard"), Pos.TOP_LEFT, new Point2D(
                geometry.x(cell.prompt()) + geometry.side() / 2, geometry.y(cell) + geometry.side() / 2),
                Motion.DEFAULT).clickOn();
    }

    @Test
    void theBoardIsUsedFromTheKeyboardToo() {
        type("betPrompts", 3);
        type("betTokens", 2);
        runToTheEnd();
        BetBoard board = stage.node("betBoard");
        run(board::requestFocus);

        stage.robot().type(KeyCode.DOWN, KeyCode.END);
        assertThat(board.currentProperty().get()).isEqualTo(new BetCell(1, 2));
        assertThat(onFx(board::getAccessibleText)).startsWith("p003 under steady: equal to the bit");
        stage.robot().type(KeyCode.ENTER);
        assertThat(text("betStreamsTitle")).startsWith("p003: none above, steady");

        stage.robot().clickOn("#betStreamsClose");
        assertThat(shown("betStreams")).isFalse();
        assertThat(onFx(board::isFocused)).isTrue();
        stage.robot().type(KeyCode.UP, KeyCode.HOME, KeyCode.ENTER);
        assertThat(text("betStreamsTitle")).startsWith("p001 under none: the reference");
    }

    @Test
    void cancellingMidRunKeepsWhatIsCompleteAndSaysVoid() {
        stage.robot().clickOn("#betRun");
        assertThat(lab.stateProperty().get()).isEqualTo(LabState.BETTING);
        await(() -> bet.progress().doneProperty().get() > 0.02);
        assertThat(onFx(() -> stage.<Button>node("betRun").getText())).isEqualTo("Cancel");
        assertThat(onFx(() -> stage.<Node>node("betOptions").isDisabled())).isTrue();
        assertThat(text("betProgressText")).startsWith("none (run 1 of 3)");
        stage.picture("bet-running");

        stage.robot().clickOn("#betRun");
        await(() -> bet.phaseProperty().get() == BetPhase.IDLE);

        assertThat(text("betVerdictName")).isEqualTo("VOID");
        assertThat(onFx(() -> ((Label) stage.<Pane>node("betReasons").getChildren().getFirst()).getText()))
                .startsWith("The comparison is incomplete: ");
        assertThat(text("betProgressText")).startsWith("Cancelled after");
        assertThat(bet.cellsProperty().get().outcome(2, 0)).isEqualTo(Outcome.INCOMPLETE);
        assertThat(lab.stateProperty().get()).isEqualTo(LabState.READY);
        assertThat(onFx(() -> stage.<Node>node("betRun").isFocused())).as("the page does not jump").isTrue();
        stage.picture("bet-cancelled");
    }

    @Test
    void aBrokenPolicyIsCatastrophicAndItsStreamsShowWhere() {
        ComboBox<String> policy = stage.node("betPolicy");
        run(policy::requestFocus);
        stage.robot().type(KeyCode.DOWN, 2);
        assertThat(policy.getValue()).isEqualTo("majority");
        assertThat(text("betControl")).contains("must come to CATASTROPHIC");
        type("betPrompts", 12);
        type("betTokens", 16);

        runToTheEnd();

        assertThat(text("betVerdictName")).isEqualTo("CATASTROPHIC");
        assertThat(text("betControlVerdict")).startsWith("The negative control fails, as it must");
        assertThat(onFx(() -> stage.<Pane>node("betValidates").getChildren())).hasSize(1);
        BetCells cells = bet.cellsProperty().get();
        assertThat(cells.profiles()).containsExactly("none", "steady", "reverse-ramp");
        BetCell worst = IntStream.range(0, 24).mapToObj(at -> new BetCell(1 + at / 12, at % 12))
                .filter(each -> cells.outcome(each.profile(), each.prompt()) == Outcome.TOKEN)
                .findFirst().orElseThrow();
        stage.pictures("bet-control");

        click(boardGeometry(), worst);

        assertThat(text("betStreamsSummary")).startsWith("≠ a token differs");
        assertThat(text("betStreamsDistance")).isNotEmpty();
        stage.pictures("bet-streams");
    }

    @Test
    void profilesAreChosenByTheirButtons() {
        stage.robot().clickOn("#betProfilePhone").clickOn("#betProfileSteady");

        assertThat(text("betDeviations")).contains("run: none, ramp, phone");
        assertThat(onFx(() -> stage.<Node>node("betProfileNone").isDisabled())).as("none always runs").isTrue();

        stage.robot().clickOn("#betReset");
        assertThat(onFx(() -> stage.<ToggleButton>node("betProfileSteady").isSelected())).isTrue();
        assertThat(onFx(() -> stage.<ToggleButton>node("betProfilePhone").isSelected())).isFalse();
        assertThat(shown("betDeviating")).isFalse();
    }

    @Test
    void aLiveRunKeepsTheBetFromRunningAndSaysWhy() {
        run(() -> lab.setup().tempoProperty().set(50));
        test.start();

        assertThat(onFx(() -> stage.<Node>node("betRun").isDisabled())).isTrue();
        assertThat(text("betRefusal")).contains("A live run goes on");

        run(lab.runs()::stop);
        test.awaitReady();
        assertThat(onFx(() -> stage.<Node>node("betRun").isDisabled())).isFalse();
        assertThat(shown("betRefusal")).isFalse();
    }

    @Test
    void theCriteriaStandBesideTheirLink() {
        stage.robot().clickOn("#betCriteria");

        await(() -> !popOvers().isEmpty());
        Node text = onFx(() -> popOvers().getFirst().getContentNode().lookup(".bet-criteria-text"));
        assertThat(onFx(() -> ((Pane) text).getChildren())).hasSizeGreaterThan(20)
                .extracting(node -> ((Label) node).getText())
                .contains("Tokens and log-probability bits are the same under every throttle profile as under none.");

        assertThat(onFx(() -> ((Shape) popOvers().getFirst().getScene().getRoot().lookup(".border")).getFill()))
                .as("in the colours of the theme").isEqualTo(onFx(() -> stage.<Region>node("betSetup").getBackground()
                        .getFills().getLast().getFill()));

        stage.robot().type(KeyCode.ESCAPE);
        await(() -> popOvers().isEmpty());
    }

    private static List<PopOver> popOvers() {
        return Window.getWindows().stream().filter(PopOver.class::isInstance).map(PopOver.class::cast).toList();
    }

    @Test
    void itLooksWellInEveryThemeAndSize() {
        type("betTokens", 6);
        runToTheEnd();
        stage.pictures("bet");
        for (int zoom : new int[] {80, 150, 200}) {
            stage.look(Theme.LIGHT, zoom);
            stage.picture("bet-zoom-" + zoom);
            ScrollPane scroll = stage.node("betScroll");
            assertThat(onFx(() -> scroll.getContent().getLayoutBounds().getWidth()))
                    .as("nothing is cut off at %d %%", zoom).isLessThanOrEqualTo(scroll.getViewportBounds().getWidth());
            run(() -> scroll.setVvalue(1));
            stage.picture("bet-claims-zoom-" + zoom);
            run(() -> scroll.setVvalue(0));
        }
    }
}
