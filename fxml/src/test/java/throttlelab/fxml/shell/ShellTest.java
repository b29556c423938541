package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.SetupViewModel;
import throttlelab.fxml.shortcuts.Shortcut;
import throttlelab.fxml.theme.Theme;

/// The window's frame, used as a person uses it.
class ShellTest {

    private LabStage window;

    @BeforeEach
    void open() throws Exception {
        window = LabStage.shipped();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void tellsTheModelAndThatThereIsNoBaseline() {
        assertThat(text("shellModel")).contains("8 layers").contains("16 experts");
        assertThat(text("shellBaseline")).isEqualTo("No baseline");
        assertThat(window.node("shellBaseline", Button.class).getTooltip().getText()).contains("record a run");
    }

    @Test
    void theThemeGoesRoundByButtonAndByKey() {
        String window0 = background();
        window.click("shellTheme");
        assertThat(window.themes.themeProperty().get()).isEqualTo(Theme.PROJECTOR);
        assertThat(background()).isNotEqualTo(window0);

        window.key(KeyCode.CONTROL, KeyCode.T);
        assertThat(window.themes.themeProperty().get()).isEqualTo(Theme.LIGHT);
        window.key(KeyCode.CONTROL, KeyCode.T);
        window.frame();
        assertThat(background()).isEqualTo(window0);
    }

    @Test
    void textGrowsAndShrinksWithoutARestart() {
        double before = size();
        window.click("shellLarger");
        window.key(KeyCode.CONTROL, KeyCode.EQUALS);
        window.frame();
        assertThat(size()).isGreaterThan(1.15 * before);
        assertThat(text("shellZoom")).isEqualTo("120 %");

        for (int i = 0; i < 12; i++) {
            window.key(KeyCode.CONTROL, KeyCode.ADD);
        }
        window.frame();
        assertThat(text("shellZoom")).isEqualTo("200 %");
        assertThat(size()).isGreaterThan(1.95 * before);

        window.click("shellSmaller");
        window.key(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(text("shellZoom")).isEqualTo("180 %");
        assertThat(window.seen("shellZoom")).as("it has no room beside the tabs").isFalse();
        for (int i = 0; i < 4; i++) {
            window.click("shellSmaller");
        }
        assertThat(text("shellZoom")).isEqualTo("140 %");
        window.click("shellZoom");
        assertThat(text("shellZoom")).isEqualTo("100 %");

        for (int i = 0; i < 4; i++) {
            window.key(KeyCode.CONTROL, KeyCode.SUBTRACT);
        }
        assertThat(text("shellZoom")).isEqualTo("80 %");
        window.key(KeyCode.CONTROL, KeyCode.DIGIT0);
        window.frame();
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void theSheetOfShortcutsTellsEveryKey() {
        window.key(KeyCode.F1);
        assertThat(window.seen("shortcutsSheet")).isTrue();
        for (Shortcut shortcut : Shortcut.values()) {
            assertThat(window.robot.lookup("#shortcutsSheet .label").queryAllAs(Label.class))
                    .extracting(Labeled::getText).contains(shortcut.keys(), shortcut.text());
        }
        window.robot.push(KeyCode.ESCAPE);
        assertThat(window.seen("shortcutsSheet")).isFalse();

        window.click("shellHelp");
        window.click("shortcutsClose");
        assertThat(window.seen("shortcutsSheet")).isFalse();
    }

    @Test
    void underASheetTheWindowHearsNoKeysAndKeepsItsFocus() {
        Node run = window.node("transportRun", Node.class);
        LabStage.onFx(run::requestFocus);
        window.robot.push(KeyCode.F1);
        window.robot.push(KeyCode.F9);
        assertThat(window.lab.run()).isEmpty();
        for (int i = 0; i < 5; i++) {
            window.robot.push(KeyCode.TAB);
            assertThat(window.node("shortcutsSheet", Node.class).lookupAll("*"))
                    .contains(LabStage.onFx(() -> window.scene.getFocusOwner()));
        }

        window.robot.push(KeyCode.ESCAPE);
        assertThat(LabStage.onFx(run::isFocused)).isTrue();
    }

    @Test
    void aClickBesideASheetClosesIt() {
        window.key(KeyCode.F1);
        window.robot.clickOn(window.robot.offset(window.node("shell", Node.class), -490, -340));

        assertThat(window.seen("shortcutsSheet")).isFalse();
    }

    @Test
    void runHasTheFocusFirst() {
        assertThat(LabStage.onFx(() -> window.scene.getFocusOwner().getId())).isEqualTo("transportRun");
    }

    @Test
    void spaceRunsAfterAClickOnSomethingElseButNotWhereTabLed() {
        window.verySlowMotion();
        Theme clicked = window.themes.themeProperty().get().next();
        window.click("shellTheme");
        window.robot.push(KeyCode.SPACE);
        window.await(LabState.RUNNING);
        assertThat(window.themes.themeProperty().get()).isEqualTo(clicked);

        window.robot.push(KeyCode.TAB);
        assertThat(LabStage.onFx(() -> window.scene.getFocusOwner().getId())).isEqualTo("shellHelp");
        window.robot.push(KeyCode.SPACE);
        assertThat(window.seen("shortcutsSheet")).isTrue();
        assertThat(window.lab.stateProperty().get()).isEqualTo(LabState.RUNNING);
    }

    @Test
    void tabsChangeByMouseAndByKeyAndARunBelongsToItsTab() {
        window.click("shellTabBet");
        assertThat(window.seen("betBoard")).isTrue();
        assertThat(window.seen("transportRun")).isFalse();

        window.key(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(window.seen("transportRun")).isTrue();
        window.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(window.seen("betBoard")).isTrue();
        window.click("shellTabBet");
        assertThat(window.seen("betBoard")).as("a second click leaves the tab where it is").isTrue();
    }

    @Test
    void keysOfTheTabLiveDoNothingWhereItIsNotSeen() {
        window.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        for (KeyCode key : List.of(KeyCode.SPACE, KeyCode.F9, KeyCode.S, KeyCode.F6, KeyCode.T, KeyCode.F7, KeyCode.X,
                KeyCode.F8, KeyCode.COMMA, KeyCode.PERIOD, KeyCode.P, KeyCode.C, KeyCode.V, KeyCode.W)) {
            window.key(key);
        }

        assertThat(window.lab.run()).isEmpty();
        assertThat(window.lab.setup().tempoProperty().get()).isEqualTo(SetupViewModel.FIRST_TEMPO);
        assertThat(window.lab.setup().policyProperty().get()).isEqualTo("content-addressed");
        assertThat(window.lab.setup().partitionProperty().get()).isEqualTo("sliced");
        assertThat(window.lab.setup().twinProperty().get()).isFalse();
        assertThat(window.seen("promptSheet")).isFalse();
    }

    @Test
    void fullScreenAndBack() {
        Stage stage = (Stage) window.scene.getWindow();
        window.key(KeyCode.F11);
        window.until("the window fills the screen", stage::isFullScreen);
        window.key(KeyCode.F11);
        window.until("the window is a window", () -> !stage.isFullScreen());
    }

    @Test
    void quitClosesTheWindow() {
        window.key(KeyCode.CONTROL, KeyCode.Q);

        window.until("the window is closed", () -> !window.scene.getWindow().isShowing());
    }

    @Test
    void aProblemIsToldWithDetailsToCopyAndTheLabGoesOn() {
        LabStage.onFx(() -> window.problems.tell("The disk is full.", "at line 1"));
        LabStage.onFx(() -> window.problems.tell("The disk is full.", "at line 1"));
        LabStage.onFx(() -> window.problems.tell("The printer is gone.", ""));
        assertThat(text("problemSentence")).isEqualTo("The disk is full.");
        assertThat(LabStage.onFx(() -> window.scene.getFocusOwner().getId())).isEqualTo("problemClose");
        assertThat(text("problemCount")).contains("2");
        assertThat(window.node("problemDetails", TextArea.class).getText()).contains("at line 1");

        window.click("problemCopy");
        assertThat(window.copied).singleElement().asString().contains("The disk is full.").contains("at line 1");
        window.click("problemClose");
        assertThat(text("problemSentence")).isEqualTo("The printer is gone.");
        assertThat(window.seen("problemDetails")).isFalse();
        window.robot.push(KeyCode.ESCAPE);
        assertThat(window.seen("problemSheet")).isFalse();

        window.key(KeyCode.S);
        window.until("the lab goes on", () -> window.lab.stateProperty().get().active());
    }

    @Test
    void aProblemOfTheLabIsTold() {
        IllegalStateException cause = new IllegalStateException("why");
        LabStage.onFx(() -> window.lab.tell(new RunException("The run has failed.", cause)));
        assertThat(text("problemSentence")).isEqualTo("The run has failed.");
        assertThat(window.node("problemDetails", TextArea.class).getText()).contains("IllegalStateException: why");
        assertThat(window.lab.problemProperty().get()).isNull();
        window.click("problemClose");

        LabStage.onFx(() -> window.lab.tell(new InputException("The file is wrong.", cause)));
        assertThat(text("problemSentence")).isEqualTo("The file is wrong.");
        assertThat(window.seen("problemDetails")).as("what a person gave wrongly has no stack trace").isFalse();
    }

    private String background() {
        window.frame();
        return LabStage.onFx(() -> window.node("shell", Region.class).getBackground().getFills()
                .getFirst().getFill().toString());
    }

    private double size() {
        return LabStage.onFx(() -> window.node("shellHelp", Button.class).getFont().getSize());
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Labeled.class).getText());
    }
}
