package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.lab.LabState;

/// Pictures of the window at 1000 × 700 in `target/pictures`, to be looked at.
class ShellPicturesTest {

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
    void ofEachTab() {
        LabStage.onFx(() -> window.lab.setup().slow(7, 4));
        LabStage.onFx(() -> window.lab.setup().tempoProperty().set(200));
        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);
        window.until("some stages have passed", () -> window.lab.run().orElseThrow().trace().size() > 5);
        window.key(KeyCode.SPACE);
        window.await(LabState.PAUSED);
        window.picture("live");
        window.key(KeyCode.X);
        window.await(LabState.READY);

        window.key(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.picture("bet");
        window.key(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.picture("compare-tab");
        window.key(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.picture("proof-tab");
        window.key(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.until("a lesson is open", () -> window.seen("lessonsPredict0"));
        window.picture("lessons-tab");
        window.click("lessonsPredict0");
        window.key(KeyCode.G);
        window.picture("lessons-guide");
        assertThat(pictures()).contains("live-light.png", "live-dark.png", "live-projector.png", "bet-light.png",
                "bet-dark.png", "bet-projector.png");
    }

    @Test
    void ofEachSheet() {
        window.key(KeyCode.F1);
        window.picture("shortcuts");
        window.robot.push(KeyCode.ESCAPE);
        window.key(KeyCode.P);
        window.picture("prompt");
        window.robot.push(KeyCode.ESCAPE);
        LabStage.onFx(() -> window.problems.tell("The disk is full: make room, and record the run again.", "at line 1"));
        window.picture("problem");
        window.robot.push(KeyCode.ESCAPE);
        window.key(KeyCode.C);
        window.key(KeyCode.V);
        window.picture("refused");
        assertThat(pictures()).contains("shortcuts-light.png", "prompt-dark.png", "problem-projector.png",
                "refused-light.png");
    }

    @Test
    void ofEverySizeOfText() {
        for (int percent : new int[] {80, 120, 150, 200}) {
            window.zoom(percent);
            Pictures.write(window.scene, "live-" + percent);
        }
        window.click("transportMore");
        Pictures.write(window.scene, "set-up-200");
        assertThat(pictures()).contains("live-80.png", "live-200.png", "set-up-200.png");
    }

    private static String[] pictures() {
        String[] names = Path.of("target", "pictures").toFile().list();
        assertThat(names).isNotNull();
        return names;
    }
}
