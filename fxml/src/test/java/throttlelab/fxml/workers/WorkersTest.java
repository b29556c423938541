package throttlelab.fxml.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static throttlelab.fxml.testing.ViewStage.await;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Fxml;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkersTest {

    private TestLab test;
    private LabViewModel lab;
    private WorkersViewModel workers;
    private ViewStage stage;

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        workers = onFx(() -> new WorkersViewModel(lab));
        stage = ViewStage.open(() -> Fxml.load(WorkersController.class,
                new Controllers().add(WorkersController.class, () -> new WorkersController(workers))), 285, 594);
    }

    @AfterAll
    void close() {
        test.close();
        stage.close();
    }

    @BeforeEach
    void fresh() {
        run(lab.runs()::stop);
        test.awaitReady();
        run(() -> {
            workers.reset();
            lab.setup().partitionProperty().set("sliced");
            stage.node("workersReset").requestFocus();
        });
    }

    @Test
    void draggingASliderSlowsItsWorkerDown() {
        Bounds track = onFx(() -> stage.node("workersSlider2").lookup(".track").localToScreen(
                stage.node("workersSlider2").lookup(".track").getBoundsInLocal()));
        double middle = (track.getMinY() + track.getMaxY()) / 2;
        stage.robot().drag(stage.node("workersSlider2").lookup(".thumb"))
                .dropTo(track.getMinX() + track.getWidth() * 0.5, middle);

        // Equal ways are equal ratios: the middle is the root of twenty.
        assertThat(factor(2)).isCloseTo(4.5, within(0.6));
        assertThat(factor(2) * 10).isEqualTo(Math.rint(factor(2) * 10));
        assertThat(factor(1)).isEqualTo(1);
        assertThat(text("workersFactor2")).isEqualTo(FactorText.brief(factor(2)));
        assertThat(this.<Label>node("workersProfile").getText()).isEqualTo("profile: custom");

        stage.robot().drag(stage.node("workersSlider2").lookup(".thumb")).dropTo(track.getMaxX() + 40, middle);
        assertThat(factor(2)).isEqualTo(20);
    }

    @Test
    void arrowsStepByHalfAndHomeAndEndGoToTheEnds() {
        run(() -> node("workersSlider0").requestFocus());
        stage.robot().type(KeyCode.RIGHT);
        assertThat(factor(0)).isEqualTo(1.5);
        stage.robot().type(KeyCode.RIGHT, 3);
        assertThat(factor(0)).isEqualTo(3);
        stage.robot().type(KeyCode.LEFT);
        assertThat(factor(0)).isEqualTo(2.5);
        stage.robot().type(KeyCode.END);
        assertThat(factor(0)).isEqualTo(20);
        stage.robot().type(KeyCode.RIGHT);
        assertThat(factor(0)).isEqualTo(20);
        stage.robot().type(KeyCode.LEFT);
        assertThat(factor(0)).isEqualTo(19.5);
        stage.robot().type(KeyCode.HOME);
        assertThat(factor(0)).isEqualTo(1);
        stage.robot().type(KeyCode.LEFT);
        assertThat(factor(0)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"7.5,7.5,7.5×", "'2,5x',2.5,2.5×", "99,20,20×", "0.2,1,1×", "fast,3,3×", "'',3,3×"})
    void aNumberCanBeTyped(String typed, double factor, String shown) {
        run(() -> workers.slow(4, 3));

        stage.robot().clickOn("#workersFactor4").push(KeyCode.CONTROL, KeyCode.A).type(KeyCode.DELETE).write(typed)
                .type(KeyCode.ENTER);

        assertThat(factor(4)).isEqualTo(factor);
        assertThat(text("workersFactor4")).isEqualTo(shown);
        assertThat(this.<WorkerRow>node("workersRow4").stateProperty().get().factor()).isEqualTo(factor);
    }

    @Test
    void escapeDropsWhatWasTypedAndLeavingTakesIt() {
        stage.robot().clickOn("#workersFactor4").push(KeyCode.CONTROL, KeyCode.A).write("6").type(KeyCode.ESCAPE);
        assertThat(factor(4)).isEqualTo(1);
        assertThat(text("workersFactor4")).isEqualTo("1×");

        stage.robot().push(KeyCode.CONTROL, KeyCode.A).write("6").type(KeyCode.TAB);
        assertThat(factor(4)).isEqualTo(6);
        assertThat(text("workersFactor4")).isEqualTo("6×");
    }

    @Test
    void aDoubleClickResets() {
        run(() -> workers.slow(3, 12));
        assertThat(this.<Slider>node("workersSlider3").getValue()).isGreaterThan(0.5);

        stage.robot().doubleClickOn("#workersSlider3", MouseButton.PRIMARY);

        assertThat(factor(3)).isEqualTo(1);
        assertThat(this.<Slider>node("workersSlider3").getValue()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"Steady,steady,'5,5,5,5,5,5,5,5'", "Ramp,ramp,'1,1.5,2,2.5,3,3.5,4,4.5'",
        "ReverseRamp,reverse-ramp,'4.5,4,3.5,3,2.5,2,1.5,1'", "Phone,phone,'1,1,1,1,1,1,1,10'",
        "None,none,'1,1,1,1,1,1,1,1'"})
    void presetsSetAllSliders(String button, String profile, String factors) {
        run(() -> workers.slow(0, 17));

        stage.robot().clickOn("#workersPreset" + button);

        double[] expected = Arrays.stream(factors.split(",")).mapToDouble(Double::parseDouble).toArray();
        assertThat(IntStream.range(0, 8).mapToDouble(this::factor).toArray()).containsExactly(expected);
        for (int worker = 0; worker < 8; worker++) {
            assertThat(text("workersFactor" + worker)).isEqualTo(FactorText.brief(expected[worker]));
            assertThat(Math.pow(20, this.<Slider>node("workersSlider" + worker).getValue()))
                    .isCloseTo(expected[worker], within(0.06));
        }
        assertThat(this.<Label>node("workersProfile").getText()).isEqualTo("profile: " + profile);
        assertThat(this.<ToggleButton>node("workersPreset" + button).isSelected()).isTrue();
        stage.robot().clickOn("#workersPreset" + button);
        assertThat(this.<ToggleButton>node("workersPreset" + button).isSelected()).isTrue();
    }

    @Test
    void aMovedSliderMakesTheProfileCustomAndResetBringsAllBack() {
        assertThat(node("workersReset").isDisabled()).isTrue();
        stage.robot().clickOn("#workersPresetRamp");
        run(() -> node("workersSlider1").requestFocus());
        stage.robot().type(KeyCode.RIGHT);
        assertThat(this.<Label>node("workersProfile").getText()).isEqualTo("profile: custom");
        assertThat(this.<ToggleButton>node("workersPresetRamp").isSelected()).isFalse();
        assertThat(factor(1)).isEqualTo(2);
        assertThat(factor(7)).isEqualTo(4.5);

        stage.robot().clickOn("#workersReset");

        assertThat(IntStream.range(0, 8).mapToDouble(this::factor).toArray()).containsOnly(1);
        assertThat(this.<Label>node("workersProfile").getText()).isEqualTo("profile: none");
    }

    @Test
    void namesAndDevicesCanBeEdited() {
        stage.robot().clickOn("#workersName6").push(KeyCode.CONTROL, KeyCode.A).write("Anna's tablet")
                .type(KeyCode.ENTER);
        assertThat(lab.workerNames().get(6)).isEqualTo("Anna's tablet");
        assertThat(node("workersSlider6").getAccessibleText()).isEqualTo("Slowdown of Anna's tablet");

        stage.robot().push(KeyCode.CONTROL, KeyCode.A).write("  ").type(KeyCode.ENTER);
        assertThat(lab.workerNames().get(6)).isEqualTo("Anna's tablet");
        assertThat(text("workersName6")).isEqualTo("Anna's tablet");

        run(() -> lab.workerNames().set(0, "Server"));
        assertThat(text("workersName0")).isEqualTo("Server");

        stage.robot().clickOn("#workersDevice0").clickOn("#workersDevice0laptop");
        assertThat(workers.devices().getFirst()).isEqualTo(Device.LAPTOP);
    }

    @Test
    void aSliderMovedInTheMiddleOfARunActsAtOnce() {
        test.set(2, 20, "content-addressed").start();
        await(() -> lab.run().orElseThrow().trace().size() > 5);

        // Held while the keys are typed, which may take longer than the whole run.
        run(lab.runs()::pause);
        run(() -> node("workersSlider5").requestFocus());
        stage.robot().type(KeyCode.RIGHT, 4);
        assertThat(factor(5)).isEqualTo(3);
        run(lab.runs()::resume);
        await(() -> node("workersRow5").getPseudoClassStates().contains(PseudoClass.getPseudoClass("waited-for"))
                && node("workersActivity5").getPseudoClassStates().contains(PseudoClass.getPseudoClass("delayed"))
                && this.<Label>node("workersActivity5").getText().equals("delayed"));
        test.awaitReady();

        WorkerState end = onFx(() -> state(5));
        assertThat(end.activity()).isEqualTo(Activity.IDLE);
        assertThat(end.set()).isGreaterThan(1.5).isLessThan(3);
        assertThat(end.measured()).isGreaterThanOrEqualTo(end.set());
        assertThat(this.<Label>node("workersTimes5").getText())
                .isEqualTo("set " + FactorText.set(end.set()) + "  measured " + FactorText.exact(end.measured()));
        assertThat(end.blame()).isGreaterThan(50);
        assertThat(IntStream.range(0, 8).map(worker -> state(worker).blame()).sum()).isEqualTo(100);
        assertThat(this.<Label>node("workersBlame5").getText()).isEqualTo("blame " + end.blame() + " %");
        assertThat(end.measured()).isEqualTo(
                lab.run().orElseThrow().report().workers().get(5).factorMeasured());
    }

    @Test
    void slidersFollowAProfileThatChangesUntilTheyAreTouched() {
        stage.robot().clickOn("#workersPresetBursty");
        assertThat(node("workersFollowing3").isVisible()).isTrue();
        test.set(50, 20, "content-addressed").start();

        double first = onFx(() -> state(3).factor());
        await(() -> state(3).factor() != first);
        await(() -> Math.abs(Math.pow(20, this.<Slider>node("workersSlider3").getValue()) - state(3).factor()) < 0.06);

        run(() -> node("workersSlider3").requestFocus());
        stage.robot().type(KeyCode.HOME);
        stage.robot().type(KeyCode.END);
        assertThat(factor(3)).isEqualTo(20);
        await(() -> !node("workersFollowing3").isVisible() && state(3).factor() == 20);
        assertThat(node("workersFollowing2").isVisible()).isTrue();
        assertThat(node("workersRow2").getPseudoClassStates()).contains(PseudoClass.getPseudoClass("following"));
        assertThat(node("workersRow3").getPseudoClassStates()).doesNotContain(PseudoClass.getPseudoClass("following"));
    }

    @Test
    void inThePipelineOneWorkerWorksAndTheOthersWait() {
        run(() -> lab.setup().partitionProperty().set("pipeline"));
        test.set(2, 20, "content-addressed").start();
        await(() -> lab.run().orElseThrow().trace().size() > 2);

        await(() -> activities().stream().filter(Activity.COMPUTING::equals).count() == 1
                && activities().stream().filter(Activity.WAITING::equals).count() == 7);
    }

    @Test
    void aWorkerThatAGateDidNotWaitForIsSeenAtItsOwnStage() {
        run(() -> workers.slow(7, 8));
        test.set(2, 10, "first-response").start();

        await(() -> lab.run().orElseThrow().trace().size() > 8 && state(7).activity() == Activity.DELAYED);
        assertThat(onFx(() -> state(7).waitedFor())).isFalse();
    }

    @Test
    void everyControlIsNamedAndExplained() {
        for (String part : List.of("Name", "Device", "Slider", "Factor")) {
            Node node = node("workers" + part + "4");
            assertThat(node.getAccessibleText()).as(part).isNotBlank();
            assertThat(node.isFocusTraversable()).as(part).isTrue();
            assertThat(((Control) node).getTooltip()).as(part).isNotNull();
        }
    }

    @Test
    void pictures() {
        test.set(50, 35, "content-addressed");
        run(() -> {
            workers.slow(2, 1.5);
            workers.slow(7, 10);
        });
        test.start();
        await(() -> state(7).blame() == 100 && state(7).waitedFor());
        run(lab.runs()::pause);
        stage.pictures("workers");
        stage.look(Theme.DARK, 80);
        stage.picture("workers-dark-80");
        stage.size(460, 594);
        stage.look(Theme.LIGHT, 200);
        stage.picture("workers-light-200");
        stage.look(Theme.DARK, 100);
        stage.size(285, 594);
    }

    private List<Activity> activities() {
        return IntStream.range(0, 8).mapToObj(worker -> state(worker).activity()).toList();
    }

    private WorkerState state(int worker) {
        return workers.stateProperty(worker).get();
    }

    private double factor(int worker) {
        return lab.setup().throttle().factor(worker, 0);
    }

    private String text(String field) {
        return this.<TextField>node(field).getText();
    }

    private <T extends Node> T node(String id) {
        return stage.node(id);
    }
}
