package throttlelab.fxml.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.Reference;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;
import throttlelab.fxml.lab.LabState;

/// A closed window leaves nothing behind: its lab holds a whole model.
class ClosedWindowTest {

    private static final int LIMIT_SECONDS = 20;

    @Test
    void aClosedWindowAndItsLabAreCollected() throws Exception {
        List<Reference<?>> held = useAndClose();

        WaitForAsyncUtils.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS, () -> {
            System.gc();
            return held.stream().allMatch(reference -> reference.get() == null);
        });
        assertThat(held).allMatch(reference -> reference.get() == null);
    }

    /// In a method of its own, so that no local variable holds the window.
    private static List<Reference<?>> useAndClose() throws Exception {
        List<Reference<?>> held = new ArrayList<>();
        try (LabStage window = LabStage.shipped()) {
            window.slowMotion();
            window.key(KeyCode.SPACE);
            window.await(LabState.READY);
            window.key(KeyCode.F1);
            window.robot.push(KeyCode.ESCAPE);
            window.key(KeyCode.CONTROL, KeyCode.DIGIT2);
            held.add(new WeakReference<>(window.lab));
            held.add(new WeakReference<>(window.scene));
            held.add(new WeakReference<>(window.run()));
        }
        return held;
    }
}
