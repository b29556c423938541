package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.RunException;
import throttlelab.fxml.lab.LabFiles;
import throttlelab.fxml.lab.LabState;

/// What is seen before there is a model.
class LoadingTest {

    private static final LabFiles SHIPPED = new LabFiles(LabStage.MODEL, LabStage.PROMPTS, List.of());

    @TempDir
    private Path folder;

    @Test
    void progressIsSeenWhileTheModelIsLoaded() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        try (LabStage window = LabStage.loading(() -> waitFor(goOn))) {
            assertThat(window.seen("loadingProgress")).isTrue();
            assertThat(window.seen("transport")).isFalse();
            window.key(KeyCode.SPACE);
            window.key(KeyCode.CONTROL, KeyCode.O);
            assertThat(window.dialogs.questions).isEmpty();
            window.picture("loading");

            goOn.countDown();
            window.await(LabState.READY);
            assertThat(window.seen("loadingProgress")).isFalse();
            assertThat(window.seen("transportRun")).isTrue();
        }
    }

    @Test
    void aModelThatCannotBeLoadedIsToldAndCanBeTriedAgain() throws Exception {
        AtomicBoolean there = new AtomicBoolean();
        try (LabStage window = LabStage.loading(() -> there.get() ? SHIPPED
                : new LabFiles(folder, LabStage.PROMPTS, List.of()))) {
            window.await(LabState.FAILED);
            assertThat(LabStage.onFx(() -> window.node("loadingProblem", Labeled.class).getText()))
                    .contains(folder.toString());
            assertThat(window.seen("problemSheet")).isFalse();
            window.picture("loading-failed");

            there.set(true);
            window.click("loadingAgain");
            window.await(LabState.READY);
            assertThat(window.seen("transportRun")).isTrue();
        }
    }

    private static LabFiles waitFor(CountDownLatch goOn) {
        try {
            goOn.await();
            return SHIPPED;
        } catch (InterruptedException e) {
            throw new RunException("interrupted", e);
        }
    }
}
