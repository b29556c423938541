package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.live.LiveRun;
import throttlelab.fxml.barrier.Barrier;
import throttlelab.fxml.barrier.BarrierPhase;
import throttlelab.fxml.barrier.BarrierSnapshot;
import throttlelab.fxml.barrier.BarrierWait;
import throttlelab.fxml.lab.LabFiles;
import throttlelab.fxml.lab.LabState;

/// Workers are killed and revived in the window, by mouse and keyboard, and the answer stays what it was.
class FaultsTest {

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

    private BarrierSnapshot barrier() {
        return window.node("barrier", Barrier.class).snapshotProperty().get();
    }

    private boolean waitsForDead(int worker) {
        return barrier().waiting().kind() == BarrierWait.Kind.FOR_DEAD && barrier().waiting().worker() == worker;
    }

    private String text(String id) {
        return LabStage.onFx(() -> window.node(id, Labeled.class).getText());
    }

    private boolean rowIsDead(int worker) {
        return window.node("workersRow" + worker, Node.class).getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("dead"));
    }

    /// Begins a run and holds it after its first stage, so that whatever is done is done in its midst.
    private LiveRun startHeld() {
        window.key(KeyCode.S);
        window.await(LabState.PAUSED);
        LiveRun run = window.run();
        window.until("it stands still", () -> run.control().waiting());
        window.key(KeyCode.S);
        window.until("its first stage has passed", () -> run.trace().size() == 1 && run.control().waiting());
        return run;
    }

    private void goOn() {
        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);
    }

    private void assertStrict(LiveRun run) {
        window.until("the run is over", () -> window.lab.stateProperty().get() == LabState.READY && run.ended());
        assertThat(run.complete()).isTrue();
        assertThat(run.lives()).allSatisfy(life -> assertThat(life.dead()).isFalse());
        window.until("the verdict is told", () -> text("verdictCardWord").matches("STRICT|VOID"));
        assertThat(window.lab.problemProperty().get()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"sliced, 20", "pipeline, 20", "experts, 20", "sliced, 0"})
    void aWorkerIsKilledAndRevivedByAClick(String partition, int tempo) {
        LabStage.onFx(() -> {
            window.lab.setup().partitionProperty().set(partition);
            window.lab.setup().tempoProperty().set(tempo);
        });
        assertThat(window.node("workersLife3", Node.class).isDisabled()).as("before a run").isTrue();
        LiveRun run = startHeld();
        window.click("workersLife3");
        goOn();
        window.until("worker 3 is waited for", () -> waitsForDead(3));

        assertThat(LabStage.onFx(() -> rowIsDead(3))).isTrue();
        assertThat(text("workersActivity3")).isEqualTo("dead");
        assertThat(LabStage.onFx(() -> barrier().slots().stream()
                .filter(slot -> slot.phase() == BarrierPhase.DEAD).map(slot -> slot.worker()).toList())).containsExactly(3);
        assertThat(LabStage.onFx(() -> window.node("workersLife3", Node.class).getAccessibleText())).startsWith("Revive ");
        assertThat(run.ended()).isFalse();

        window.click("workersLife3");
        window.until("its row lives", () -> !rowIsDead(3));
        assertStrict(run);
        assertThat(run.lives().get(3).deaths()).isEqualTo(1);
    }

    @Test
    void byKeysWhileTheRunIsHeldAndStepped() {
        LiveRun run = startHeld();
        LabStage.onFx(() -> window.node("workersSlider5", Node.class).requestFocus());
        window.robot.push(KeyCode.K);
        window.until("its row is dead", () -> rowIsDead(5));
        int stages = run.trace().size();
        window.key(KeyCode.S);
        window.until("the stage that was stepped to waits", () -> run.trace().size() == stages + 1 && waitsForDead(5));

        LabStage.onFx(() -> window.node("workersLife5", Node.class).requestFocus());
        window.robot.push(KeyCode.ENTER);
        window.until("the stage has passed", () -> run.control().waiting() && !rowIsDead(5));
        assertThat(run.trace().size()).isEqualTo(stages + 1);
        window.key(KeyCode.SPACE);
        assertStrict(run);
    }

    /// Two runs side by side are slowed alike, and die alike; the one that does not wait waits at its end.
    @Test
    void theTwinsWorkerDiesToo() {
        LabStage.onFx(() -> {
            window.lab.setup().twinProperty().set(true);
            window.lab.setup().twinPolicyProperty().set("majority");
        });
        LiveRun run = startHeld();
        LiveRun twin = LabStage.onFx(() -> window.lab.twinRun().orElseThrow());
        window.click("workersLife6");
        goOn();
        window.until("the first waits, the twin is at its end", () -> waitsForDead(6)
                && twin.stream().size() == 2 && !twin.ended());
        assertThat(twin.lives().get(6).dead()).isTrue();

        window.click("workersLife6");
        assertStrict(run);
        assertThat(twin.complete()).isTrue();
    }

    /// Killed in the midst of its work, in slow motion.
    @Test
    void aRunThatWaitsForTheDeadCanBeStopped() {
        window.verySlowMotion();
        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);
        LiveRun run = window.run();
        window.click("workersLife0");
        window.until("worker 0 is waited for", () -> waitsForDead(0));
        window.picture("dead");
        window.key(KeyCode.X);
        window.await(LabState.READY);
        assertThat(run.complete()).isFalse();
        window.until("its row is at rest", () -> !rowIsDead(0));
    }
}
