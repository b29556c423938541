package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.theme.Theme;

/// Nothing is cut off, whatever the size of text, and whichever size it had before.
class LayoutTest {

    /// What may be as long as it likes, and is told in full elsewhere.
    private static final Set<String> MAY_BE_CUT = Set.of("transportPrompt", "shellBaseline", "shellModel");
    private static final int[] SIZES = {100, 150, 80, 200, 120, 100};

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
    void inTheTabLive() {
        LabStage.onFx(() -> window.lab.setup().slow(7, 10));
        assertThat(cutOff()).as("before a run").isEmpty();
        aToken();
        assertThat(cutOff()).as("in a run").isEmpty();
        window.key(KeyCode.SPACE);
        window.await(LabState.READY);
        assertThat(cutOff()).as("after a run").isEmpty();
    }

    @Test
    void inTheTabBet() {
        window.key(KeyCode.CONTROL, KeyCode.DIGIT2);

        assertThat(cutOff()).isEmpty();
    }

    @Test
    void inTheTabCompare() {
        window.key(KeyCode.CONTROL, KeyCode.DIGIT3);

        assertThat(cutOff()).isEmpty();
    }

    @Test
    void inTheTabLessonsAndUnderItsGuide() {
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.until("a lesson is open", () -> window.seen("lessonsPredict0"));
        assertThat(cutOff()).isEmpty();
        window.zoom(100);
        window.click("lessonsPredict0");
        window.key(KeyCode.G);
        assertThat(window.seen("guideSigns")).isTrue();
        assertThat(cutOff()).as("under the guide").isEmpty();
    }

    @Test
    void inTheTabProof() {
        window.key(KeyCode.CONTROL, KeyCode.DIGIT4);

        assertThat(cutOff()).isEmpty();
    }

    @Test
    void onASheet() {
        window.key(KeyCode.F1);
        assertThat(cutOff()).isEmpty();
        window.robot.push(KeyCode.ESCAPE);
        window.key(KeyCode.P);
        assertThat(cutOff()).isEmpty();
        window.robot.push(KeyCode.ESCAPE);
        window.key(KeyCode.CONTROL, KeyCode.COMMA);
        assertThat(cutOff()).isEmpty();
        window.robot.push(KeyCode.ESCAPE);
        LabStage.onFx(() -> window.problems.tell("The disk is full: make room, and record the run again.", "at line 1"));
        assertThat(cutOff()).isEmpty();
    }

    @Test
    void inOneColumnNothingHasAScrollBarOfItsOwn() {
        aToken();
        for (int percent : new int[] {100, 150, 200, 180, 150, 200}) {
            window.zoom(percent);
            window.frame();
            if (percent >= 150) {
                assertThat(List.of(hidden("#verdict"), hidden(".workers-scroll"))).as(percent + " %")
                        .allMatch(pixels -> pixels < 1);
            }
        }
    }

    @Test
    void everyWorkerIsInSightInTheSmallestWindow() {
        assertThat(hidden(".workers-scroll")).isLessThan(1);
        LabStage.onFx(() -> {
            window.lab.setup().slow(6, 2.52);
            window.lab.setup().slow(7, 10);
        });
        aToken();
        for (Theme theme : Theme.values()) {
            LabStage.onFx(() -> window.themes.themeProperty().set(theme));
            window.frame();
            assertThat(hidden(".workers-scroll")).as("in a run, " + theme).isLessThan(1);
            assertThat(oneLine("workersTimes6") && oneLine("workersTimes7")).as(theme.name()).isTrue();
        }
    }

    @Test
    void whatIsChangedForTheNextRunMovesNothing() {
        aToken();
        double before = LabStage.onFx(() -> window.node("transport", Region.class).getHeight());
        LabStage.onFx(() -> {
            window.lab.setup().policyProperty().set("first-response");
            window.lab.setup().partitionProperty().set("experts");
            window.lab.setup().tempoProperty().set(50);
            window.lab.setup().twinProperty().set(true);
        });
        window.frame();
        assertThat(window.seen("transportChanged")).isTrue();
        assertThat(LabStage.onFx(() -> window.node("transport", Region.class).getHeight())).isEqualTo(before);
        assertThat(hidden(".workers-scroll")).isLessThan(1);
        assertThat(hidden(".live-middle")).isLessThan(1);
        assertThat(cutOff()).isEmpty();
    }

    @Test
    void theWorstVerdictInAPresentation() {
        LabStage.onFx(() -> window.lab.setup().policyProperty().set("first-response"));
        window.slowMotion();
        window.key(KeyCode.SPACE);
        window.await(LabState.READY);
        assertThat(oneLine("verdictCardWord")).as("in the tab Live").isTrue();
        window.key(KeyCode.F5);
        window.frame();
        assertThat(cutOff(100)).isEmpty();
        assertThat(oneLine("verdictCardWord")).isTrue();
        window.picture("present-catastrophic");
    }

    private boolean oneLine(String id) {
        Labeled label = window.node(id, Labeled.class);
        return LabStage.onFx(() -> label.getHeight() < 2 * label.getFont().getSize());
    }

    private void aToken() {
        window.slowMotion();
        window.key(KeyCode.T);
        window.await(LabState.PAUSED);
        window.key(KeyCode.T);
        window.until("a token has come", () -> window.lab.run().filter(run -> run.stream().size() == 1
                && run.control().waiting()).isPresent());
    }

    private double hidden(String pane) {
        ScrollPane scroll = window.robot.lookup(pane).queryAs(ScrollPane.class);
        return LabStage.onFx(() -> scroll.getContent().getLayoutBounds().getHeight()
                - scroll.getViewportBounds().getHeight());
    }

    private List<String> cutOff() {
        return cutOff(SIZES);
    }

    private List<String> cutOff(int... sizes) {
        List<String> found = new ArrayList<>();
        for (int percent : sizes) {
            window.zoom(percent);
            window.frame();
            LabStage.onFx(() -> look(window.scene.getRoot(), percent + " %: ", found));
        }
        return found;
    }

    private static void look(Node node, String where, List<String> found) {
        if (!node.isVisible()) {
            return;
        }
        // A single character is never cut, but JavaFX says so.
        // A table tells a row in full to whom rests on it.
        if (node instanceof Labeled labeled && !(node instanceof TableCell<?, ?>) && labeled.isTextTruncated() && labeled.getText().length() > 1
                && !MAY_BE_CUT.contains(String.valueOf(node.getId()))) {
            found.add(where + "the text '" + labeled.getText() + "' of " + node.getId());
        }
        double end = node.localToScene(node.getLayoutBounds()).getMaxX();
        if (node instanceof Control && end > node.getScene().getWidth() + 1) {
            found.add(where + node + " ends " + (end - node.getScene().getWidth()) + " pixels outside of the window");
        }
        if (node instanceof ScrollPane pane && pane.isFitToWidth() && pane.getContent() != null
                && pane.getContent().getLayoutBounds().getWidth() > pane.getViewportBounds().getWidth() + 1) {
            found.add(where + pane.getContent() + " is wider than its pane by "
                    + (pane.getContent().getLayoutBounds().getWidth() - pane.getViewportBounds().getWidth()));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(child, where, found));
        }
    }
}
