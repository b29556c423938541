package throttlelab.fxml.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;
import org.junit.jupiter.api.Test;
import throttlelab.fxml.testing.ViewStage;

/// Who looks when.
class PulseTest {

    private final List<String> looks = new ArrayList<>();
    private boolean spare;
    private final Pulse pulse = new Pulse(() -> looks.add("lab"), () -> spare);

    private void views(String... names) {
        for (String name : names) {
            pulse.add(() -> looks.add(name));
        }
    }

    @Test
    void atABeatEverybodyLooksTheLabFirst() {
        views("a", "b");
        pulse.beat();

        assertThat(looks).containsExactly("lab", "a", "b");
    }

    @Test
    void inTurnsTheLabAndGlancesLookEachTimeAndAViewNowAndThen() {
        views("a", "b", "c");
        pulse.addGlance(() -> looks.add("glance"));
        for (int turn = 0; turn < 3 * Pulse.TURNS_PER_VIEW; turn++) {
            pulse.turn();
        }

        assertThat(looks).hasSize(2 * 3 * Pulse.TURNS_PER_VIEW + 3).containsOnlyOnce("a", "b", "c");
        assertThat(looks.stream().filter("lab"::equals)).hasSize(3 * Pulse.TURNS_PER_VIEW);
        assertThat(looks.stream().filter("glance"::equals)).hasSize(3 * Pulse.TURNS_PER_VIEW);
        assertThat(String.join(" ", looks)).doesNotContainPattern("[abc] [abc]");
    }

    /// Most runs are over by then: their processors are theirs alone.
    @Test
    void aRunAtFullSpeedGoesOnForAWholeTurnBeforeAViewLooks() {
        ViewStage.start();
        views("a", "b");
        for (int turn = 0; turn < Pulse.TURNS_PER_VIEW - 1; turn++) {
            pulse.turn();
        }
        ViewStage.run(() -> {
            pulse.start(Pulse.Pace.FULL_SPEED);
            for (int turn = 0; turn < Pulse.TURNS_PER_VIEW - 1; turn++) {
                pulse.turn();
            }
            looks.add("so far");
            pulse.turn();
            looks.add("now");
            pulse.stop();
        });

        assertThat(looks.subList(0, looks.indexOf("so far"))).containsOnly("lab");
        assertThat(looks.subList(0, looks.indexOf("now"))).containsAnyOf("a", "b");
    }

    @Test
    void whatWaitsToBePaintedWaitsForAFrameToHaveGoneByAndComesOnce() {
        ViewStage.start();
        List<String> frames = new ArrayList<>();
        AnimationTimer counter = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.add("frame");
            }
        };
        ViewStage.run(() -> {
            counter.start();
            pulse.whenPainted(() -> frames.add("painted"));
        });
        ViewStage.await(() -> frames.size() >= 6);
        ViewStage.run(counter::stop);

        assertThat(frames.subList(0, 6)).containsExactly("frame", "frame", "painted", "frame", "frame", "frame");
    }

    @Test
    void whereWorkersAreHeldBackEveryTurnIsEverybodys() {
        views("a", "b", "c");
        spare = true;
        pulse.turn();

        assertThat(looks).containsExactly("lab", "a", "b", "c");
    }

    /// What moves alone may be painted in another way than what moves among others.
    @Test
    void glancesAreAloneOnlyWhileARunAtFullSpeedNeedsItsProcessors() {
        ViewStage.start();
        pulse.addGlance(() -> looks.add(String.valueOf(pulse.glancing())));
        ViewStage.run(() -> {
            pulse.start(Pulse.Pace.FULL_SPEED);
            pulse.turn();
            spare = true;
            pulse.turn();
            spare = false;
            pulse.turn();
            pulse.stop();
        });

        assertThat(looks).containsExactly("lab", "true", "lab", "false", "lab", "true", "lab", "false");
    }

    @Test
    void whatIsNoViewOfARunHasNoTurnButLooksAtABeat() {
        views("a");
        pulse.addOther(() -> looks.add("other"));
        for (int turn = 0; turn < Pulse.TURNS_PER_VIEW; turn++) {
            pulse.turn();
        }
        assertThat(looks).contains("a");
        assertThat(looks).doesNotContain("other");

        pulse.beat();
        assertThat(looks).contains("other");
    }
}
