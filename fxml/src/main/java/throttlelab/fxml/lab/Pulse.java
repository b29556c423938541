package throttlelab.fxml.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Lets views look at a run while there is something to see, and rests when there is not.
///
/// Views sample the newest state; nobody tells them of a token. One object a window, on the FX thread.
public final class Pulse {

    /// How often views look.
    enum Pace {

        /// All of them once a frame: for what eyes can follow.
        FRAMES,

        /// All of them twenty-two times a second.
        BEATS,

        /// Twenty-two times a second, but each time other ones: for a run at full speed, which no eye can follow and which
        /// needs the processors that paint. While one of two is painting, a stage waits for the workers behind it.
        TURNS
    }

    private static final long BEAT_MILLIS = 45;
    private static final int TURNS = 3;

    private final Runnable first;
    private final List<Runnable> samplers = new ArrayList<>();
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat();
        }
    };
    private final AtomicBoolean asked = new AtomicBoolean();
    private ScheduledExecutorService beats;
    private boolean running;
    private int turn;

    /// @param first looks before all others, at every beat
    Pulse(Runnable first) {
        this.first = first;
    }

    /// Adds somebody who looks, for as long as the window lives.
    public void add(Runnable sampler) {
        samplers.add(sampler);
    }

    /// Begins to beat.
    void start(Pace pace) {
        if (running) {
            return;
        }
        running = true;
        if (pace == Pace.FRAMES) {
            frames.start();
        } else {
            // No animation: it would make sixty frames a second, whether there is something to paint or not.
            beats = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("pulse").daemon(true).factory());
            beats.scheduleAtFixedRate(() -> ask(pace), 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /// A window that is busy is not asked again before it has looked.
    private void ask(Pace pace) {
        if (!asked.getAndSet(true)) {
            Platform.runLater(() -> {
                asked.set(false);
                if (running && pace == Pace.TURNS) {
                    turn();
                } else if (running) {
                    beat();
                }
            });
        }
    }

    /// One look by those whose turn it is.
    void turn() {
        turn = (turn + 1) % TURNS;
        first.run();
        for (int i = turn; i < samplers.size(); i += TURNS) {
            samplers.get(i).run();
        }
    }

    /// Rests, after one last look.
    void stop() {
        if (running) {
            running = false;
            frames.stop();
            if (beats != null) {
                beats.shutdownNow();
                beats = null;
            }
            beat();
        }
    }

    /// One look by everybody, now.
    public void beat() {
        first.run();
        samplers.forEach(Runnable::run);
    }
}
