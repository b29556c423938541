package throttlelab.fxml.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.throttle.Profiles;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Dialogs;
import throttlelab.fxml.view.FileType;
import throttlelab.fxml.view.Fxml;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerdictTest {

    private final Dialogs dialogs = new Dialogs() {
        @Override
        public Optional<Path> chooseOpen(String title, FileType type) {
            return Optional.ofNullable(chosen);
        }

        @Override
        public Optional<Path> chooseSave(String title, FileType type, String proposedName) {
            return Optional.ofNullable(chosen);
        }

        @Override
        public void showProblem(String sentence, String details) {
            throw new AssertionError(sentence);
        }
    };
    private Path chosen;
    private TestLab test;
    private LabViewModel lab;
    private VerdictViewModel verdict;
    private ViewStage stage;

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        verdict = onFx(() -> new VerdictViewModel(lab));
        stage = ViewStage.open(() -> Fxml.load(VerdictController.class, new Controllers().add(VerdictController.class,
                () -> new VerdictController(verdict, new SimpleBooleanProperty(), dialogs))), 230, 594);
    }

    @AfterAll
    void close() {
        test.close();
        stage.close();
    }

    @BeforeEach
    void fresh() {
        run(lab.runs()::stop);
        test.awaitReady();
        chosen = null;
        run(() -> {
            lab.setup().apply(Profiles.NONE);
            lab.setup().partitionProperty().set("sliced");
            lab.setup().twinProperty().set(false);
            lab.setup().promptProperty().set(TestLab.PROMPT);
            lab.selectedPositionProperty().set(-1);
            lab.problemTold();
        });
    }

    @Test
    void aSlowMotionRunWithASliderMovedInItIsStrict() {
        test.set(2, 20, "content-addressed").start();
        await(() -> lab.run().orElseThrow().trace().size() > 3);
        assertThat(onFx(() -> verdict.verdictProperty().get().soFar())).isTrue();
        run(() -> lab.setup().slow(3, 4));
        await(() -> text("CardWord").equals("STRICT") && text("CardSoFar").equals("so far"));
        assertThat(text("CardCounts")).isEqualTo("1 of 1 tokens and log-probabilities equal to the bit");
        test.awaitReady();

        assertThat(text("CardWord")).isEqualTo("STRICT");
        assertThat(text("CardSymbol")).isEqualTo("=");
        assertThat(text("CardCounts")).isEqualTo("2 of 2 tokens and log-probabilities equal to the bit");
        assertThat(text("CardRemark")).isEmpty();
        assertThat(node("CardFirst").isVisible()).isFalse();
        assertThat(stage.node("verdictTwin").isVisible()).isFalse();
        assertThat(stage.node("verdictCard").getPseudoClassStates())
                .contains(PseudoClass.getPseudoClass("strict"))
                .doesNotContain(PseudoClass.getPseudoClass("so-far"), PseudoClass.getPseudoClass("void"));
        assertThat(stage.node("verdictCard").getAccessibleText())
                .isEqualTo("STRICT 2 of 2 tokens and log-probabilities equal to the bit");

        double factor = lab.run().orElseThrow().report().workers().get(3).factorMeasured();
        assertThat(text("Throttling")).endsWith(Figures.factor(factor) + " measured");
        // 34 stages of at least 20 ms, 17 a token.
        assertThat(Double.parseDouble(text("Rate"))).isBetween(0.01, 3.0);
        assertThat(Integer.parseInt(text("Waiting").replace(" %", ""))).isBetween(1, 87);
        assertThat(text("Margin")).matches("\\d+\\.\\d{3} at token [12]");
        assertThat(text("Refused")).isEqualTo("0");
    }

    @Test
    void equalBitsThatNobodyWasSlowedForAreVoid() {
        test.set(3, 0, "content-addressed").runToTheEnd();

        assertThat(text("CardWord")).isEqualTo("VOID");
        assertThat(text("CardSymbol")).isEqualTo("∅");
        assertThat(text("CardCounts")).isEqualTo("3 of 3 tokens and log-probabilities equal to the bit");
        assertThat(text("CardRemark")).contains("nobody was slowed").contains("Move a slider and run again");
        assertThat(text("Throttling")).isEqualTo("–");
    }

    @Test
    void aRunThatIsStoppedIsVoid() {
        run(() -> lab.setup().apply(Profiles.STEADY));
        test.set(50, 5, "content-addressed").start();
        await(() -> lab.run().orElseThrow().stream().size() >= 1);
        run(lab.runs()::stop);
        test.awaitReady();

        assertThat(text("CardWord")).isEqualTo("VOID");
        assertThat(text("CardRemark")).matches("The run ended after \\d+ of 50 tokens: not all was compared\\.");
        assertThat(stage.node("verdictRecord").isDisabled()).isTrue();
    }

    @Test
    void withoutABaselineNothingIsCompared() {
        run(() -> lab.setup().promptProperty().set(lab.setup().prompts().get(4)));
        test.set(2, 0, "content-addressed").runToTheEnd();

        assertThat(text("CardWord")).isEqualTo("VOID");
        assertThat(text("CardCounts")).isEmpty();
        assertThat(text("CardRemark")).startsWith("Nothing was compared: there is no baseline for this prompt.");
    }

    @Test
    void aMajorityThatLeavesASlowWorkerOutIsADivergence() {
        run(() -> lab.setup().slow(0, 6));
        test.set(20, 2, "majority").runToTheEnd();

        assertThat(text("CardWord")).isEqualTo("CATASTROPHIC");
        assertThat(text("CardSymbol")).isEqualTo("≠");
        assertThat(text("CardCounts")).matches("\\d+ of 20 tokens differ; what follows the first is its consequence");
        assertThat(Integer.parseInt(text("Refused"))).isPositive();

        int first = verdict.verdictProperty().get().firstDivergence();
        assertThat(first).isBetween(0, 19);
        stage.robot().clickOn("#verdictCardFirst");
        assertThat(lab.selectedPositionProperty().get()).isEqualTo(first);
    }

    @Test
    void theTwinHasItsOwnVerdictBesideTheRuns() {
        run(() -> {
            lab.setup().slow(0, 5);
            lab.setup().twinProperty().set(true);
            lab.setup().twinPolicyProperty().set("first-response");
        });
        test.set(6, 4, "content-addressed").runToTheEnd();

        assertThat(text("CardWord")).isEqualTo("STRICT");
        assertThat(text("CardTitle")).isEqualTo("content-addressed");
        assertThat(text("TwinTitle")).isEqualTo("Twin: first response");
        assertThat(text("TwinWord")).isEqualTo("CATASTROPHIC");
        assertThat(stage.node("verdictTwin").isVisible()).isTrue();

        stage.robot().clickOn("#verdictTwinFirst");
        assertThat(lab.selectedPositionProperty().get())
                .isEqualTo(verdict.twinProperty().get().firstDivergence()).isNotNegative();
        stage.pictures("verdict-twin");
    }

    @Test
    void aRunCanBeRecordedAndOpenedAsBaseline(@TempDir Path folder) {
        PromptItem fifth = lab.setup().prompts().get(4);
        run(() -> lab.setup().promptProperty().set(fifth));
        test.set(4, 0, "content-addressed").runToTheEnd();
        assertThat(stage.node("verdictRecord").isDisabled()).isFalse();

        stage.robot().clickOn("#verdictRecord");
        assertThat(lab.baseline().of(fifth)).isEmpty();
        chosen = folder.resolve("mine.json");
        stage.robot().clickOn("#verdictRecord");
        await(() -> lab.baseline().of(fifth).isPresent());
        assertThat(chosen).exists();
        assertThat(text("CardWord")).isEqualTo("VOID");
        assertThat(text("CardRemark")).startsWith("This run is the baseline itself");

        run(() -> lab.setup().slow(1, 4));
        test.runToTheEnd();
        assertThat(text("CardWord")).isEqualTo("STRICT");
        test.set(6, 0, "content-addressed").runToTheEnd();
        assertThat(text("CardWord")).isEqualTo("VOID");
        assertThat(text("CardRemark")).isEqualTo("The baseline has only 4 of the 6 tokens: not all was compared.");

        stage.robot().clickOn("#verdictOpen");
        await(() -> lab.baseline().nameProperty().get().startsWith("mine"));
        assertThat(lab.problemProperty().get()).isNull();
    }

    @Test
    void aFileThatIsNoRecordingIsRefusedInWords(@TempDir Path folder) throws Exception {
        String before = lab.baseline().nameProperty().get();
        chosen = Files.writeString(folder.resolve("notes.json"), "{\"notes\": 1}");

        stage.robot().clickOn("#verdictOpen");

        await(() -> lab.problemProperty().get() != null);
        assertThat(lab.problemProperty().get().getMessage()).contains("notes.json");
        assertThat(lab.baseline().nameProperty().get()).isEqualTo(before);
    }

    @Test
    void pictures() {
        run(() -> lab.setup().slow(7, 10));
        test.set(8, 2, "content-addressed").runToTheEnd();
        stage.pictures("verdict-strict");
        stage.look(Theme.LIGHT, 80);
        stage.picture("verdict-strict-light-80");
        stage.size(420, 594);
        stage.look(Theme.LIGHT, 200);
        stage.picture("verdict-strict-light-200");
        stage.size(230, 594);
        test.set(8, 1, "arrival-order").runToTheEnd();
        stage.pictures("verdict-arrival");
        run(() -> lab.setup().apply(Profiles.NONE));
        test.set(8, 0, "content-addressed").runToTheEnd();
        stage.pictures("verdict-void");
    }

    private String text(String part) {
        return onFx(() -> ((Label) stage.node("verdict" + part)).getText());
    }

    private Node node(String part) {
        return stage.node("verdict" + part);
    }
}
