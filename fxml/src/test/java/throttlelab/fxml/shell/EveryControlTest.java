package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Control;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.lab.LabState;

/// Every control of the window says what it is, to eyes that rest on it and to screen readers, and the keyboard comes
/// to all of them.
class EveryControlTest {

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
    void hasATooltipAndAnAccessibleName() {
        List<String> nameless = new ArrayList<>();
        for (Runnable scene : scenes()) {
            scene.run();
            window.frame();
            LabStage.onFx(() -> controls(window.scene.getRoot()).forEach(each -> check(each, nameless)));
            assertThat(nameless).isEmpty();
            window.robot.push(KeyCode.ESCAPE);
        }
    }

    @Test
    void isReachedByTab() {
        for (Runnable scene : scenes()) {
            scene.run();
            window.frame();
            Set<String> expected = new TreeSet<>();
            LabStage.onFx(() -> controls(front()).stream().filter(EveryControlTest::wantsTab)
                    .forEach(each -> expected.add(name(each))));
            assertThat(expected).isNotEmpty();
            int presses = 2 * expected.size();
            for (int i = 0; i < presses && !expected.isEmpty(); i++) {
                window.robot.push(KeyCode.TAB);
                expected.remove(LabStage.onFx(() -> name(window.scene.getFocusOwner())));
            }
            assertThat(expected).as("what Tab does not come to").isEmpty();
            window.robot.push(KeyCode.ESCAPE);
        }
    }

    /// The sheet that lies over the window, which keeps the focus; or all of the window.
    private Node front() {
        Node sheet = window.scene.getRoot().lookup(".sheet-shade");
        return sheet == null ? window.scene.getRoot() : sheet;
    }

    /// Each of them shows other controls.
    private List<Runnable> scenes() {
        return List.of(() -> { }, this::runOnce, () -> window.key(KeyCode.F1), () -> window.key(KeyCode.CONTROL, KeyCode.E),
                () -> window.key(KeyCode.P), () -> window.key(KeyCode.CONTROL, KeyCode.COMMA), this::noticed, () -> window.key(KeyCode.F5),
                () -> fire("menuAbout"), () -> fire("menuGlossary"), () -> fire("menuTour"),
                () -> LabStage.onFx(() -> window.problems.tell("The disk is full.", "at line 1")),
                () -> window.key(KeyCode.CONTROL, KeyCode.DIGIT2), () -> window.key(KeyCode.CONTROL, KeyCode.DIGIT3),
                () -> window.key(KeyCode.CONTROL, KeyCode.DIGIT4), this::openLessons);
    }

    private void fire(String item) {
        LabStage.onFx(() -> window.node("shellMenu", MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getId())).findFirst().orElseThrow().fire());
    }

    private void noticed() {
        LabStage.onFx(() -> window.lab.noticeProperty().set("Something to tell."));
    }

    private void openLessons() {
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.until("a lesson is open", () -> window.seen("lessonsPredict0"));
    }

    private void runOnce() {
        window.slowMotion();
        window.key(KeyCode.SPACE);
        window.await(LabState.READY);
    }

    private static void check(Node node, List<String> nameless) {
        Tooltip tooltip = tooltip(node);
        if (tooltip == null || tooltip.getText() == null || tooltip.getText().isBlank()) {
            nameless.add(name(node) + " has no tooltip");
        }
        Object text = node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
        if (node.getAccessibleText() == null && (text == null || text.toString().length() < 2)) {
            nameless.add(name(node) + " has no accessible name");
        }
    }

    private static Tooltip tooltip(Node node) {
        Tooltip installed = (Tooltip) node.getProperties().get("javafx.scene.control.Tooltip");
        return installed != null ? installed : node instanceof Control control ? control.getTooltip() : null;
    }

    /// What can be seen and used, now or at another time; parts of a control are not counted.
    private static List<Node> controls(Node node) {
        if (!node.isVisible()) {
            return List.of();
        }
        if (node.isFocusTraversable()) {
            return List.of(node);
        }
        List<Node> found = new ArrayList<>();
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(controls(child)));
        }
        return found;
    }

    /// The others of a group of toggles are reached from the one that is chosen, by the arrow keys.
    private static boolean wantsTab(Node node) {
        return !node.isDisabled() && !(node instanceof ToggleButton toggle && toggle.getToggleGroup() != null
                && !toggle.isSelected());
    }

    @Test
    void arrowsGoFromTabToTab() {
        LabStage.onFx(() -> window.node("shellTabLive", Node.class).requestFocus());
        window.robot.push(KeyCode.RIGHT);
        assertThat(window.seen("betBoard")).isTrue();
        window.robot.push(KeyCode.LEFT);
        assertThat(window.seen("transportRun")).isTrue();
    }

    private static String name(Node node) {
        return node.getId() == null ? node.toString() : node.getId();
    }
}
