package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Font;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.engine.live.LiveRun;
import throttlelab.fxml.lab.LabState;

/// A presentation, from F5 to Escape, with the keys that a clicker has.
class PresentTest {

    private static final int LAST_SCENE = 6;

    private LabStage window;

    @BeforeEach
    void open() throws Exception {
        window = LabStage.shipped();
        LabStage.onFx(() -> {
            window.lab.setup().tokensProperty().set(2);
            window.lab.setup().tempoProperty().set(2);
            window.lab.setup().slow(2, 3);
            window.lab.setup().partitionProperty().set("experts");
        });
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void onlyBarrierStreamsAndVerdictAreSeenAndTextIsLarge() {
        double before = size("barrierTitle");
        window.key(KeyCode.F5);
        window.frame();

        for (String id : new String[] {"barrier", "streamsGrid", "verdictCard", "presentTitle"}) {
            assertThat(window.seen(id)).as(id).isTrue();
        }
        for (String id : new String[] {"shellHeader", "workers", "timeline", "transportRun", "verdictRecord", "verdictFacts"}) {
            assertThat(window.seen(id)).as(id).isFalse();
        }
        assertThat(size("barrierTitle")).isGreaterThan(1.4 * before);
        // Of what matters no text is smaller than a fortieth of the picture's height.
        assertThat(size("presentPrompt")).isGreaterThanOrEqualTo(window.scene.getHeight() / 40);
        window.picture("present");

        window.robot.push(KeyCode.ESCAPE);
        window.frame();
        assertThat(window.seen("presentTitle")).isFalse();
        for (String id : new String[] {"shellHeader", "workers", "timeline", "transportRun", "verdictFacts"}) {
            assertThat(window.seen(id)).as(id).isTrue();
        }
        assertThat(size("barrierTitle")).isEqualTo(before);
    }

    @Test
    void aClickerLeadsThroughScenesAndEverythingIsAsBeforeAfterwards() {
        String line = LabStage.onFx(() -> window.lab.setupLine().text());
        window.key(KeyCode.F5);
        for (int scene = 1; scene <= LAST_SCENE; scene++) {
            assertThat(text("presentTitle")).startsWith(scene + " / " + LAST_SCENE);
            LiveRun earlier = LabStage.onFx(() -> window.lab.run().orElse(null));
            assertThat(text("presentNext")).startsWith("Run");
            window.robot.push(KeyCode.PAGE_DOWN);
            window.until("a run has come to its end", () -> window.lab.run().filter(run -> run != earlier).isPresent()
                    && window.lab.stateProperty().get() == LabState.READY);
            if (scene < LAST_SCENE) {
                assertThat(text("presentNext")).startsWith("Next scene");
                window.robot.push(KeyCode.PAGE_DOWN);
            }
        }
        assertThat(window.run().setup().settings().policy().id()).isEqualTo("first-response");
        assertThat(window.lab.setup().throttle().factor(7, 0)).isEqualTo(10);
        assertThat(text("presentNext")).startsWith("Next prompt");
        window.robot.push(KeyCode.PAGE_DOWN);
        assertThat(LabStage.onFx(() -> window.lab.setup().promptProperty().get().id())).isEqualTo("p002");
        assertThat(text("presentTitle")).startsWith("2 / 6");
        window.robot.push(KeyCode.PAGE_UP);
        assertThat(text("presentTitle")).startsWith("1 / 6");

        window.robot.push(KeyCode.ESCAPE);
        assertThat(LabStage.onFx(() -> window.lab.setupLine().text())).isEqualTo(line);
    }

    @Test
    void aRunIsHeldSteppedAndLetGoOn() {
        LabStage.onFx(() -> {
            window.lab.setup().tokensProperty().set(5);
            window.lab.setup().tempoProperty().set(20);
        });
        window.key(KeyCode.F5);
        window.robot.push(KeyCode.PAGE_DOWN);
        window.await(LabState.RUNNING);
        window.robot.push(KeyCode.PAGE_DOWN);
        window.await(LabState.PAUSED);
        int tokens = tokens();
        window.robot.push(KeyCode.PAGE_DOWN);
        window.until("one token more", () -> window.run().control().waiting() && tokens() == tokens + 1);
        window.robot.push(KeyCode.F5);
        window.await(LabState.RUNNING);

        window.robot.push(KeyCode.PAGE_UP);
        window.await(LabState.READY);
        assertThat(text("presentNext")).startsWith("Run");
        assertThat(text("presentTitle")).startsWith("1 / 6");
    }

    @Test
    void anotherTabEndsIt() {
        window.key(KeyCode.F5);
        window.robot.push(KeyCode.CONTROL, KeyCode.DIGIT3);

        assertThat(window.seen("shellHeader")).isTrue();
        assertThat(window.seen("compareA")).isTrue();
    }

    private int tokens() {
        return window.run().stream().size();
    }

    private double size(String id) {
        Font font = LabStage.onFx(() -> window.node(id, Labeled.class).getFont());
        return font.getSize();
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Labeled.class).getText());
    }
}
