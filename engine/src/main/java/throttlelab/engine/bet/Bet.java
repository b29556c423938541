package throttlelab.engine.bet;

import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RunSetup;

/// The pre-registered experiment: the same prompts under every throttle profile, each profile in a federation of its
/// own, all compared with `none`.
public final class Bet {

    private static final double NANOS_PER_MILLI = 1e6;

    private final BetPlan plan;
    private final Criteria criteria;
    private final RunSetup setup;
    private final FederationRunner runner;
    private final InstantSource time;
    private final Optional<Recording> baseline;
    private final StoppableRun running;
    private final Judge judge;

    /// Prepares a bet, and refuses what cannot be run before anything runs or is written.
    ///
    /// @param runner the model and its federations
    /// @param plan what is run
    /// @param criteria what was laid down
    /// @param baselines recordings to compare with, where they fit
    /// @param time for the date of the result and the time left
    /// @throws UsageException if the settings do not fit each other or the model
    /// @throws InputException if a prompt cannot be encoded or is too long
    public Bet(FederationRunner runner, BetPlan plan, Criteria criteria, List<Recording> baselines,
            InstantSource time) {
        this.runner = runner;
        this.plan = plan;
        this.criteria = criteria;
        this.time = time;
        this.running = new StoppableRun(runner, plan.federation(), plan.prompts(), plan.tokens(), plan.batch());
        this.setup = new RunSetup(runner.model(), runner.numerics(), plan.federation(), plan.batch(), plan.tokens());
        this.baseline = Baselines.fitting(baselines, setup.model(), setup.numerics(), plan);
        this.judge = new Judge(plan, criteria);
    }

    /// Runs it on the calling thread, once, after a warm-up whose streams nobody keeps.
    ///
    /// @return what it came to, whatever the verdict; after [#stop()] what was complete until then
    /// @throws RunException if a worker throws
    /// @throws InterruptedException if the calling thread is interrupted
    public BetResult run(BetListener listener) throws InterruptedException {
        List<PlannedRun> planned = plan.runs();
        List<ProfileRun> runs = new ArrayList<>();
        if (!running.stopped()) {
            listener.onWarmUp();
            running.warmUp(time);
        }
        Watch watch = new Watch(planned, listener);
        for (int i = 0; i < planned.size() && !running.stopped(); i++) {
            watch.begin(i);
            ProfileRun run = running.run(planned.get(i), watch);
            runs.add(run);
            watch.end(run, judge.compare(runs.getFirst(), run));
        }
        return result(runs);
    }

    /// Ends it, from any thread, at once: what is complete is kept, and the verdict is VOID unless something diverged.
    public void stop() {
        running.stop();
    }

    private BetResult result(List<ProfileRun> runs) {
        Optional<BaselineComparison> old = runs.isEmpty() ? Optional.empty()
                : baseline.map(recording -> Baselines.compare(recording, runs.getFirst().prompts()));
        Judgement judgement = judge.judge(runs, old);
        long self = runs.isEmpty() ? 0 : runs.getFirst().prompts().stream().map(RecordedPrompt::stream)
                .mapToLong(stream -> stream.length()).sum();
        return new BetResult(plan, criteria, setup, runs, judgement, old,
                Claims.of(criteria.claims(), plan.federation().policy(), judgement.verdict(), judgement.totals(), self),
                runner.environment(), time.instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /// Counts and compares tokens as they come, and tells the listener.
    private final class Watch implements RunListener {

        private final List<PlannedRun> planned;
        private final BetListener listener;
        private final LiveTotals totals = new LiveTotals(plan.prompts().size(), plan.tokens());
        private final long tokensPerRun = (long) plan.prompts().size() * plan.tokens();
        private final TimeLeft timeLeft;
        private final long began = time.millis();
        private long runBegan;
        private int index;
        private long done;
        private long doneInRun;

        Watch(List<PlannedRun> planned, BetListener listener) {
            this.planned = planned;
            this.listener = listener;
            this.timeLeft = new TimeLeft(planned, plan.federation().workers(), tokensPerRun);
        }

        void begin(int run) {
            index = run;
            doneInRun = 0;
            runBegan = time.millis();
            listener.onRunBegun(planned.get(run), progress());
        }

        @Override
        public void onToken(int prompt, int position, int token, float logprob, float margin) {
            done++;
            doneInRun++;
            if (index == 0) {
                totals.reference(prompt, position, token, logprob);
            } else {
                totals.compare(prompt, position, token, logprob);
            }
            listener.onToken(progress());
        }

        void end(ProfileRun run, Comparison comparison) {
            timeLeft.ended(index, nanosSince(runBegan), run.report());
            listener.onRunEnded(run, comparison, progress());
        }

        private BetProgress progress() {
            long left = timeLeft.nanos(index, doneInRun, nanosSince(runBegan));
            return new BetProgress(planned.get(index).name(), index, planned.size(), done,
                    tokensPerRun * planned.size(), Duration.ofMillis(time.millis() - began),
                    left < 0 ? Optional.empty() : Optional.of(Duration.ofNanos(left)), totals.totals());
        }

        private long nanosSince(long millis) {
            return Math.round((time.millis() - millis) * NANOS_PER_MILLI);
        }
    }
}
