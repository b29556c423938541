package throttlelab.fxml.bet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import throttlelab.engine.bet.FederationRunner;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.throttle.ThrottleProfile;

/// Federations that give what a test wants them to. Unless told otherwise they are honest: the same streams under every
/// profile, and times that fit their factors.
final class FakeFederations implements FederationRunner {

    private static final long COMPUTE = 100_000_000;
    private static final long WALL_OF_NONE = 400_000_000;

    private final Map<String, Integer> otherTokens = new HashMap<>();
    private final Map<String, Integer> otherBits = new HashMap<>();
    private final Map<String, Sha256> audits = new HashMap<>();
    private final Map<String, Long> walls = new HashMap<>();
    private String heldRun = "";
    private int heldAfter;
    private RuntimeException failure;

    /// Another token in one run, of the prompt with this index, at this position.
    FakeFederations otherToken(String run, int prompt, int position) {
        otherTokens.put(run + "/" + prompt, position);
        return this;
    }

    /// Another bit in one run.
    FakeFederations otherBit(String run, int prompt, int position) {
        otherBits.put(run + "/" + prompt, position);
        return this;
    }

    /// Another audit digest for one run.
    FakeFederations otherAudit(String run) {
        audits.put(run, new Sha256(9, 9, 9, 9));
        return this;
    }

    /// Another wall time for one run.
    FakeFederations wall(String run, long nanos) {
        walls.put(run, nanos);
        return this;
    }

    /// One run goes no further than this many tokens until it is stopped.
    FakeFederations holdAfter(String run, int tokens) {
        heldRun = run;
        heldAfter = tokens;
        return this;
    }

    FakeFederations failing(RuntimeException e) {
        failure = e;
        return this;
    }

    @Override
    public ModelIdentity model() {
        return new ModelIdentity("fake", 1_000, new Sha256(1, 2, 3, 4), new Sha256(5, 6, 7, 8));
    }

    @Override
    public String numerics() {
        return "numbers-1";
    }

    @Override
    public Environment environment() {
        return Environment.current("fake");
    }

    @Override
    public int maxPositions() {
        return 10_000;
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
        // Whatever is asked for fits.
    }

    @Override
    public Session open(String run, ThrottleProfile profile, FederationSettings settings) {
        return new FakeSession(run, profile, settings.workers());
    }

    @Override
    public Session openWarmUp(FederationSettings settings) {
        return new FakeSession("warm-up", null, settings.workers());
    }

    private final class FakeSession implements Session {

        private final String run;
        private final ThrottleProfile profile;
        private final int workers;
        private final CountDownLatch stop = new CountDownLatch(1);
        private int first;

        FakeSession(String run, ThrottleProfile profile, int workers) {
            this.run = run;
            this.profile = profile;
            this.workers = workers;
        }

        @Override
        public List<GeneratedStream> run(List<int[]> prompts, int tokens, RunListener listener)
                throws InterruptedException {
            if (failure != null && profile != null) {
                throw failure;
            }
            int from = first;
            first += prompts.size();
            int given = 0;
            int done = 0;
            for (; done < tokens && stop.getCount() > 0; done++) {
                for (int prompt = 0; prompt < prompts.size(); prompt++) {
                    listener.onToken(prompt, done, token(from + prompt, done), logprob(from + prompt, done), 0.5f);
                }
                given += prompts.size();
                if (run.equals(heldRun) && given >= heldAfter) {
                    stop.await();
                }
            }
            int length = done;
            return IntStream.range(0, prompts.size()).mapToObj(prompt -> stream(from + prompt, length)).toList();
        }

        private GeneratedStream stream(int prompt, int length) {
            int[] tokens = new int[length];
            float[] logprobs = new float[length];
            for (int i = 0; i < length; i++) {
                tokens[i] = token(prompt, i);
                logprobs[i] = logprob(prompt, i);
            }
            return new GeneratedStream(new int[0], tokens, logprobs, new float[length]);
        }

        private int token(int prompt, int position) {
            boolean other = otherTokens.getOrDefault(run + "/" + prompt, -1) == position;
            return (prompt * 31 + position) % 500 + (other ? 500 : 0);
        }

        private float logprob(int prompt, int position) {
            float honest = -0.01f * (position + 1);
            return otherBits.getOrDefault(run + "/" + prompt, -1) == position ? Math.nextUp(honest) : honest;
        }

        @Override
        public FederationReport report() {
            List<WorkerTiming> timings = new ArrayList<>();
            double most = 1;
            for (int worker = 0; worker < workers; worker++) {
                double factor = profile.factor(worker, workers, 0);
                most = Math.max(most, factor);
                timings.add(new WorkerTiming(worker, factor, COMPUTE, Math.round((factor - 1) * COMPUTE),
                        WALL_OF_NONE / 4, 0, 0));
            }
            long wall = walls.getOrDefault(run, WALL_OF_NONE + Math.round((most - 1) * COMPUTE));
            return new FederationReport(wall, 1, 17, 5, timings, new Refusals(0, 0, 0, 0),
                    audits.getOrDefault(run, new Sha256(45, 45, 45, 45)));
        }

        @Override
        public void stop() {
            stop.countDown();
        }

        @Override
        public void close() {
            stop();
        }
    }
}
