package throttlelab.fxml.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.animation.AnimationTimer;
import javafx.beans.value.ChangeListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.live.LiveRun;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;

/// A run at full speed is painted before its first stage.
class RunsViewModelTest {

    private static final double FULL_SPEED = 0;
    private static final int LOOKS = 3;

    private final TestLab test = new TestLab();
    private final LabViewModel lab = test.lab();

    @BeforeEach
    void set() {
        test.set(2, FULL_SPEED, CombinePolicy.CONTENT_ADDRESSED.id());
    }

    @AfterEach
    void close() {
        test.close();
    }

    private void whenItRuns(Runnable action) {
        ChangeListener<LabState> listener = (property, before, now) -> {
            if (now == LabState.RUNNING) {
                action.run();
            }
        };
        ViewStage.run(() -> lab.stateProperty().addListener(listener));
    }

    private int stages() {
        return lab.run().orElseThrow().trace().size();
    }

    @Test
    void itIsHeldUntilItIsPaintedAndThenRunsToItsEnd() {
        AtomicBoolean held = new AtomicBoolean();
        AnimationTimer firstFrame = new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                held.set(lab.run().orElseThrow().control().paused() && stages() == 0);
            }
        };
        whenItRuns(firstFrame::start);

        test.runToTheEnd();

        assertThat(held).isTrue();
        assertThat(lab.run().orElseThrow().complete()).isTrue();
    }

    /// Else they would show the end of the run before beside the beginning of this one.
    @Test
    void everyViewHasTurnedToItBeforeItsFirstStage() {
        test.runToTheEnd();
        List<LiveRun> seen = new ArrayList<>();
        List<Integer> stages = new ArrayList<>();
        LiveRun before = ViewStage.onFx(() -> lab.run().orElseThrow());
        ViewStage.run(() -> lab.pulse().add(() -> {
            seen.add(lab.run().orElseThrow());
            stages.add(stages());
        }));

        test.runToTheEnd();

        ViewStage.run(() -> {
            assertThat(seen).doesNotContain(before);
            assertThat(stages.getFirst()).isZero();
        });
    }

    @Test
    void whoeverHoldsItBeforeItIsPaintedHoldsIt() {
        AtomicInteger looks = new AtomicInteger();
        whenItRuns(() -> lab.runs().pause());
        ViewStage.run(() -> lab.pulse().addGlance(looks::incrementAndGet));

        test.start();
        int before = looks.get();
        ViewStage.await(() -> looks.get() >= before + LOOKS);

        assertThat(lab.stateProperty().get()).isEqualTo(LabState.PAUSED);
        assertThat(stages()).isZero();
    }

    /// A run that stands still leaves the processors to those who look.
    @Test
    void aRunThatStandsStillIsLookedAtByAllViewsAtEachTurn() {
        AtomicInteger turns = new AtomicInteger();
        AtomicInteger looks = new AtomicInteger();
        whenItRuns(() -> lab.runs().pause());
        test.start();

        ViewStage.run(() -> {
            lab.pulse().addGlance(turns::incrementAndGet);
            lab.pulse().add(looks::incrementAndGet);
        });
        ViewStage.await(() -> turns.get() >= LOOKS);

        ViewStage.run(() -> assertThat(looks.get()).isEqualTo(turns.get()));
    }
}
