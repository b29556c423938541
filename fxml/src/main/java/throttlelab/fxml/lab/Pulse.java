package throttlelab.fxml.lab;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.AnimationTimer;

/// Lets views look at a run once a frame while there is something to see, and rests when there is not.
///
/// Views sample the newest state; nobody tells them of a token. One object a window, on the FX thread.
public final class Pulse {

    private final List<Runnable> samplers = new ArrayList<>();
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat();
        }
    };
    private boolean running;

    /// Adds somebody who looks, for as long as the window lives.
    public void add(Runnable sampler) {
        samplers.add(sampler);
    }

    /// Begins to beat once a frame.
    void start() {
        if (!running) {
            running = true;
            timer.start();
        }
    }

    /// Rests, after one last look.
    void stop() {
        if (running) {
            running = false;
            timer.stop();
            beat();
        }
    }

    /// One look by everybody, now.
    public void beat() {
        for (Runnable sampler : samplers) {
            sampler.run();
        }
    }
}
