package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.PromptItem;

/// The choice of a prompt, and what a typed one is compared with.
class PromptTest {

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
    void oneOfAHundredIsFoundByTypingAPartOfIt() {
        assertThat(text("transportPrompt")).startsWith("p001");
        window.click("transportPrompt");
        assertThat(text("promptCount")).isEqualTo("100 of 100");

        window.robot.write("p01");
        assertThat(text("promptCount")).isEqualTo("10 of 100");
        window.robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertThat(window.seen("promptSheet")).isFalse();
        assertThat(prompt().id()).isEqualTo("p011");
        assertThat(text("transportPrompt")).startsWith("p011");
    }

    @Test
    void enterTakesTheFirstThatFits() {
        window.key(KeyCode.P);
        window.robot.write("p077").push(KeyCode.ENTER);

        assertThat(prompt().id()).isEqualTo("p077");
    }

    @Test
    void theMouseChooses() {
        window.click("transportPrompt");
        window.robot.clickOn(cell("p004"));
        window.click("promptChoose");
        assertThat(prompt().id()).isEqualTo("p004");

        window.click("transportPrompt");
        window.robot.doubleClickOn(cell("p005"));
        assertThat(prompt().id()).isEqualTo("p005");
    }

    private Node cell(String id) {
        return window.robot.from(window.node("promptList", ListView.class))
                .lookup((ListCell<?> each) -> each.getText() != null && each.getText().startsWith(id)).query();
    }

    @Test
    void cancelLeavesThePromptAsItIs() {
        window.click("transportPrompt");
        window.robot.write("p077");
        window.click("promptCancel");
        assertThat(prompt().id()).isEqualTo("p001");

        window.key(KeyCode.P);
        assertThat(window.node("promptText", TextField.class).getText()).isEmpty();
        window.robot.push(KeyCode.ESCAPE);
        assertThat(window.seen("promptSheet")).isFalse();
    }

    @Test
    void aTypedPromptMakesItsOwnBaselineMarkedAsSuch() {
        window.slowMotion();
        window.key(KeyCode.P);
        window.robot.write("the lab is open").push(KeyCode.ENTER);
        assertThat(prompt()).isEqualTo(new PromptItem(PromptItem.TYPED, "the lab is open"));
        assertThat(text("transportPrompt")).startsWith("yours");
        assertThat(text("shellBaseline")).contains("comes with your prompt");

        window.key(KeyCode.SPACE);
        window.await(LabState.READY);
        assertThat(window.run().complete()).isTrue();
        assertThat(window.lab.baseline().of(prompt())).hasValueSatisfying(baseline ->
                assertThat(baseline.tokens()).containsExactly(window.run().stream().token(0),
                        window.run().stream().token(1)));
        assertThat(window.lab.baseline().madeOnTheSpot(prompt())).isTrue();
        assertThat(text("shellBaseline")).contains("made here for your prompt");
    }

    @Test
    void aTypedPromptGetsALongerBaselineForMoreTokens() {
        LabStage.onFx(() -> window.lab.setup().tempoProperty().set(0));
        window.key(KeyCode.P);
        window.robot.write("the lab is open").push(KeyCode.ENTER);
        for (int tokens : new int[] {2, 5}) {
            LabStage.onFx(() -> window.lab.setup().tokensProperty().set(tokens));
            window.key(KeyCode.SPACE);
            window.until("a run of " + tokens, () -> window.lab.stateProperty().get() == LabState.READY
                    && window.lab.run().filter(run -> run.stream().size() == tokens).isPresent());
            assertThat(window.lab.baseline().of(prompt()).orElseThrow().length()).isEqualTo(tokens);
        }
    }

    @Test
    void aTextThatIsPartOfAPromptCanBeAPromptToo() {
        window.key(KeyCode.P);
        window.robot.write("once upon a time");
        assertThat(window.node("promptList", ListView.class).getItems().isEmpty()).isFalse();

        window.click("promptUseText");
        assertThat(prompt().typed()).isTrue();
        assertThat(prompt().text()).isEqualTo("once upon a time");

        window.key(KeyCode.P);
        assertThat(window.node("promptText", TextField.class).getText()).isEqualTo("once upon a time");
        window.robot.push(KeyCode.END).write(" there").push(KeyCode.CONTROL, KeyCode.ENTER);
        assertThat(prompt().text()).isEqualTo("once upon a time there");
    }

    private PromptItem prompt() {
        return LabStage.onFx(() -> window.lab.setup().promptProperty().get());
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Labeled.class).getText());
    }
}
