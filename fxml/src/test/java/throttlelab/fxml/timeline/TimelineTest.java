package throttlelab.fxml.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static throttlelab.fxml.testing.ForgedTrace.MILLI;
import static throttlelab.fxml.testing.ForgedTrace.ORIGIN;
import static throttlelab.fxml.testing.ViewStage.onFx;
import static throttlelab.fxml.testing.ViewStage.run;

import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.live.RunTrace;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.testing.ForgedTrace;
import throttlelab.fxml.testing.Frames;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;
import throttlelab.fxml.theme.Theme;
import throttlelab.fxml.view.Controllers;
import throttlelab.fxml.view.Fxml;

/// The view on a forged run whose stages take 350 ms, and on one real run.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimelineTest {

    private static final int STAGES = 400;
    private static final double EM = 13;

    private TestLab test;
    private LabViewModel lab;
    private TimelineViewModel timeline;
    private ViewStage stage;
    private ForgedTrace forged;
    private RunTrace trace;

    @BeforeAll
    void open() {
        test = new TestLab();
        lab = test.lab();
        timeline = onFx(() -> new TimelineViewModel(lab));
        stage = ViewStage.open(() -> Fxml.load(TimelineController.class,
                new Controllers().add(TimelineController.class, () -> new TimelineController(timeline))), 455, 178);
    }

    @AfterAll
    void close() {
        test.close();
        stage.close();
    }

    @BeforeEach
    void watch() {
        forged = ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 35).stages(STAGES);
        trace = forged.whole();
        run(timeline::unpick);
        show(trace, forged.end(), true);
        run(() -> stage.node("timeline").requestFocus());
        stage.robot().moveTo(new Point2D(2, 2));
    }

    @Test
    void itFollowsTheRunUntilItIsHeld() {
        show(forged.at(ORIGIN + 20_000 * MILLI), ORIGIN + 20_000 * MILLI, false);
        TimelineSnapshot before = shown();
        assertThat(before.start() + before.span()).isEqualTo(before.end());

        stage.robot().clickOn("#timelineHold");
        run(() -> timeline.look(ORIGIN + 20_300 * MILLI, false));
        assertThat(shown().start()).isEqualTo(before.start());
        assertThat(shown().end()).isGreaterThan(before.end());

        stage.robot().clickOn("#timelineHold");
        assertThat(shown().start()).isEqualTo(shown().end() - shown().span());
    }

    @Test
    void aClickSelectsTheStageUnderIt() {
        long time = shown().start() + shown().span() / 3;
        int expected = stageAt(time);

        stage.robot().clickOn(place(time, 2));

        assertThat(selected()).isEqualTo(expected);
        assertThat(shown().selected().stage()).isEqualTo(expected);
        assertThat(onFx(() -> stage.<ToggleButton>node("timelineHold").isSelected())).isTrue();
        stage.robot().type(KeyCode.ESCAPE);
        assertThat(selected()).isEqualTo(LabViewModel.NOW);
        assertThat(onFx(() -> stage.<ToggleButton>node("timelineHold").isSelected())).isFalse();
    }

    @Test
    void draggingScrubsBackAndSelectsNothing() {
        TimelineSnapshot before = shown();

        stage.robot().drag(place(before.start() + before.span() / 4, 3), MouseButton.PRIMARY)
                .moveTo(place(before.start() + before.span() * 3 / 4, 3)).drop();

        assertThat(shown().start() / (double) MILLI)
                .isCloseTo((before.start() - before.span() / 2.0) / MILLI, within(20.0));
        assertThat(selected()).isEqualTo(LabViewModel.NOW);
        stage.robot().type(KeyCode.END);
        assertThat(shown().start()).isEqualTo(before.start());
    }

    @Test
    void theScrollBarScrubsToo() {
        Bounds bar = onFx(() -> {
            Node node = stage.node("timelineScroll");
            return node.localToScreen(node.getBoundsInLocal());
        });
        long before = shown().start();

        stage.robot().clickOn(new Point2D(bar.getMinX() + bar.getWidth() / 2, bar.getCenterY()));

        assertThat(shown().start()).isLessThan(before);
        assertThat(onFx(() -> timeline.followingProperty().get())).isFalse();
    }

    @Test
    void theWheelMovesAndWithControlZoomsAroundTheMouse() {
        run(() -> timeline.moveTo(40_000 * MILLI));
        long anchor = shown().start() + shown().span() / 4;
        double x = x(anchor);

        wheel(x, 40, true);
        assertThat(shown().span()).isLessThan(3_000 * MILLI);
        assertThat(x(anchor)).isCloseTo(x, within(1.5));
        wheel(x, -40, true);
        assertThat(shown().span() / (double) MILLI).isCloseTo(3_000, within(0.01));
        long before = shown().start();
        wheel(x, 40, false);
        assertThat(shown().start()).isLessThan(before);
    }

    @Test
    void buttonsZoom() {
        long span = shown().span();

        stage.robot().clickOn("#timelineZoomIn");
        assertThat(shown().span()).isLessThan(span);
        stage.robot().clickOn("#timelineZoomOut");
        assertThat(shown().span() / (double) span).isCloseTo(1, within(1e-6));
        stage.robot().clickOn("#timelineWhole");
        assertThat(shown().start()).isZero();
        assertThat(shown().span()).isEqualTo(shown().end());
        assertThat(shown().shares()).as("too many stages for bars").isNotNull();
    }

    @Test
    void everythingCanBeDoneWithTheKeyboard() {
        stage.robot().type(KeyCode.LEFT, 3);
        assertThat(shown().cursor().stage()).isEqualTo(STAGES - 3);
        assertThat(selected()).isEqualTo(LabViewModel.NOW);
        stage.robot().type(KeyCode.RIGHT);
        assertThat(shown().cursor().stage()).isEqualTo(STAGES - 2);
        stage.robot().type(KeyCode.ENTER);
        assertThat(selected()).isEqualTo(STAGES - 2);
        stage.robot().type(KeyCode.LEFT);
        assertThat(selected()).as("the selection goes along").isEqualTo(STAGES - 3);
        stage.robot().type(KeyCode.HOME);
        assertThat(selected()).isZero();
        assertThat(shown().start()).isZero();
        stage.robot().type(KeyCode.LEFT);
        assertThat(selected()).isZero();
        stage.robot().type(KeyCode.PAGE_DOWN);
        assertThat(shown().start()).isEqualTo(shown().span());
        stage.robot().type(KeyCode.PAGE_UP);
        assertThat(shown().start()).isZero();
        long span = shown().span();
        stage.robot().type(KeyCode.ADD);
        assertThat(shown().span()).isLessThan(span);
        stage.robot().type(KeyCode.SUBTRACT, 2);
        assertThat(shown().span()).isGreaterThan(span);
        stage.robot().type(KeyCode.DIGIT0);
        assertThat(shown().span()).isEqualTo(shown().end());
        stage.robot().type(KeyCode.END);
        assertThat(selected()).isEqualTo(LabViewModel.NOW);
        assertThat(onFx(() -> timeline.followingProperty().get())).isTrue();
    }

    @Test
    void everyStageOfTheRunCanBeReached() {
        run(timeline::first);
        run(timeline::pickCursor);
        for (int number = 0; number < STAGES; number++) {
            TimelineSnapshot now = shown();
            assertThat(selected()).isEqualTo(number);
            assertThat(now.selected().began()).isBetween(now.start(), now.start() + now.span());
            run(() -> timeline.step(1));
        }
    }

    @Test
    void theMouseIsToldWhatIsUnderIt() {
        long time = onFx(() -> timeline.snapshotProperty().get().gates().get(3).began()) + 100 * MILLI;

        stage.robot().moveTo(place(time, 4));
        Frames.pass();

        assertThat(onFx(() -> stage.<Labeled>node("timelineTimes").getText()))
                .isEqualTo("compute 35.0 ms · delay 35.0 ms · waiting 280 ms");
        assertThat(onFx(() -> timeline.detailProperty().get().worker())).isEqualTo(4);
        stage.picture("timeline-hover");
        stage.robot().moveTo(new Point2D(2, 2));
        assertThat(onFx(() -> timeline.detailProperty().get())).isNull();
    }

    @Test
    void itSpeaks() {
        run(() -> timeline.pick(0));

        assertThat(onFx(() -> (String) stage.<Timeline>node("timeline").queryAccessibleAttribute(
                AccessibleAttribute.TEXT))).contains("400 stages").contains("stage 1 selected");
    }

    @Test
    void aRealRunIsSeenAndANewOneBeginsAnew() {
        test.set(2, 2, CombinePolicy.CONTENT_ADDRESSED.id()).runToTheEnd();
        int stages = onFx(() -> lab.run().orElseThrow().trace().size());
        assertThat(shown().stages()).isEqualTo(stages);
        run(timeline::first);
        run(timeline::pickCursor);
        assertThat(selected()).isZero();

        test.runToTheEnd();

        assertThat(selected()).isEqualTo(LabViewModel.NOW);
        assertThat(onFx(() -> timeline.followingProperty().get())).isTrue();
    }

    @Test
    void aRunWithoutAStageShowsNothingOfTheOneBefore() {
        assertThat(shown().stages()).isEqualTo(STAGES);

        show(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 35).whole(), ORIGIN, false);

        assertThat(shown().stages()).isZero();
        assertThat(shown().shares()).isNull();
    }

    @Test
    void pictures() {
        for (Theme theme : Theme.values()) {
            stage.look(theme, 100);
            show(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 35).stages(40), 8_000);
            run(() -> timeline.pick(shown().start() + shown().span() / 2));
            picture("timeline-" + theme.id());
            run(timeline::unpick);
        }
        stage.look(Theme.DARK, 100);
        show(ForgedTrace.phone(CombinePolicy.MAJORITY, 100).stages(100), 4_000);
        picture("timeline-majority");
        show(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 1).stages(800), 2_500);
        picture("timeline-full-speed");
        show(new ForgedTrace(PartitionKind.PIPELINE, CombinePolicy.CONTENT_ADDRESSED, 100, 1, 1, 1.5, 1, 2, 1, 1, 4)
                .stages(100), 4_000);
        picture("timeline-pipeline");
        show(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 35).stages(4).pause(9_000).stages(1).pause(4_000)
                .stages(3), 16_000);
        run(() -> timeline.step(-1));
        picture("timeline-steps");
        for (int zoom : new int[] {80, 200}) {
            stage.look(Theme.LIGHT, zoom);
            stage.size(zoom == 80 ? 455 : 940, zoom == 80 ? 160 : 380);
            show(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 35).stages(40), 8_000);
            picture("timeline-zoom-" + zoom);
        }
        stage.look(Theme.DARK, 100);
        stage.size(1000, 220);
        show(ForgedTrace.phone(CombinePolicy.CONTENT_ADDRESSED, 35).stages(40), 8_000);
        picture("timeline-wide");
        stage.size(455, 178);
    }

    private void picture(String name) {
        Frames.pass();
        stage.picture(name);
    }

    private void show(ForgedTrace other, long millis) {
        show(other.at(ORIGIN + millis * MILLI), ORIGIN + millis * MILLI, false);
    }

    private void show(RunTrace other, long now, boolean ended) {
        run(() -> {
            timeline.watch(other, 8, 50);
            timeline.look(now, ended);
        });
        Frames.pass();
    }

    private TimelineSnapshot shown() {
        return onFx(() -> timeline.snapshotProperty().get());
    }

    private int selected() {
        return onFx(() -> lab.selectedStageProperty().get());
    }

    private int stageAt(long time) {
        int stage = 0;
        while (stage + 1 < trace.size() && trace.stage(stage + 1).began() - trace.stage(0).began() <= time) {
            stage++;
        }
        return stage;
    }

    private double x(long time) {
        return onFx(() -> {
            Timeline node = stage.node("timeline");
            return TimelinePlot.of(node.snapshotProperty().get(), 8, node.getWidth(), node.getHeight(), EM).x(time);
        });
    }

    private Point2D place(long time, int worker) {
        double x = x(time);
        return onFx(() -> {
            Timeline node = stage.node("timeline");
            double height = node.getHeight() - stage.node("timelineScroll").getBoundsInParent().getHeight();
            double y = TimelinePlot.of(node.snapshotProperty().get(), 8, node.getWidth(), height, EM).middle(worker);
            return node.localToScreen(x, y);
        });
    }

    private void wheel(double x, double turned, boolean control) {
        run(() -> {
            Node node = stage.node("timeline");
            Point2D at = node.localToScene(x, 50);
            Event.fireEvent(node, new ScrollEvent(ScrollEvent.SCROLL, at.getX(), at.getY(), at.getX(), at.getY(), false,
                    control, false, false, false, false, 0, turned, 0, turned,
                    ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0, null));
        });
    }
}
