package throttlelab.fxml.bet;

import java.util.List;
import throttlelab.engine.bet.FederationRunner;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.throttle.ThrottleProfile;

/// The same federations, each token put on a tape as it comes: a bet's own listener is not told which token it was.
final class TapedFederationsViewModel implements FederationRunner {

    private final FederationRunner runner;
    private final BetTape tape;
    private volatile TapedSession session;
    /// Of the run going on; used on the bet's own thread only.
    private int index;

    TapedFederationsViewModel(FederationRunner runner, BetTape tape) {
        this.runner = runner;
        this.tape = tape;
    }

    /// The next run begins.
    void begin(int run) {
        index = run;
        tape.begin(run);
    }

    /// What was measured in a run so far; `null` if its federation is not the newest.
    FederationReport report(int run) {
        TapedSession newest = session;
        return newest == null || newest.run != run ? null : newest.report();
    }

    @Override
    public ModelIdentity model() {
        return runner.model();
    }

    @Override
    public String numerics() {
        return runner.numerics();
    }

    @Override
    public Environment environment() {
        return runner.environment();
    }

    @Override
    public int maxPositions() {
        return runner.maxPositions();
    }

    @Override
    public int[] encode(String prompt) {
        return runner.encode(prompt);
    }

    @Override
    public String decode(int[] tokens) {
        return runner.decode(tokens);
    }

    @Override
    public void check(FederationSettings settings) {
        runner.check(settings);
    }

    @Override
    public Session openWarmUp(FederationSettings settings) {
        return runner.openWarmUp(settings);
    }

    @Override
    public Session open(String run, ThrottleProfile profile, FederationSettings settings) {
        TapedSession opened = new TapedSession(index, runner.open(run, profile, settings));
        session = opened;
        return opened;
    }

    private final class TapedSession implements Session {

        private final int run;
        private final Session inner;
        private int first;

        TapedSession(int run, Session inner) {
            this.run = run;
            this.inner = inner;
        }

        @Override
        public List<GeneratedStream> run(List<int[]> prompts, int tokens, RunListener listener)
                throws InterruptedException {
            int from = first;
            first += prompts.size();
            return inner.run(prompts, tokens, (prompt, position, token, logprob, margin) -> {
                tape.add(run, from + prompt, position, token, logprob, margin);
                listener.onToken(prompt, position, token, logprob, margin);
            });
        }

        @Override
        public FederationReport report() {
            return inner.report();
        }

        @Override
        public void stop() {
            inner.stop();
        }

        @Override
        public void close() {
            inner.close();
        }
    }
}
