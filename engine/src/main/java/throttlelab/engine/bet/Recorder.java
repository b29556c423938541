package throttlelab.engine.bet;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RunSetup;
import throttlelab.engine.throttle.ThrottleProfile;
import throttlelab.engine.words.Sentence;

/// Makes a recording: one run, to be compared with later ones.
public final class Recorder {

    private final FederationRunner runner;
    private final RunSetup setup;
    private final List<Prompt> prompts;
    private final StoppableRun running;

    /// Prepares a recording, and refuses what cannot be run.
    ///
    /// @throws UsageException if the settings do not fit each other or the model, or there is nothing to run
    /// @throws InputException if a prompt cannot be encoded or is too long
    public Recorder(FederationRunner runner, FederationSettings settings, List<Prompt> prompts, int tokens, int batch) {
        if (prompts.isEmpty() || tokens < 1 || batch < 1) {
            throw new UsageException(Sentence.of("bet.a-recording-needs-at-least", prompts.size(), tokens, batch));
        }
        this.runner = runner;
        this.prompts = List.copyOf(prompts);
        this.running = new StoppableRun(runner, settings, this.prompts, tokens, batch);
        this.setup = new RunSetup(runner.model(), runner.numerics(), settings, batch, tokens);
    }

    /// Runs all prompts on the calling thread, once.
    ///
    /// @param id what the recording is to be known by
    /// @param listener is told tokens with the prompt's index among all prompts
    /// @throws RunException if a worker throws, or it was stopped: half a recording is no baseline
    /// @throws InterruptedException if the calling thread is interrupted
    public Recording record(String id, ThrottleProfile profile, InstantSource time, RunListener listener)
            throws InterruptedException {
        ProfileRun run = running.run(new PlannedRun(profile, 1), listener);
        if (!run.complete()) {
            throw new RunException(Sentence.of("bet.the-recording-was-stopped-before"));
        }
        return new Recording(id, time.instant().truncatedTo(ChronoUnit.SECONDS), setup, profile.name(), run.report(),
                runner.environment(), run.prompts());
    }

    /// How many tokens it will generate.
    public long tokens() {
        return (long) prompts.size() * setup.tokens();
    }

    /// Ends it, from any thread, at once.
    public void stop() {
        running.stop();
    }
}
