package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.help.Glossary;
import throttlelab.fxml.help.Word;
import throttlelab.fxml.lab.LabState;

/// Words are explained where they stand, a tour leads through the tab Live, and the program says what it is made of.
class HelpTest {

    /// Other forms in which words of the glossary stand on labels.
    private static final Map<String, Word> FORMS = Map.of("streams", Word.STREAM, "policy", Word.COMBINE_POLICY,
            "profiles", Word.THROTTLE_PROFILE, "margins of a", Word.MARGIN, "distances in ulp", Word.ULP,
            "refused contributions", Word.CONTRIBUTION, "largest slowdown", Word.SLOWDOWN,
            "slowdown, set against measured", Word.SLOWDOWN, "workers", Word.FEDERATION, "narrowest margin", Word.MARGIN);

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
    void everyWordOfTheGlossaryThatIsALabelIsExplainedThere() {
        Map<String, Word> words = new TreeMap<>(FORMS);
        for (Word word : Word.values()) {
            words.put(word.title().toLowerCase(Locale.ROOT), word);
        }
        Set<Word> explained = new TreeSet<>();
        List<String> missing = new ArrayList<>();
        for (KeyCode tab : List.of(KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5)) {
            window.key(KeyCode.CONTROL, tab);
            LabStage.onFx(() -> labels(window.scene.getRoot()).forEach(label -> {
                Word word = words.get(label.getText().toLowerCase(Locale.ROOT));
                String given = Glossary.getWord(label);
                if (word != null && !word.id().equals(given)) {
                    missing.add(label.getText() + " explains " + given);
                }
                if (given != null) {
                    explained.add(Word.of(given));
                }
            }));
        }
        assertThat(missing).isEmpty();
        assertThat(explained).hasSizeGreaterThan(10);
    }

    @Test
    void aClickExplainsTheWordAndEscapeClosesIt() {
        Label tempo = word("tempo");
        window.robot.clickOn(tempo);
        window.until("the word is explained", () -> explanation().isPresent());
        assertThat(explanation().orElseThrow().getText()).isEqualTo(Word.TEMPO.text());
        Font font = LabStage.onFx(() -> explanation().orElseThrow().getFont());
        assertThat(font.getSize()).as("of the window, not of the word").isEqualTo(13);
        assertThat(font.getStyle()).isEqualTo("Regular");
        window.robot.push(KeyCode.ESCAPE);
        window.until("it is closed", () -> explanation().isEmpty());
    }

    @Test
    void shiftF1ExplainsTheWordAtTheFocusAndElseTheyAreAllThere() {
        LabStage.onFx(() -> window.node("transportTempo", Node.class).requestFocus());
        window.robot.push(KeyCode.SHIFT, KeyCode.F1);
        window.until("the word is explained", () -> explanation().isPresent());
        assertThat(explanation().orElseThrow().getText()).isEqualTo(Word.TEMPO.text());
        window.robot.push(KeyCode.ESCAPE);
        window.until("it is closed", () -> explanation().isEmpty());

        LabStage.onFx(() -> window.node("shellTheme", Node.class).requestFocus());
        window.robot.push(KeyCode.SHIFT, KeyCode.F1);
        assertThat(window.seen("glossarySheet")).isTrue();
        List<String> texts = LabStage.onFx(() -> labels(window.node("glossaryWords", Parent.class)).map(Label::getText)
                .toList());
        assertThat(texts).containsAll(Stream.of(Word.values()).map(Word::text).toList());
        window.picture("glossary");
    }

    @Test
    void aTourOfFiveStepsShowsWhatItTellsOfAndTheLabCanBeUsedMeanwhile() {
        window.slowMotion();
        fire("menuTour");
        List<String> targets = List.of("workers", "transportRun", "barrierPanel", "streams", "verdict");
        for (int step = 0; step < targets.size(); step++) {
            window.frame();
            assertThat(window.seen("tourCard")).isTrue();
            Bounds ring = bounds(window.robot.lookup(".tour-ring").query());
            Bounds target = bounds(window.node(targets.get(step), Node.class));
            assertThat(ring.intersects(target)).as(targets.get(step)).isTrue();
            assertThat(Math.abs(ring.getMinX() - target.getMinX())).as(targets.get(step)).isLessThan(4);
            Bounds card = bounds(window.node("tourCard", Node.class));
            assertThat(window.scene.getRoot().getLayoutBounds().contains(card)).as(targets.get(step)).isTrue();
            if (step == 1) {
                window.picture("tour");
                window.key(KeyCode.SPACE);
                window.await(LabState.READY);
                assertThat(window.lab.run()).isPresent();
            }
            window.click("tourNext");
        }
        assertThat(window.seen("tourCard")).isFalse();
        assertThat(window.lab.memory().kept()).containsEntry("tour", "seen");
    }

    @Test
    void aTourIsGivenByKeyboardAloneAndLeavesTheFocusWhereItWas() {
        Node run = window.node("transportRun", Node.class);
        LabStage.onFx(run::requestFocus);
        fire("menuTour");
        for (int step = 0; step < 5; step++) {
            int at = step;
            window.until("step " + at + " has the focus on Next", () -> window.seen("tourCard")
                    && window.node("tourNext", Node.class).isFocused()
                    && window.node("tourBack", Node.class).isDisabled() == (at == 0));
            window.robot.push(KeyCode.ENTER);
        }
        assertThat(window.seen("tourCard")).isFalse();
        assertThat(window.lab.run()).as("Enter has started nothing").isEmpty();
        assertThat(LabStage.onFx(run::isFocused)).isTrue();

        fire("menuTour");
        window.robot.push(KeyCode.ENTER);
        window.click("tourBack");
        assertThat(LabStage.onFx(() -> window.node("tourNext", Node.class).isFocused())).as("Back is disabled").isTrue();
        window.robot.push(KeyCode.ESCAPE);
        assertThat(LabStage.onFx(run::isFocused)).isTrue();
    }

    @Test
    void aTourIsSkippedWithEscape() {
        fire("menuTour");
        window.click("tourNext");
        window.click("tourBack");
        assertThat(LabStage.onFx(() -> window.node("tourBack", Node.class).isDisabled())).isTrue();
        window.robot.push(KeyCode.ESCAPE);
        assertThat(window.seen("tourCard")).isFalse();
    }

    @Test
    void theProgramSaysWhatItIsMadeOf() {
        fire("menuAbout");
        List<String> lines = LabStage.onFx(() -> labels(window.node("aboutLines", Parent.class)).map(Label::getText)
                .toList());
        assertThat(lines).contains(window.lab.model().digest().toString(), window.lab.model().name())
                .anyMatch(line -> line.startsWith(Runtime.version().toString()))
                .contains(System.getProperty("javafx.runtime.version"));
        assertThat(window.node("aboutNotices", TextArea.class).getText()).contains("OpenJFX").contains("Open Font License");
        window.picture("about");
        window.click("aboutCopy");
        assertThat(window.copied).singleElement().asString().contains(window.lab.model().digest().toString());
    }

    private Label word(String id) {
        return LabStage.onFx(() -> labels(window.scene.getRoot()).filter(label -> id.equals(Glossary.getWord(label)))
                .findFirst().orElseThrow());
    }

    private static Optional<Labeled> explanation() {
        return LabStage.onFx(() -> Window.getWindows().stream().map(each -> each.getScene().lookup("#glossaryText"))
                .filter(Labeled.class::isInstance).map(Labeled.class::cast).findFirst());
    }

    private void fire(String item) {
        LabStage.onFx(() -> window.node("shellMenu", MenuButton.class).getItems().stream()
                .filter(each -> item.equals(each.getId())).findFirst().orElseThrow().fire());
    }

    private static Bounds bounds(Node node) {
        return LabStage.onFx(() -> node.localToScene(node.getLayoutBounds()));
    }

    /// A click on the head of a column sorts: there the key explains.
    private static Stream<Label> labels(Node node) {
        if (node instanceof TableColumnHeader) {
            return Stream.empty();
        }
        Stream<Label> own = node instanceof Label label && label.getText() != null ? Stream.of(label) : Stream.empty();
        return node instanceof Parent parent ? Stream.concat(own, parent.getChildrenUnmodifiable().stream()
                .flatMap(HelpTest::labels)) : own;
    }
}
