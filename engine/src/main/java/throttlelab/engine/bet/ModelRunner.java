package throttlelab.engine.bet;

import java.util.List;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.Partition;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.model.Model;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;

/// Runs real federations of a real model.
public final class ModelRunner implements FederationRunner {

    private final Model model;
    private final RunOptions options;
    private final Environment environment;

    /// @param model what runs
    /// @param options what is handed to the federation of each run
    public ModelRunner(Model model, RunOptions options) {
        this.model = model;
        this.options = options;
        this.environment = Environment.current(options.kernels().name());
    }

    /// Runs `model` with the same options every time, keeping no audit log on disk.
    public ModelRunner(Model model, FederationOptions options) {
        this(model, new RunOptions() {
            @Override
            public Kernels kernels() {
                return options.kernels();
            }

            @Override
            public FederationOptions open(String run) {
                return options;
            }

            @Override
            public void close(String run) {
                // Nothing was opened.
            }
        });
    }

    @Override
    public ModelIdentity model() {
        return ModelIdentity.of(model);
    }

    @Override
    public String numerics() {
        return Kernels.CONTRACT;
    }

    @Override
    public Environment environment() {
        return environment;
    }

    @Override
    public int maxPositions() {
        return model.config().maxPositions();
    }

    @Override
    public int[] encode(String prompt) {
        return model.tokenizer().encodePrompt(prompt);
    }

    @Override
    public String decode(int[] tokens) {
        return model.tokenizer().decode(tokens);
    }

    @Override
    public void check(FederationSettings settings) {
        Partition.of(settings.partition(), settings.workers(), model.config()).check(settings.policy());
    }

    @Override
    public Session open(String run, ThrottleProfile profile, FederationSettings settings) {
        FederationOptions opened = options.open(run);
        if (opened.defect().isPresent()) {
            throw new IllegalArgumentException("what is measured is not run with something wrong on purpose");
        }
        try {
            return new FederationSession(Federation.open(model, settings, new Throttle(profile, settings.workers()),
                    opened), () -> options.close(run));
        } catch (RuntimeException e) {
            options.close(run);
            throw e;
        }
    }

    @Override
    public Session openWarmUp(FederationSettings settings) {
        FederationSettings fast = new FederationSettings(settings.partition(), settings.workers(), settings.policy(),
                Tempo.FULL);
        Federation federation = Federation.open(model, fast, new Throttle(Profiles.NONE, settings.workers()),
                FederationOptions.DEFAULT.withKernels(options.kernels()).withPatience(Patience.NONE));
        return new FederationSession(federation, () -> { });
    }

    private static final class FederationSession implements Session {

        private final Federation federation;
        private final Runnable afterwards;

        FederationSession(Federation federation, Runnable afterwards) {
            this.federation = federation;
            this.afterwards = afterwards;
        }

        @Override
        public List<GeneratedStream> run(List<int[]> prompts, int tokens, RunListener listener)
                throws InterruptedException {
            return federation.run(prompts, tokens, listener);
        }

        @Override
        public FederationReport report() {
            return federation.report();
        }

        @Override
        public void stop() {
            federation.stop();
        }

        @Override
        public void close() {
            try {
                federation.close();
            } finally {
                afterwards.run();
            }
        }
    }
}
