package throttlelab.fxml.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.stage.Window;
import org.testfx.util.WaitForAsyncUtils;

/// Lets frames pass: what is painted on a canvas is painted with the next one.
public final class Frames {

    private static final int ENOUGH = 3;
    private static final int AT_MOST = 5;
    private static final int SECONDS = 60;

    private Frames() {
    }

    /// Waits until some frames have been painted.
    public static void pass() {
        for (int frame = 0; frame < ENOUGH; frame++) {
            passOne();
        }
    }

    /// Waits until what was begun has reached the screen: whoever was told something has answered, and every window has
    /// found its layout. What goes on by itself, such as a run or an animation, is not waited for.
    public static void settle() {
        int frame = 0;
        do {
            passOne();
            frame++;
        } while (frame < AT_MOST && WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(SECONDS),
                Frames::unsettled));
    }

    private static boolean unsettled() {
        return Window.getWindows().stream().filter(window -> window.getScene() != null)
                .anyMatch(window -> window.getScene().getRoot().isNeedsLayout());
    }

    /// A timer ticks at the beginning of a frame; what it asks for later is done when the frame is over.
    private static void passOne() {
        CountDownLatch passed = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                Platform.runLater(passed::countDown);
            }
        }.start());
        try {
            if (!passed.await(SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("no frame within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
