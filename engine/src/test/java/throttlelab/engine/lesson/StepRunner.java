package throttlelab.engine.lesson;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import throttlelab.engine.bet.Bet;
import throttlelab.engine.bet.BetListener;
import throttlelab.engine.bet.BetPlan;
import throttlelab.engine.bet.Criteria;
import throttlelab.engine.bet.ModelRunner;
import throttlelab.engine.bet.RunOptions;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.VirtualTime;
import throttlelab.engine.live.LiveRun;
import throttlelab.engine.live.LiveSetup;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompts;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// Does what a person does with a step of a lesson: sets the lab up, presses Run, and looks. In simulated time, but for
/// two runs at once, which are a race, and for a death.
final class StepRunner {

    private static final long PATIENCE_SECONDS = 120;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double HURRY = 3;
    private static final List<RecordedPrompt> BASELINE = RecordingFile.read(
            LessonModel.samples().resolve("baselines/fractalmoe-30m-none.json")).prompts();

    private final Model model = LessonModel.shipped();
    private Optional<Sha256> audit = Optional.empty();

    /// Runs a step and says what is seen.
    Seen run(StepSetup setup) throws InterruptedException {
        return switch (setup) {
            case StepSetup.Live live -> live(live, false);
            case StepSetup.Bet bet -> bet(bet);
        };
    }

    /// The same on threads, in real time.
    ///
    /// @param dying whether the tablet dies at its first contribution and is revived
    Seen live(StepSetup.Live setup, boolean dying) throws InterruptedException {
        boolean real = dying || setup.beside().isPresent();
        RecordedPrompt prompt = BASELINE.stream()
                .filter(each -> setup.prompt().isEmpty() || each.prompt().id().equals(setup.prompt())).findFirst()
                .orElseThrow();
        Throttle throttle = throttle(setup);
        Optional<Suspect> suspect = setup.wrong().isEmpty() ? Optional.empty()
                : Optional.of(Suspect.of(setup.wrong(), 45, setup.tokens(), model));
        try (LiveRun first = start(setup, setup.policy(), prompt, throttle, suspect, real);
                LiveRun second = setup.beside().isEmpty() ? null
                        : start(setup, setup.beside().get(), prompt, throttle, Optional.empty(), real)) {
            if (dying) {
                first.kill(6);
                first.control().resume();
                while (first.lives().get(6).deaths() == 0) {
                    Thread.onSpinWait();
                }
                first.revive(6);
            } else {
                first.control().resume();
            }
            if (second != null) {
                second.control().resume();
                await(second);
            }
            await(first);
            Seen seen = new Seen(Optional.of(look(first, prompt)),
                    Optional.ofNullable(second).map(run -> look(run, prompt)), audit,
                    suspect.map(each -> each.evidence(model, first)), Optional.empty());
            audit = Optional.of(first.report().auditDigest());
            return seen;
        }
    }

    /// What is seen of a run that is held before its first stage.
    Seen held(StepSetup.Live setup) {
        try (LiveRun run = start(setup, setup.policy(), BASELINE.getFirst(), throttle(setup), Optional.empty(), true)) {
            return new Seen(Optional.of(look(run, BASELINE.getFirst())), Optional.empty(), audit, Optional.empty(),
                    Optional.empty());
        }
    }

    private static Throttle throttle(StepSetup.Live setup) {
        Throttle throttle = new Throttle(Profiles.byName(setup.profile()).orElse(Profiles.NONE), 8);
        for (int worker = 0; worker < setup.factors().size(); worker++) {
            throttle.set(worker, setup.factors().get(worker));
        }
        return throttle;
    }

    private static Sight look(LiveRun run, RecordedPrompt prompt) {
        return new RunWatch(run, prompt.stream()).look();
    }

    private LiveRun start(StepSetup.Live setup, CombinePolicy policy, RecordedPrompt prompt, Throttle throttle,
            Optional<Suspect> suspect, boolean real) {
        FederationOptions usual = FederationOptions.DEFAULT.withPatience(Patience.WATCHED);
        FederationOptions timed = real ? usual : usual.withClock(new VirtualTime());
        // A person needs the time to look, a test does not.
        Tempo tempo = real ? Tempo.ofMillis(setup.tempo().stageNanos() / NANOS_PER_MILLI / HURRY) : setup.tempo();
        return LiveRun.start(model, new LiveSetup(new FederationSettings(setup.partition(), 8, policy, tempo),
                prompt.promptTokens(), setup.tokens(), true), throttle,
                suspect.map(each -> each.in(timed)).orElse(timed));
    }

    private static void await(LiveRun run) throws InterruptedException {
        if (!run.await(PATIENCE_SECONDS, TimeUnit.SECONDS) || run.error().isPresent()) {
            throw new AssertionError("the run did not end well: " + run.error());
        }
    }

    private Seen bet(StepSetup.Bet setup) throws InterruptedException {
        BetPlan plan = new BetPlan(BetPlan.first(setup.prompts(),
                Prompts.read(LessonModel.samples().resolve("prompts/bet45.jsonl"))), setup.tokens(),
                setup.profiles().stream().map(name -> Profiles.byName(name).orElseThrow()).toList(),
                new FederationSettings(PartitionKind.SLICED, 8, setup.policy(), Tempo.ofMillis(1)), 100, 1);
        Bet bet = new Bet(new ModelRunner(model, new InSimulatedTime()), plan,
                Criteria.read(LessonModel.samples().resolve("bet/45_throttle.criteria.json")), List.of(),
                InstantSource.system());
        return new Seen(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(bet.run(BetListener.NONE)));
    }

    /// A clock of its own for each run.
    private static final class InSimulatedTime implements RunOptions {

        @Override
        public Kernels kernels() {
            return FederationOptions.DEFAULT.kernels();
        }

        @Override
        public FederationOptions open(String run) {
            return FederationOptions.DEFAULT.withClock(new VirtualTime());
        }

        @Override
        public void close(String run) {
        }
    }
}
