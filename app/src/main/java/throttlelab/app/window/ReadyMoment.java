package throttlelab.app.window;

import java.lang.management.ManagementFactory;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import throttlelab.app.host.LogFile;
import throttlelab.fxml.lab.LabState;

/// Notes in the log when the window could first be used: the model is loaded, Run can be pressed, and the frame that
/// shows it is on its way to the screen. Counted from where the virtual machine began. Once.
final class ReadyMoment implements ChangeListener<LabState> {

    /// How the entry begins, for scripts.
    static final String SENTENCE = "The window could be used ";

    private final Scene scene;
    private final LogFile log;
    private final Runnable frame = this::frame;
    private int frames;

    /// @param scene what is shown
    ReadyMoment(Scene scene, LogFile log) {
        this.scene = scene;
        this.log = log;
    }

    /// The lab does something else than before. On the FX thread.
    @Override
    public void changed(ObservableValue<? extends LabState> state, LabState before, LabState now) {
        if (now == LabState.READY) {
            state.removeListener(this);
            scene.addPostLayoutPulseListener(frame);
            Platform.requestNextPulse();
        }
    }

    /// The first frame after the change is laid out now, and handed to the painter before the second.
    private void frame() {
        frames++;
        if (frames == 2) {
            scene.removePostLayoutPulseListener(frame);
            long now = System.currentTimeMillis();
            Thread.ofPlatform().name("ready").daemon(true).start(() -> note(now));
        } else {
            Platform.requestNextPulse();
        }
    }

    private void note(long now) {
        long taken = now - ManagementFactory.getRuntimeMXBean().getStartTime();
        log.publish(new LogRecord(Level.INFO, SENTENCE + taken + " ms after Java began."));
    }
}
