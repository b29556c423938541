package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.live.LiveRun;
import throttlelab.fxml.lab.LabFiles;
import throttlelab.fxml.lab.LabState;

/// The whole tab at work, compared with the shipped baseline: sliders, transport and verdict together.
class LiveTest {

    private static final Path BASELINE = LabStage.SAMPLES.resolve("baselines").resolve("fractalmoe-30m-none.json");

    private LabStage window;

    @BeforeEach
    void open() throws Exception {
        window = LabStage.of(new LabFiles(LabStage.MODEL, LabStage.PROMPTS, List.of(BASELINE)));
        window.slowMotion();
    }

    @AfterEach
    void close() {
        window.close();
    }

    @Test
    void aSliderMovedMidRunChangesWhenTheAnswerComesAndNotWhatItIs() {
        window.click("transportRun");
        window.await(LabState.RUNNING);
        LiveRun run = window.run();
        window.until("some stages have passed", () -> run.trace().size() > 3);
        window.key(KeyCode.SPACE);
        window.await(LabState.PAUSED);
        LabStage.onFx(() -> window.node("workersSlider7", Node.class).requestFocus());
        for (int i = 0; i < 4; i++) {
            window.robot.push(KeyCode.RIGHT);
        }
        assertThat(run.ended()).isFalse();
        assertThat(LabStage.onFx(() -> window.lab.setup().throttle().factor(7, 0))).isGreaterThan(1);

        window.key(KeyCode.SPACE);
        window.await(LabState.READY);
        assertThat(run.report().workers().get(7).delayNanos()).isPositive();
        assertThat(text("verdictCardWord")).isEqualTo("STRICT");
    }

    @ParameterizedTest
    @CsvSource({"arrival-order", "majority", "first-response"})
    void brokenPoliciesDiffer(String policy) {
        LabStage.onFx(() -> window.lab.setup().policyProperty().set(policy));
        unsure();
        window.key(KeyCode.SPACE);
        window.until("the run is over", () -> window.lab.stateProperty().get() == LabState.READY
                && window.lab.run().filter(LiveRun::complete).isPresent());

        assertThat(text("verdictCardWord")).isIn("LENIENT", "CATASTROPHIC");
    }

    @Test
    void theTwinDriftsBesideTheOneThatStays() {
        unsure();
        window.click("transportTwin");
        window.key(KeyCode.SPACE);
        window.until("the run is over", () -> window.lab.stateProperty().get() == LabState.READY
                && window.lab.run().filter(LiveRun::complete).isPresent());

        assertThat(text("verdictCardWord")).isEqualTo("STRICT");
        assertThat(text("verdictTwinWord")).isIn("LENIENT", "CATASTROPHIC");
    }

    /// Most tokens after this prompt are so sure that a sum in another order does not show in their log-probability; some
    /// of the first forty are not.
    private void unsure() {
        LabStage.onFx(() -> window.lab.setup().slow(0, 3));
        LabStage.onFx(() -> window.lab.setup().tokensProperty().set(40));
        LabStage.onFx(() -> window.lab.setup().tempoProperty().set(0));
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Labeled.class).getText());
    }
}
