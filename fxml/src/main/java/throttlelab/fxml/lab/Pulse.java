package throttlelab.fxml.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Lets views look at a run while there is something to see, and rests when there is not.
///
/// Views sample the newest state; nobody tells them of a token. One object a window, on the FX thread.
public final class Pulse {

    /// How often views look.
    enum Pace {

        /// All of them once a frame: for what eyes can follow.
        FRAMES(0),

        /// All of them twenty-two times a second.
        BEATS(45),

        /// Sixteen times a second: for a run at full speed, which no eye can follow and which is over in a second or two.
        /// As long as its workers need the processors that paint, only glances look each time, and one of the views every
        /// second, none before: while one of two processors paints, a stage waits for the workers behind it. Workers that
        /// are held back, and a run that stands still, leave room for all.
        FULL_SPEED(62);

        private final long millis;

        Pace(long millis) {
            this.millis = millis;
        }
    }

    /// After how many turns one more view looks.
    static final int TURNS_PER_VIEW = 16;

    /// The first is laid out after its timers, and painted while the next may begin.
    private static final int FRAMES_UNTIL_PAINTED = 2;

    private final Runnable first;
    private final BooleanSupplier spare;
    private final List<Runnable> glances = new ArrayList<>();
    private final List<Runnable> views = new ArrayList<>();
    private final List<Runnable> others = new ArrayList<>();
    private final AnimationTimer frames = new AnimationTimer() {
        @Override
        public void handle(long now) {
            beat();
        }
    };
    private final AtomicBoolean asked = new AtomicBoolean();
    private ScheduledExecutorService beats;
    private boolean running;
    private boolean glancing;
    private int turn;

    /// @param first looks before all others, at every beat
    /// @param spare whether a run at full speed leaves processors free, because its workers are held back or it stands still
    Pulse(Runnable first, BooleanSupplier spare) {
        this.first = first;
        this.spare = spare;
    }

    /// Adds a view of a run, which looks for as long as the window lives; at full speed when it is its turn.
    public void add(Runnable view) {
        views.add(view);
    }

    /// Adds somebody who looks at every beat, also at full speed: what it changes must be small and quickly painted.
    public void addGlance(Runnable glance) {
        glances.add(glance);
    }

    /// Adds somebody who looks at something else than a run, and so needs no turn at full speed.
    public void addOther(Runnable other) {
        others.add(other);
    }

    /// Whether next to nobody but glances looks at present.
    public boolean glancing() {
        return glancing;
    }

    /// Does something once what has changed by now is painted, be it at rest or not.
    void whenPainted(Runnable action) {
        new AnimationTimer() {

            private int seen;

            @Override
            public void handle(long now) {
                if (++seen == FRAMES_UNTIL_PAINTED) {
                    stop();
                    action.run();
                }
            }
        }.start();
    }

    /// Begins to beat.
    void start(Pace pace) {
        if (running) {
            return;
        }
        running = true;
        turn = 0;
        if (pace == Pace.FRAMES) {
            frames.start();
        } else {
            // No animation: it would make sixty frames a second, whether there is something to paint or not.
            beats = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("pulse").daemon(true).factory());
            beats.scheduleAtFixedRate(() -> ask(pace), pace.millis, pace.millis, TimeUnit.MILLISECONDS);
        }
    }

    /// A window that is busy is not asked again before it has looked.
    private void ask(Pace pace) {
        if (!asked.getAndSet(true)) {
            Platform.runLater(() -> {
                asked.set(false);
                if (running && pace == Pace.FULL_SPEED) {
                    turn();
                } else if (running) {
                    beat();
                }
            });
        }
    }

    /// One look at a run at full speed.
    void turn() {
        if (spare.getAsBoolean()) {
            beat();
            return;
        }
        first.run();
        glancing = running;
        glances.forEach(Runnable::run);
        turn = (turn + 1) % (TURNS_PER_VIEW * Math.max(1, views.size()));
        if (turn % TURNS_PER_VIEW == 0 && !views.isEmpty()) {
            views.get(turn / TURNS_PER_VIEW).run();
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
        glancing = false;
        glances.forEach(Runnable::run);
        views.forEach(Runnable::run);
        others.forEach(Runnable::run);
    }
}
