package throttlelab.fxml.barrier;

import static org.assertj.core.api.Assertions.assertThat;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.util.stream.IntStream;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.throttle.Profiles;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.Frames;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Fxml;

/// The view on runs of the shipped model, in slow motion.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BarrierTest {

    private static final double TEMPO = 10;

    private TestLab test;
    private LabViewModel lab;
    private BarrierViewModel barrier;
    private ViewStage stage;

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        barrier = onFx(() -> new BarrierViewModel(lab));
        stage = ViewStage.open(() -> Fxml.load(BarrierController.class,
                new Controllers().add(BarrierController.class, () -> new BarrierController(barrier))), 485, 240);
    }

    @AfterAll
    void close() {
        test.close();
        stage.close();
    }

    @AfterEach
    void backToNormal() {
        run(lab.runs()::stop);
        test.awaitReady();
        run(() -> {
            lab.setup().throttle().apply(Profiles.NONE);
            lab.setup().partitionProperty().set(PartitionKind.SLICED.id());
        });
    }

    @Test
    void slotsLockOneAfterTheOtherAndThePhoneIsWaitedFor() {
        run(() -> lab.setup().throttle().set(7, 15));
        test.set(1, 3 * TEMPO, CombinePolicy.CONTENT_ADDRESSED.id()).start();

        await(() -> phase(0) == BarrierPhase.LOCKED && phase(7) == BarrierPhase.DELAYED
                && shown().waiting().kind() == BarrierWait.Kind.FOR_ONE);

        assertThat(onFx(() -> shown().waiting().worker())).isEqualTo(7);
        assertThat(text("barrierTitle")).startsWith("Token 1 of 1 · ");
        assertThat(spoken()).contains("Phone delayed").contains("Desktop A locked").contains("gate closed");
    }

    @ParameterizedTest
    @CsvSource({"CONTENT_ADDRESSED, SLOT_ORDER, 8", "ARRIVAL_ORDER, ARRIVAL_ORDER, 8", "MAJORITY, EARLY, 5",
        "FIRST_RESPONSE, EARLY, 1"})
    void everyPolicyOpensItsGateInItsOwnWay(CombinePolicy policy, BarrierCombining combining, int required) {
        run(() -> {
            for (int worker = 0; worker < 8; worker++) {
                lab.setup().throttle().set(worker, 15 - 2 * worker);
            }
        });
        test.set(1, TEMPO, policy.id()).runToTheEnd();

        run(() -> lab.selectedStageProperty().set(0));

        BarrierSnapshot first = onFx(this::shown);
        assertThat(first.gate()).isEqualTo(new BarrierGate(combining, 8, required, required, true));
        assertThat(first.slots()).filteredOn(slot -> slot.phase() == BarrierPhase.LOCKED).hasSize(required);
        assertThat(first.slots()).filteredOn(slot -> slot.phase() == BarrierPhase.LATE).hasSize(8 - required);
        assertThat(first.slots()).filteredOn(slot -> slot.phase() == BarrierPhase.LOCKED)
                .extracting(BarrierSlot::arrival)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, required).boxed().toList());
    }

    @Test
    void whatComesTooLateFallsWhileTheRunGoesOn() {
        run(() -> lab.setup().throttle().set(7, 5));
        test.set(1, 2 * TEMPO, CombinePolicy.FIRST_RESPONSE.id()).start();

        await(() -> shown().slots().get(7).fallen() > 0);

        assertThat(onFx(() -> shown().gate().required())).isEqualTo(1);
    }

    /// Stage by stage, so that no look can miss a worker however busy the machine is.
    @Test
    void inAPipelineTheTokenVisitsEveryWorker() {
        run(() -> lab.setup().partitionProperty().set(PartitionKind.PIPELINE.id()));
        test.set(1, TEMPO, CombinePolicy.CONTENT_ADDRESSED.id());
        run(lab.runs()::stepStage);
        await(() -> lab.stateProperty().get() == LabState.PAUSED);

        for (int stageNumber = 0; stageNumber < 16; stageNumber++) {
            int owner = stageNumber / 2;
            run(lab.runs()::stepStage);
            await(() -> shown() != null && shown().walk() != null && shown().walk().at() == owner);
        }

        assertThat(onFx(() -> shown().slots())).hasSize(1);
    }

    @Test
    void aPersonLooksBackAndReturns() {
        test.set(2, 1, CombinePolicy.CONTENT_ADDRESSED.id()).runToTheEnd();
        int last = onFx(() -> shown().stage().number());
        assertThat(visible("barrierNow")).isFalse();

        run(() -> lab.selectedStageProperty().set(3));
        assertThat(visible("barrierPast")).isTrue();
        assertThat(text("barrierTitle")).isEqualTo("Token 1 of 2 · layer 2 of 8 · experts");
        Frames.pass();
        run(() -> stage.node("barrierNow").requestFocus());
        stage.robot().type(KeyCode.SPACE);
        assertThat(visible("barrierPast")).isFalse();
        assertThat(onFx(() -> lab.selectedStageProperty().get())).isEqualTo(LabViewModel.NOW);
        assertThat(onFx(() -> shown().stage().number())).isEqualTo(last);

        run(() -> lab.selectedStageProperty().set(0));
        Frames.pass();
        stage.robot().clickOn("#barrierNow");
        assertThat(visible("barrierPast")).isFalse();
    }

    @Test
    void theNewestStageStaysWhenTheRunHasEnded() {
        test.set(2, 0, CombinePolicy.CONTENT_ADDRESSED.id()).runToTheEnd();

        BarrierSnapshot end = onFx(this::shown);

        assertThat(end.stage().head()).isTrue();
        assertThat(end.gate().open()).isTrue();
        assertThat(text("barrierTitle")).isEqualTo("Token 2 of 2 · output head");
        assertThat(text("barrierSampled")).isEmpty();
    }

    private BarrierSnapshot shown() {
        return barrier.snapshotProperty().get();
    }

    private BarrierPhase phase(int slot) {
        return shown().slots().get(slot).phase();
    }

    private String text(String id) {
        return onFx(() -> stage.<Labeled>node(id).getText());
    }

    private boolean visible(String id) {
        return onFx(() -> stage.<Node>node(id).isVisible());
    }

    private String spoken() {
        return onFx(() -> (String) stage.<Barrier>node("barrier").queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }
}
