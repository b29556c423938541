package throttlelab.engine.bet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import throttlelab.engine.UsageException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.TokenStream;
import throttlelab.engine.throttle.ThrottleProfile;

/// Federations that give what a test wants them to. Unless told otherwise they are honest: the same streams under every
/// profile, and times that fit their factors.
final class ForgedFederations implements FederationRunner {

    static final long MILLI = 1_000_000;
    static final long COMPUTE = 100 * MILLI;
    static final long WALL_OF_NONE = 400 * MILLI;

    final List<String> opened = new ArrayList<>();
    final List<String> closed = new ArrayList<>();
    final List<Integer> batches = new ArrayList<>();
    Runnable duringWarmUp = () -> { };
    int warmUps;
    int warmUpStops;
    private final Map<String, UnaryOperator<TokenStream>> streams = new HashMap<>();
    private final Map<String, UnaryOperator<FederationReport>> reports = new HashMap<>();
    private RuntimeException failure;

    /// Changes the stream of one prompt in one run.
    ForgedFederations stream(String run, String prompt, UnaryOperator<TokenStream> change) {
        streams.put(run + "/" + prompt, change);
        return this;
    }

    /// Changes the report of one run.
    ForgedFederations report(String run, UnaryOperator<FederationReport> change) {
        reports.put(run, change);
        return this;
    }

    ForgedFederations failing(RuntimeException e) {
        failure = e;
        return this;
    }

    static FederationReport wall(FederationReport report, long nanos) {
        return new FederationReport(nanos, 1, report.stages(), report.stagesWaited(), report.workers(),
                report.refusals(), report.auditDigest());
    }

    static FederationReport audit(FederationReport report, Sha256 digest) {
        return new FederationReport(report.wallNanos(), 1, report.stages(), report.stagesWaited(), report.workers(),
                report.refusals(), digest);
    }

    /// The report with one worker's account replaced.
    static FederationReport worker(FederationReport report, int worker, double factorSet, long compute, long delay) {
        List<WorkerTiming> workers = new ArrayList<>(report.workers());
        workers.set(worker, new WorkerTiming(worker, factorSet, compute, delay, 0, 0, 0));
        return new FederationReport(report.wallNanos(), 1, report.stages(), report.stagesWaited(), workers,
                report.refusals(), report.auditDigest());
    }

    @Override
    public ModelIdentity model() {
        return Forged.MODEL;
    }

    @Override
    public String numerics() {
        return "numbers-1";
    }

    @Override
    public Environment environment() {
        return Forged.ENVIRONMENT;
    }

    @Override
    public int maxPositions() {
        return 20;
    }

    @Override
    public int[] encode(String prompt) {
        return prompt.chars().toArray();
    }

    @Override
    public String decode(int[] tokens) {
        return Arrays.toString(tokens);
    }

    @Override
    public void check(FederationSettings settings) {
        if (settings.policy() == CombinePolicy.MAJORITY && settings.workers() < 4) {
            throw new UsageException("It cannot show an order.");
        }
    }

    @Override
    public Session open(String run, ThrottleProfile profile, FederationSettings settings) {
        opened.add(run);
        return new ForgedSession(run, profile, settings.workers());
    }

    @Override
    public Session openWarmUp(FederationSettings settings) {
        warmUps++;
        return new Session() {
            @Override
            public List<GeneratedStream> run(List<int[]> prompts, int tokens, RunListener listener) {
                duringWarmUp.run();
                return List.of();
            }

            @Override
            public FederationReport report() {
                throw new UnsupportedOperationException("nobody asks what a warm-up measured");
            }

            @Override
            public void stop() {
                warmUpStops++;
            }

            @Override
            public void close() {
                warmUps--;
            }
        };
    }

    private final class ForgedSession implements Session {

        private final String run;
        private final ThrottleProfile profile;
        private final int workers;
        private volatile boolean stopped;

        ForgedSession(String run, ThrottleProfile profile, int workers) {
            this.run = run;
            this.profile = profile;
            this.workers = workers;
        }

        @Override
        public List<GeneratedStream> run(List<int[]> prompts, int tokens, RunListener listener) {
            if (failure != null) {
                throw failure;
            }
            batches.add(prompts.size());
            List<TokenStream> whole = prompts.stream().map(this::text)
                    .map(text -> streams.getOrDefault(run + "/" + text, s -> s).apply(honest(text, tokens))).toList();
            int done = 0;
            for (; done < tokens && !stopped; done++) {
                for (int prompt = 0; prompt < whole.size(); prompt++) {
                    TokenStream stream = whole.get(prompt);
                    listener.onToken(prompt, done, stream.tokens()[done], stream.logprobs()[done], 1);
                }
            }
            int length = done;
            return whole.stream().map(stream -> new GeneratedStream(new int[0], Arrays.copyOf(stream.tokens(), length),
                    Arrays.copyOf(stream.logprobs(), length), new float[length])).toList();
        }

        private String text(int[] tokens) {
            return new String(tokens, 0, tokens.length);
        }

        @Override
        public FederationReport report() {
            List<WorkerTiming> timings = new ArrayList<>();
            double most = 1;
            for (int worker = 0; worker < workers; worker++) {
                double factor = profile.factor(worker, workers, 0);
                most = Math.max(most, factor);
                timings.add(new WorkerTiming(worker, factor, COMPUTE, Math.round((factor - 1) * COMPUTE), 0, 0, 0));
            }
            FederationReport honest = new FederationReport(WALL_OF_NONE + Math.round((most - 1) * COMPUTE), 1, 17, 5,
                    timings, new Refusals(0, 0, 0, 0), Forged.digest(45));
            return reports.getOrDefault(run, r -> r).apply(honest);
        }

        @Override
        public void stop() {
            stopped = true;
        }

        @Override
        public void close() {
            closed.add(run);
        }
    }

    static TokenStream honest(String text, int tokens) {
        int[] ids = new int[tokens];
        float[] logprobs = new float[tokens];
        for (int i = 0; i < tokens; i++) {
            ids[i] = (text.hashCode() + i * 31 & Integer.MAX_VALUE) % 500;
            logprobs[i] = -0.01f * (i + 1);
        }
        return new TokenStream(ids, Arrays.toString(ids), logprobs, new float[tokens]);
    }
}
