package throttlelab.engine.lesson;

import java.util.List;
import java.util.SplittableRandom;
import throttlelab.engine.RunException;
import throttlelab.engine.federation.Defect;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.SeededDefect;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.LiveSetup;
import throttlelab.engine.live.RunTrace;
import throttlelab.engine.live.StageTrace;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.words.Sentence;

/// A run in which one thing is wrong, and what it leaves behind.
public final class Suspect {

    private final SeededDefect wrong;
    private final Inspection inspection = new Inspection();

    private Suspect(SeededDefect wrong) {
        this.wrong = wrong;
    }

    /// One run's suspect.
    ///
    /// @param among what may be wrong; one of them is chosen
    /// @param seed chooses defect and place
    /// @param tokens how many tokens the run generates
    /// @throws throttlelab.engine.UsageException if that is too few
    public static Suspect of(List<Defect> among, long seed, int tokens, Model model) {
        SplittableRandom random = new SplittableRandom(seed);
        Defect defect = among.get(random.nextInt(among.size()));
        return new Suspect(SeededDefect.of(defect, random.nextLong(), tokens, model.config()));
    }

    /// Options for the run.
    ///
    /// @param usual those of a run with which nothing is wrong
    public FederationOptions in(FederationOptions usual) {
        return usual.withDefect(wrong).withAudit(inspection);
    }

    /// What is wrong.
    public Defect defect() {
        return wrong.defect();
    }

    /// Runs a sound federation with the same work, at full speed, and compares the logs. Blocks.
    ///
    /// @param run the run in question, which has ended
    /// @throws RunException if the thread is interrupted
    public Evidence evidence(Model model, LiveRun run) {
        Inspection sound = new Inspection();
        run(model, run.setup(), FederationOptions.DEFAULT.withPatience(Patience.NONE).withAudit(sound));
        return evidence(sound, run.trace());
    }

    Evidence evidence(Inspection sound, RunTrace trace) {
        return Evidence.of(inspection, sound, number -> arrived(trace.stage(number)));
    }

    /// How many different contributions had arrived when a gate opened.
    private static int arrived(StageTrace stage) {
        int arrived = 0;
        for (int slot = 0; slot < stage.slots(); slot++) {
            arrived += stage.arrival(slot) > 0 ? 1 : 0;
        }
        return arrived;
    }

    private static void run(Model model, LiveSetup setup, FederationOptions options) {
        FederationSettings settings = FederationSettings.DEFAULT;
        try (Federation federation = Federation.open(model, settings, new Throttle(Profiles.NONE, settings.workers()),
                options)) {
            federation.run(List.of(setup.promptTokens()), setup.tokens(), RunListener.NONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException(Sentence.of("lesson.the-evidence-was-not-gathered"), e);
        }
    }
}
