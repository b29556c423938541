package throttlelab.fxml.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Lets frames pass: what is painted on a canvas is painted with the next one.
public final class Frames {

    private static final int ENOUGH = 3;
    private static final int SECONDS = 60;

    private Frames() {
    }

    /// Waits until some frames have been painted.
    public static void pass() {
        for (int frame = 0; frame < ENOUGH; frame++) {
            passOne();
        }
    }

    private static void passOne() {
        CountDownLatch passed = new CountDownLatch(1);
        Platform.runLater(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                stop();
                passed.countDown();
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
