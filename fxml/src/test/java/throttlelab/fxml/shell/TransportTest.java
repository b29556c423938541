package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.live.LiveRun;
import throttlelab.fxml.control.CountSpinner;
import throttlelab.fxml.lab.LabState;

/// The bar at the bottom, used as a person uses it, with its effect on the screen and on the engine.
class TransportTest {

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
    void runIsTheFirstThingToPressAndRunsToTheEnd() {
        window.slowMotion();
        assertThat(text("transportRun")).isEqualTo("Run");
        assertThat(disabled("transportStop")).isTrue();

        window.click("transportRun");
        window.await(LabState.RUNNING);
        assertThat(text("transportRun")).isEqualTo("Pause");
        assertThat(disabled("transportStop")).isFalse();

        window.await(LabState.READY);
        assertThat(window.run().complete()).isTrue();
        assertThat(window.run().stream().size()).isEqualTo(2);
        assertThat(text("transportRun")).isEqualTo("Run");
    }

    @Test
    void spaceRunsHoldsAndLetsGoOn() {
        window.verySlowMotion();

        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);
        window.key(KeyCode.SPACE);
        window.await(LabState.PAUSED);
        assertThat(window.run().control().paused()).isTrue();
        assertThat(text("transportRun")).isEqualTo("Go on");

        window.key(KeyCode.F9);
        window.await(LabState.RUNNING);
        assertThat(window.run().control().paused()).isFalse();
    }

    @Test
    void theFocusStaysOnRunAndComesBackFromStop() {
        window.verySlowMotion();
        window.click("transportRun");
        window.await(LabState.RUNNING);
        assertThat(focused()).isEqualTo("transportRun");

        window.click("transportStop");
        window.await(LabState.READY);
        window.frame();
        assertThat(focused()).isEqualTo("transportRun");
    }

    @Test
    void theMouseHoldsAndLetsGoOn() {
        window.verySlowMotion();
        window.click("transportRun");
        window.await(LabState.RUNNING);

        window.click("transportRun");
        window.await(LabState.PAUSED);
        window.click("transportRun");
        window.await(LabState.RUNNING);
    }

    @Test
    void stepStageLetsExactlyOneStagePass() {
        window.slowMotion();
        window.click("transportStepStage");
        window.await(LabState.PAUSED);
        LiveRun run = window.run();
        awaitHeld(run);
        assertThat(run.trace().size()).isZero();

        window.click("transportStepStage");
        window.until("the first stage has passed", () -> run.trace().size() == 1 && run.control().waiting());
        window.key(KeyCode.S);
        window.until("the second stage has passed", () -> run.trace().size() == 2 && run.control().waiting());
        assertThat(run.trace().stage(1).openedAt()).isPositive();
        assertThat(window.lab.stateProperty().get()).isEqualTo(LabState.PAUSED);
    }

    @Test
    void stepTokenLetsTheTokenUnderWayCome() {
        window.slowMotion();
        window.key(KeyCode.T);
        window.await(LabState.PAUSED);
        LiveRun run = window.run();
        awaitHeld(run);
        window.click("transportStepStage");
        window.until("a stage has passed", () -> run.trace().size() == 1 && run.control().waiting());

        window.click("transportStepToken");
        window.until("the token has come", () -> run.stream().size() == 1 && run.control().waiting());
        assertThat(run.trace().size()).isEqualTo(17);

        window.key(KeyCode.T);
        window.await(LabState.READY);
        assertThat(run.complete()).isTrue();
    }

    @Test
    void stopEndsTheRunAndWhatHasComeStays() {
        window.verySlowMotion();
        window.click("transportRun");
        window.await(LabState.RUNNING);
        window.until("a stage is under way", () -> window.lab.run().orElseThrow().trace().size() > 0);

        window.click("transportStop");
        window.await(LabState.READY);
        assertThat(window.run().ended()).isTrue();
        assertThat(window.run().complete()).isFalse();
        assertThat(window.run().trace().size()).isPositive();

        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);
        window.key(KeyCode.X);
        window.await(LabState.READY);
    }

    @Test
    void policyAndPartitionAreChosenFromListsAndActOnTheNextRun() {
        window.verySlowMotion();
        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);

        choose("transportPolicyList", 2);
        choose("transportPartitionList", 2);
        assertThat(window.seen("transportChanged")).isTrue();
        assertThat(window.node("transportChanged", Labeled.class).getAccessibleText()).contains("next run")
                .contains("policy").contains("partition");
        assertThat(window.run().setup().settings().policy()).isEqualTo(CombinePolicy.CONTENT_ADDRESSED);

        window.key(KeyCode.X);
        window.await(LabState.READY);
        assertThat(window.seen("transportChanged")).isFalse();
        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);
        assertThat(window.run().setup().settings().policy()).isEqualTo(CombinePolicy.MAJORITY);
        assertThat(window.run().setup().settings().partition()).isEqualTo(PartitionKind.EXPERTS);
    }

    @Test
    void keysChoosePolicyAndPartition() {
        window.key(KeyCode.C);
        assertThat(window.lab.setup().policyProperty().get()).isEqualTo("arrival-order");
        window.key(KeyCode.V);
        window.key(KeyCode.V);
        assertThat(window.lab.setup().partitionProperty().get()).isEqualTo("experts");
        window.key(KeyCode.V);
        assertThat(window.lab.setup().partitionProperty().get()).isEqualTo("sliced");
    }

    @Test
    void aRefusedCombinationIsToldBeforeAnybodyPressesRun() {
        window.key(KeyCode.C);
        window.key(KeyCode.V);

        assertThat(window.seen("transportRefusal")).isTrue();
        assertThat(text("transportRefusalText")).contains("arrival-order").contains("pipeline").contains("use the");
        assertThat(disabled("transportRun")).isTrue();
        assertThat(disabled("transportStepStage")).isTrue();
        window.key(KeyCode.SPACE);
        window.key(KeyCode.S);
        assertThat(window.lab.run()).isEmpty();

        window.key(KeyCode.V);
        assertThat(window.seen("transportRefusal")).isFalse();
        assertThat(disabled("transportRun")).isFalse();
    }

    @Test
    void aTwinThatWouldBeRefusedIsToldToo() {
        window.key(KeyCode.V);
        assertThat(window.seen("transportRefusal")).isFalse();

        window.click("transportTwin");
        assertThat(text("transportRefusalText")).contains("arrival-order");
        assertThat(disabled("transportRun")).isTrue();
    }

    @Test
    void moreTokensThanTheModelHasPositionsAreRefusedInWords() {
        CountSpinner tokens = window.node("transportTokens", CountSpinner.class);
        window.robot.doubleClickOn("#transportTokens .text-field").write("500").push(KeyCode.TAB);

        assertThat(window.lab.setup().tokensProperty().get()).isEqualTo(500);
        assertThat(text("transportRefusalText")).contains("512").contains("ask for at most");
        assertThat(disabled("transportRun")).isTrue();

        window.robot.doubleClickOn("#transportTokens .text-field").write("x3y").push(KeyCode.TAB);
        assertThat(window.lab.setup().tokensProperty().get()).isEqualTo(3);
        window.robot.doubleClickOn("#transportTokens .text-field").push(KeyCode.DELETE).push(KeyCode.TAB);
        assertThat(tokens.getEditor().getText()).isEqualTo("3");
        assertThat(disabled("transportRun")).isFalse();
    }

    @Test
    void whileABetGoesOnNoRunCanBeStartedAndItSaysWhy() {
        LabStage.onFx(() -> assertThat(window.lab.beginBet()).isTrue());
        assertThat(text("transportNote")).contains("A bet or a proof goes on").contains("when it has ended");
        assertThat(disabled("transportRun")).isTrue();
        window.key(KeyCode.SPACE);
        window.key(KeyCode.S);
        window.key(KeyCode.T);
        assertThat(window.lab.run()).isEmpty();

        LabStage.onFx(() -> window.lab.endBet());
        assertThat(window.seen("transportNote")).isFalse();
        assertThat(disabled("transportRun")).isFalse();
    }

    @Test
    void tempoGoesFromAStageASecondToFullSpeed() {
        assertThat(text("transportTempoText")).isEqualTo("35 ms a stage");
        Slider slider = window.node("transportTempo", Slider.class);
        LabStage.onFx(slider::requestFocus);

        window.robot.push(KeyCode.HOME);
        assertThat(window.lab.setup().tempoProperty().get()).isEqualTo(1000);
        assertThat(text("transportTempoText")).isEqualTo("1000 ms a stage");
        window.robot.push(KeyCode.END);
        assertThat(window.lab.setup().tempoProperty().get()).isZero();
        assertThat(text("transportTempoText")).isEqualTo("full speed");
        window.robot.push(KeyCode.LEFT);
        assertThat(window.lab.setup().tempoProperty().get()).isEqualTo(1);

        window.key(KeyCode.COMMA);
        assertThat(window.lab.setup().tempoProperty().get()).isEqualTo(2);
        window.key(KeyCode.PERIOD);
        window.key(KeyCode.PERIOD);
        window.key(KeyCode.PERIOD);
        assertThat(window.lab.setup().tempoProperty().get()).isZero();
    }

    @Test
    void theMouseDragsTheTempo() {
        window.robot.drag("#transportTempo .thumb").moveBy(-300, 0).drop();

        assertThat(window.lab.setup().tempoProperty().get()).isEqualTo(1000);
    }

    @Test
    void aTempoBetweenTwoStepsIsRunAsItIs() {
        LabStage.onFx(() -> window.lab.setup().tempoProperty().set(33));
        LabStage.onFx(() -> window.lab.setup().tokensProperty().set(1));

        assertThat(text("transportTempoText")).isEqualTo("33 ms a stage");
        window.key(KeyCode.SPACE);
        window.await(LabState.RUNNING);
        assertThat(window.run().setup().settings().tempo().stageNanos()).isEqualTo(33_000_000);
    }

    @Test
    void theTwinRunsBesideTheFirst() {
        window.slowMotion();
        assertThat(disabled("transportTwinPolicyList")).isTrue();
        window.click("transportTwin");
        choose("transportTwinPolicyList", 2);

        window.click("transportRun");
        window.await(LabState.READY);
        LiveRun twin = LabStage.onFx(() -> window.lab.twinRun().orElseThrow());
        assertThat(twin.setup().settings().policy()).isEqualTo(CombinePolicy.MAJORITY);
        assertThat(twin.complete()).isTrue();
        assertThat(window.run().setup().settings().policy()).isEqualTo(CombinePolicy.CONTENT_ADDRESSED);

        window.key(KeyCode.W);
        assertThat(window.node("transportTwin", ToggleSwitch.class).isSelected()).isFalse();
    }

    @Test
    void spaceOnTheSwitchSwitchesAndDoesNotRun() {
        LabStage.onFx(() -> window.node("transportTokens", CountSpinner.class).requestFocus());
        window.robot.push(KeyCode.TAB).push(KeyCode.SPACE);

        assertThat(window.lab.setup().twinProperty().get()).isTrue();
        assertThat(window.lab.run()).isEmpty();
    }

    @Test
    void lettersTypedIntoANumberAreNoShortcuts() {
        window.robot.clickOn("#transportTokens .text-field").write("s");

        assertThat(window.lab.run()).isEmpty();
        assertThat(window.lab.stateProperty().get()).isEqualTo(LabState.READY);
    }

    @Test
    void whereThereIsHardlyAnyRoomTheSetUpLiesOnASheet() {
        window.zoom(200);
        assertThat(window.seen("transportTempo")).isFalse();

        window.click("transportMore");
        window.robot.drag("#transportTempo .thumb").moveBy(-600, 0).drop();
        assertThat(window.lab.setup().tempoProperty().get()).isEqualTo(1000);
        window.click("transportSheetClose");
        assertThat(window.seen("transportTempo")).isFalse();

        window.zoom(100);
        assertThat(window.seen("transportTempo")).isTrue();
        assertThat(window.seen("transportMore")).isFalse();
    }

    private void choose(String list, int down) {
        ComboBox<?> box = window.node(list, ComboBox.class);
        LabStage.onFx(box::requestFocus);
        int now = box.getSelectionModel().getSelectedIndex();
        window.robot.push(KeyCode.F4);
        for (int i = now; i < down; i++) {
            window.robot.push(KeyCode.DOWN);
        }
        for (int i = now; i > down; i--) {
            window.robot.push(KeyCode.UP);
        }
        window.robot.push(KeyCode.ENTER);
        window.until("the choice is taken", () -> box.getSelectionModel().getSelectedIndex() == down);
    }

    private void awaitHeld(LiveRun run) {
        window.until("the coordinator stands still", () -> run.control().waiting());
    }

    private String focused() {
        return LabStage.onFx(() -> window.scene.getFocusOwner().getId());
    }

    private String text(String id) {
        Labeled labeled = window.node(id, Labeled.class);
        return LabStage.onFx(labeled::getText);
    }

    private boolean disabled(String id) {
        Node node = window.node(id, Node.class);
        return LabStage.onFx(node::isDisabled);
    }
}
