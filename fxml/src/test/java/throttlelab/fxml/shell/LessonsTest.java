package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.Thread.UncaughtExceptionHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.lesson.Lesson;
import throttlelab.engine.lesson.LessonStep;
import throttlelab.engine.lesson.Question;
import throttlelab.engine.lesson.Suspect;
import throttlelab.fxml.lab.LabFiles;
import throttlelab.fxml.lab.LabState;

/// A person follows lessons in the window: predicts, runs, sees whether it happened, goes on, back and past, and comes
/// back another day.
class LessonsTest {

    private static final Path LESSONS = LabStage.SAMPLES.resolve("lessons");
    private static final Path BASELINE = LabStage.SAMPLES.resolve("baselines").resolve("fractalmoe-30m-none.json");
    private static final long BET_SECONDS = 180;
    private static final int PHONE = 1;
    private static final int RAMP = 2;
    private static final int BUG = 6;
    private static final int NOT_SHOWN = 7;

    @TempDir
    private Path folder;
    private LabStage window;

    @BeforeEach
    void open() throws Exception {
        window = LabStage.of(new LabFiles(LabStage.MODEL, LabStage.PROMPTS, List.of(BASELINE)));
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void lessons() {
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.until("a lesson is open", () -> window.seen("lessonsBack") && !list().getItems().isEmpty());
    }

    private ListView<?> list() {
        return window.node("lessonsList", ListView.class);
    }

    private void choose(int lesson) {
        lessons();
        LabStage.onFx(() -> list().getSelectionModel().select(lesson));
        window.frame();
    }

    private boolean pageSays(String text) {
        return LabStage.onFx(() -> texts(window.node("lessonsText", Pane.class)).contains(text));
    }

    private static String texts(Pane pane) {
        return pane.lookupAll(".label").stream().filter(Label.class::isInstance).map(node -> ((Label) node).getText())
                .reduce("", (all, one) -> all + "\n" + one);
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Label.class).getText());
    }

    private boolean disabled(String id) {
        return LabStage.onFx(() -> window.node(id, Button.class).isDisabled());
    }

    private String signs() {
        return LabStage.onFx(() -> texts(window.node("guideSigns", Pane.class)));
    }

    /// Runs what the lesson has set up, only faster than a class could follow.
    private void run() {
        LabStage.onFx(() -> window.lab.setup().tempoProperty().set(2));
        window.key(KeyCode.SPACE);
        window.until("the run has begun", () -> window.lab.stateProperty().get().active()
                || window.lab.stateProperty().get() == LabState.READY && window.lab.run().isPresent());
        window.await(LabState.READY);
    }

    @Test
    void aStepIsPredictedRunSeenAndExplained() {
        choose(PHONE);
        assertThat(disabled("lessonsGo")).as("before a prediction").isTrue();
        assertThat(text("lessonsRefusal")).contains("Predict");
        assertThat(window.seen("lessonsExplain")).isFalse();
        window.key(KeyCode.G);
        assertThat(window.seen("lessonsText")).as("nothing is run before a prediction").isTrue();

        window.click("lessonsPredict0");
        assertThat(disabled("lessonsGo")).isFalse();
        window.click("lessonsGo");
        assertThat(window.seen("transportRun")).isTrue();
        assertThat(text("guideTitle")).contains("A slow phone joins", "step 1 of 2");
        assertThat(text("guideDo")).contains("Press Run");
        assertThat(signs()).contains("○ The verdict is VOID: not yet").doesNotContain("✓");
        assertThat(LabStage.onFx(() -> window.lab.setup().tokensProperty().get())).isEqualTo(8);

        run();
        window.until("it is seen", () -> signs().contains("✓ The verdict is VOID"));
        assertThat(signs()).contains("✓ All bits of at least 8 tokens are equal").doesNotContain("○");
        window.click("guidePage");
        assertThat(text("lessonsPredictVerdict")).contains("You predicted something else");
        assertThat(window.seen("lessonsExplain")).isTrue();
        assertThat(pageSays("✓ The verdict is VOID")).isTrue();

        window.key(KeyCode.N);
        assertThat(pageSays("Ten times slower")).isTrue();
        assertThat(window.seen("lessonsExplain")).isFalse();
        window.click("lessonsPredict1");
        window.key(KeyCode.G);
        run();
        window.until("the phone was waited for", () -> signs().contains("✓ At least 80 % of all waiting was for Phone"));
        assertThat(signs()).contains("✓ The verdict is STRICT").doesNotContain("○");
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(text("lessonsPredictVerdict")).isEqualTo("As you predicted.");
        assertThat(LabStage.onFx(() -> list().getItems().get(PHONE).toString())).contains("done=2, steps=2");
    }

    /// The same step with a policy that breaks the promise.
    @Test
    void whatDidNotHappenIsNotSeen() {
        choose(PHONE);
        window.click("lessonsPredict1");
        window.key(KeyCode.G);
        LabStage.onFx(() -> window.lab.setup().policyProperty().set(CombinePolicy.MAJORITY.id()));
        run();
        assertThat(signs()).contains("○ All bits of at least 8 tokens are equal: not yet").doesNotContain("✓");
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(window.seen("lessonsExplain")).isFalse();

        // A new run is a new chance.
        window.key(KeyCode.G);
        run();
        window.until("it is seen", () -> signs().contains("✓ The verdict is VOID"));
    }

    @Test
    void backSkipAndResume() throws Exception {
        choose(RAMP);
        assertThat(disabled("lessonsBack")).isTrue();
        window.click("lessonsNext");
        window.key(KeyCode.N);
        assertThat(pageSays("step 3 of 3")).isTrue();
        window.key(KeyCode.B);
        assertThat(pageSays("step 2 of 3")).isTrue();
        window.click("lessonsBack");
        window.click("lessonsNext");
        assertThat(pageSays("step 2 of 3")).isTrue();
        assertThat(LabStage.onFx(() -> list().getItems().get(RAMP).toString())).as("skipped is not done")
                .contains("done=0");

        Map<String, String> kept = LabStage.onFx(() -> Map.copyOf(window.lab.memory().kept()));
        window.close();
        open();
        LabStage.onFx(() -> window.lab.memory().kept().putAll(kept));
        lessons();
        window.until("it is where it was left", () -> pageSays("Steady and ramp · step 2 of 3"));
        choose(0);
        assertThat(pageSays("step 1 of 2")).isTrue();
        choose(RAMP);
        assertThat(pageSays("step 2 of 3")).as("each lesson has a place of its own").isTrue();
    }

    @Test
    void aRunThatIsHeldDoesNotKeepTheNextStepFromBeingSetUp() {
        choose(0);
        press("lessonsPredict2");
        window.key(KeyCode.G);
        window.key(KeyCode.S);
        window.await(LabState.PAUSED);
        assertThat(window.seen("guide")).isTrue();
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.key(KeyCode.N);
        window.await(LabState.READY);

        press("lessonsPredict2");
        assertThat(disabled("lessonsGo")).isFalse();
        window.key(KeyCode.G);
        assertThat(text("guideTitle")).contains("step 2 of 2");
        assertThat(text("verdictCardSoFar")).isEqualTo("of an earlier run");
        window.verySlowMotion();
        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);
        assertThat(text("verdictCardSoFar")).isEmpty();
    }

    /// A question with two answers was there before one with three.
    @Test
    void anAnswerAnswersNoEarlierQuestion() {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        UncaughtExceptionHandler usual = LabStage.onFx(() -> {
            UncaughtExceptionHandler before = Thread.currentThread().getUncaughtExceptionHandler();
            Thread.currentThread().setUncaughtExceptionHandler((thread, e) -> uncaught.add(e));
            return before;
        });
        choose(RAMP);
        window.key(KeyCode.N);
        window.key(KeyCode.N);
        choose(PHONE);
        press("lessonsPredict2");
        LabStage.onFx(() -> Thread.currentThread().setUncaughtExceptionHandler(usual));

        assertThat(uncaught).isEmpty();
        assertThat(disabled("lessonsGo")).isFalse();
    }

    @Test
    void theBugIsFoundInTheEvidence() {
        choose(BUG);
        window.click("lessonsPredict0");
        window.key(KeyCode.G);
        run();
        window.until("there is evidence", () -> signs().contains("✓"));
        window.click("guidePage");
        assertThat(window.seen("lessonsEvidenceTable")).isTrue();
        assertThat(pageSays("the audit log first differs at Token")).isTrue();

        Suspect suspect = LabStage.onFx(() -> window.lab.runs().suspect().orElseThrow());
        LessonStep step = Lesson.read(LESSONS.resolve("7-find-the-bug.md")).steps().getFirst();
        List<Question.Choice> choices = step.decide().orElseThrow().choices();
        int right = choices.indexOf(choices.stream().filter(choice -> choice.defect().orElseThrow() == suspect.defect())
                .findFirst().orElseThrow());
        press("lessonsDecide" + (right + 1) % choices.size());
        assertThat(text("lessonsDecideVerdict")).startsWith("No.");
        assertThat(window.seen("lessonsExplain")).isFalse();
        press("lessonsDecide" + right);
        assertThat(text("lessonsDecideVerdict")).isEqualTo("Right.");
        assertThat(window.seen("lessonsExplain")).isTrue();

        assertThat(LabStage.onFx(() -> window.lab.runs().recording())).as("a recording of it would be a lie").isEmpty();
        window.key(KeyCode.CONTROL, KeyCode.DIGIT1);
        window.click("guideClose");
        assertThat(LabStage.onFx(() -> window.lab.setup().suspectsProperty().get())).isNull();
        run();
        assertThat(LabStage.onFx(() -> window.lab.runs().suspect())).as("outside of the lesson all is sound").isEmpty();
    }

    private void press(String answer) {
        LabStage.onFx(() -> window.node(answer, RadioButton.class).fire());
        window.frame();
    }

    @Test
    void leavingPutsTheLabBack() {
        LabStage.onFx(() -> {
            window.lab.setup().tokensProperty().set(33);
            window.lab.setup().slow(2, 3);
        });
        choose(PHONE);
        window.click("lessonsPredict1");
        window.key(KeyCode.G);
        assertThat(LabStage.onFx(() -> window.lab.setup().tokensProperty().get())).isEqualTo(8);
        assertThat(window.seen("guide")).isTrue();
        window.click("guideClose");
        assertThat(window.seen("guide")).isFalse();
        theLabIsAsItWas();

        // Nor is a step that is under way when the window closes what the window remembers.
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.key(KeyCode.G);
        LabStage.onFx(() -> window.lab.close());
        theLabIsAsItWas();
    }

    private void theLabIsAsItWas() {
        assertThat(LabStage.onFx(() -> window.lab.setup().tokensProperty().get())).isEqualTo(33);
        assertThat(LabStage.onFx(() -> window.lab.setup().throttle().factor(2, 0))).isEqualTo(3);
        assertThat(LabStage.onFx(() -> window.lab.setup().throttle().factor(7, 0))).isEqualTo(1);
    }

    @Test
    void aStepThatIsOnlyReadIsDoneByItsAnswer() {
        choose(NOT_SHOWN);
        window.key(KeyCode.N);
        window.key(KeyCode.N);
        assertThat(window.seen("lessonsGo")).isFalse();
        press("lessonsDecide0");
        assertThat(window.seen("lessonsExplain")).isFalse();
        press("lessonsDecide2");
        assertThat(window.seen("lessonsExplain")).isTrue();
        assertThat(LabStage.onFx(() -> list().getItems().get(NOT_SHOWN).toString())).contains("done=1");
        assertThat(LabStage.onFx(() -> window.node("lessonsNext", Button.class).getText())).isEqualTo("Finish");
    }

    @Test
    void aBetIsSeenToEnd() throws Exception {
        Files.writeString(folder.resolve("bet.md"), """
                # A bet
                ## A control
                ```lesson
                {"run": "bet", "prompts": 2, "tokens": 4, "profiles": ["none", "reverse-ramp"], "policy": "majority",
                 "expect": [{"see": "bet_compared", "least": 16}, {"see": "bet_verdict", "is": ["CATASTROPHIC"]}]}
                ```
                """);
        lessons();
        window.dialogs.answers.add(folder);
        window.click("lessonsFolder");
        window.until("it is listed", () -> list().getItems().size() == 9);
        choose(8);
        window.key(KeyCode.G);
        assertThat(window.seen("betBoard")).isTrue();
        assertThat(signs()).doesNotContain("✓");
        window.click("betRun");
        // A bet warms up first, and that takes as long as the machine is busy.
        WaitForAsyncUtils.waitFor(BET_SECONDS, TimeUnit.SECONDS, () -> signs().contains("✓ The verdict of the bet is CATASTROPHIC"));
        assertThat(signs()).contains("✓ The bet compared at least 16 positions");
        window.click("guidePage");
        assertThat(LabStage.onFx(() -> list().getItems().get(8).toString())).contains("done=1, steps=1");
    }

    @Test
    void lessonsOfOnesOwnAreReadFromAFolderAndABrokenOneIsNamed() throws IOException {
        Files.writeString(folder.resolve("mine.md"), "# My lesson\n\n## The step\n\nRead **this**.\n");
        Files.writeString(folder.resolve("broken.md"), "# Broken\n\n## Step\n\n### Look\n");
        lessons();
        window.dialogs.answers.add(folder);
        window.click("lessonsFolder");
        window.until("it is listed", () -> list().getItems().size() == 9);
        assertThat(text("lessonsRefused")).contains("broken.md", "line 5");
        choose(8);
        assertThat(pageSays("My lesson · step 1 of 1")).isTrue();

        Files.delete(folder.resolve("broken.md"));
        window.click("lessonsAgain");
        window.until("all can be used", () -> text("lessonsRefused").isEmpty());
    }
}
