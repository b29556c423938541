package throttlelab.app.bench;

import java.util.Optional;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;

/// What the window costs, as measured.
///
/// @param environment the machine
/// @param model the model
/// @param screen what it was shown on
/// @param tokens new tokens in each run
/// @param headless new tokens a second after the first of one stream at full speed, the window off the screen
/// @param windowed the same with the window on it, showing the run; in turns with the other
/// @param fullSpeed frames meanwhile; nothing where the runs were over before there was one
/// @param tempoMillis what a stage takes in slow motion, in milliseconds
/// @param slowMotion frames in slow motion
/// @param idle the share of one processor that the process takes while the window waits for a person; nothing where the
///         system does not tell
public record WindowResult(Environment environment, ModelIdentity model, Screen screen, int tokens, Sample headless,
        Sample windowed, Optional<Frames> fullSpeed, double tempoMillis, Frames slowMotion, Optional<Sample> idle) {

    /// What the window was shown on.
    ///
    /// @param width of the screen, in pixels
    /// @param height of the screen, in pixels
    /// @param windowWidth of the window's content, in pixels
    /// @param windowHeight of the window's content, in pixels
    /// @param hardware whether a graphics processor draws
    /// @param pipelines the system property prism.order, or nothing where JavaFX chose by itself
    public record Screen(int width, int height, int windowWidth, int windowHeight, boolean hardware,
            Optional<String> pipelines) {
    }

    /// What part of its tokens a second a run loses to the window: 0.1 is a tenth. One less the ratio of the medians;
    /// noise may make it negative.
    public double loss() {
        return 1 - windowed.median() / headless.median();
    }
}
