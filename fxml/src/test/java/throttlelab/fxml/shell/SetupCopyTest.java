package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;
import throttlelab.fxml.lab.PromptItem;
import throttlelab.fxml.testing.TestLab;
import throttlelab.fxml.testing.ViewStage;

/// A set-up that is copied as one line and pasted into another lab makes the same experiment there.
class SetupCopyTest {

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
    void pastedIntoASecondLabItMakesTheSameExperiment() {
        LabStage.onFx(() -> {
            window.lab.setup().promptProperty().set(new PromptItem(PromptItem.TYPED, "Käse: 50 % off + \"more\""));
            window.lab.setup().tokensProperty().set(3);
            window.lab.setup().tempoProperty().set(0);
            window.lab.setup().policyProperty().set("content-addressed");
            window.lab.setup().partitionProperty().set("experts");
            window.lab.setup().twinProperty().set(true);
            window.lab.setup().twinPolicyProperty().set("first-response");
            window.lab.setup().apply(Profiles.bursty(123));
            window.lab.setup().slow(7, 2.5);
        });
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        assertThat(window.copied).singleElement().asString().startsWith("throttlelab-setup:1 ").contains("seed=123");
        assertThat(window.node("shellNoticeText", Label.class).getText()).contains("clipboard");

        try (TestLab second = new TestLab()) {
            LabStage.onFx(() -> second.lab().setupLine().take(window.copied.getFirst()));
            assertSameSetUp(second.lab());
            LiveRun here = run(window.lab);
            LiveRun there = run(second.lab());
            assertThat(there.setup().settings()).isEqualTo(here.setup().settings());
            assertThat(there.stream().generated(there.setup().promptTokens()).tokens())
                    .isEqualTo(here.stream().generated(here.setup().promptTokens()).tokens());
            assertThat(there.stream().generated(there.setup().promptTokens()).logprobs())
                    .isEqualTo(here.stream().generated(here.setup().promptTokens()).logprobs());
            assertThat(LabStage.onFx(() -> second.lab().setupLine().text())).isEqualTo(window.copied.getFirst());
        }
    }

    private void assertSameSetUp(LabViewModel second) {
        Throttle here = window.lab.setup().throttle();
        Throttle there = second.setup().throttle();
        Random random = new Random(3);
        for (int worker = 0; worker < 8; worker++) {
            long time = Math.abs(random.nextLong(10_000_000_000L));
            assertThat(there.factor(worker, time)).isEqualTo(here.factor(worker, time));
            assertThat(there.follows(worker)).isEqualTo(here.follows(worker));
        }
        assertThat(second.setup().profileProperty().get()).isEqualTo(window.lab.setup().profileProperty().get());
    }

    private static LiveRun run(LabViewModel lab) {
        LabStage.onFx(() -> lab.runs().start(false));
        ViewStage.await(() -> lab.run().filter(LiveRun::complete).isPresent()
                && lab.stateProperty().get() == LabState.READY);
        return LabStage.onFx(() -> lab.run().orElseThrow());
    }

    @Test
    void aPromptOfTheListIsTakenFromTheListAndTheTabIsSetUp() {
        LabStage.onFx(() -> window.lab.setup().promptProperty().set(window.lab.setup().prompts().get(4)));
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        LabStage.onFx(() -> window.lab.setup().promptProperty().set(window.lab.setup().prompts().get(5)));
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);

        assertThat(window.lab.setup().promptProperty().get()).isEqualTo(window.lab.setup().prompts().get(4));
    }

    @Test
    void aDamagedLineIsToldInOneSentenceAndChangesNothing() {
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        window.copied.add(window.copied.getFirst().replace("tokens=50", "tokens=fifty"));
        LabStage.onFx(() -> window.lab.setup().tokensProperty().set(9));
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);

        assertThat(window.problems.sentenceProperty().get()).contains("'tokens'").contains("'fifty'");
        assertThat(window.lab.setup().tokensProperty().get()).isEqualTo(9);
        window.robot.push(KeyCode.ESCAPE);

        window.copied.add(window.copied.getFirst().replaceAll("model=\\w{16}", "model=0123456789abcdef"));
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        assertThat(window.problems.sentenceProperty().get()).contains("changed on its way");
        window.robot.push(KeyCode.ESCAPE);

        window.copied.add("a shopping list");
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
        assertThat(window.problems.sentenceProperty().get()).contains("no set-up");
    }

    @Test
    void whatCannotBeALineIsToldInstead() {
        LabStage.onFx(() -> window.lab.setup().apply(new TrainRide()));
        window.key(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);

        assertThat(window.copied).isEmpty();
        assertThat(window.problems.sentenceProperty().get()).contains("train-ride").contains("file");
    }

    /// A profile as out of a file.
    private record TrainRide() implements ThrottleProfile {

        @Override
        public String name() {
            return "train-ride";
        }

        @Override
        public double factor(int worker, int workers, long elapsedNanos) {
            return 1 + elapsedNanos % 2;
        }

        @Override
        public boolean changing() {
            return true;
        }
    }
}
