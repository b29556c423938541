package throttlelab.fxml.lessons;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import throttlelab.engine.bet.BetResult;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.lesson.Evidence;
import throttlelab.engine.lesson.LessonStep;
import throttlelab.engine.lesson.RunWatch;
import throttlelab.engine.lesson.Seen;
import throttlelab.engine.lesson.Sight;
import throttlelab.engine.lesson.Suspect;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.recording.TokenStream;
import throttlelab.fxml.lab.LabState;
import throttlelab.fxml.lab.LabViewModel;

/// What is seen of the run of one step, from the moment the lab was set up for it. A new run is looked at from its
/// beginning.
final class LessonRunViewModel {

    private static final long LOOK_NANOS = 100_000_000;

    private final LabViewModel lab;
    private final LessonStep step;
    private final Optional<Sha256> auditBefore;
    private final Consumer<Evidence> found;
    private final Optional<LiveRun> before;
    private RunWatch first;
    private RunWatch second;
    private Evidence evidence;
    private BetResult bet;
    private boolean asked;
    private long looked = Long.MIN_VALUE;
    private Seen seen = Seen.NOTHING;

    /// @param auditBefore audit digest of an earlier step's run
    /// @param found told of evidence
    LessonRunViewModel(LabViewModel lab, LessonStep step, Optional<Sha256> auditBefore, Consumer<Evidence> found) {
        this.lab = lab;
        this.step = step;
        this.auditBefore = auditBefore;
        this.found = found;
        this.before = lab.run();
    }

    /// A bet has ended.
    void bet(BetResult result) {
        bet = result;
        note();
    }

    /// Looks at the run, unless it has just done so.
    void look() {
        LiveRun run = lab.run().orElse(null);
        if (run == null || before.filter(earlier -> earlier == run).isPresent()) {
            return;
        }
        boolean ended = lab.stateProperty().get() == LabState.READY;
        if (first == null || first.run() != run) {
            watch(run);
        } else if (!ended && System.nanoTime() - looked < LOOK_NANOS) {
            return;
        }
        looked = System.nanoTime();
        note();
        if (ended && !asked && run.complete()) {
            lab.runs().suspect().ifPresent(suspect -> gather(suspect, run));
        }
    }

    private void watch(LiveRun run) {
        TokenStream expected = lab.runPrompt().flatMap(lab.baseline()::of).orElse(null);
        first = new RunWatch(run, expected);
        second = lab.twinRun().map(twin -> new RunWatch(twin, expected)).orElse(null);
        evidence = null;
        asked = false;
    }

    private void gather(Suspect suspect, LiveRun run) {
        asked = true;
        lab.inBackground(() -> {
            Evidence gathered = suspect.evidence(lab.model(), run);
            return () -> {
                if (first.run() == run) {
                    evidence = gathered;
                    note();
                    found.accept(gathered);
                }
            };
        }, () -> { });
    }

    private void note() {
        seen = new Seen(Optional.ofNullable(first).map(RunWatch::look), Optional.ofNullable(second).map(RunWatch::look),
                auditBefore, Optional.ofNullable(evidence), Optional.ofNullable(bet));
    }

    /// Which of the step's observations have happened, in order.
    List<Boolean> happened() {
        List<Boolean> happened = new ArrayList<>();
        step.expected().forEach(observation -> happened.add(observation.seen(seen)));
        return happened;
    }

    /// The audit digest of the run, once it is complete.
    Optional<Sha256> audit() {
        return seen.first().filter(Sight::complete).map(sight -> sight.report().auditDigest());
    }
}
