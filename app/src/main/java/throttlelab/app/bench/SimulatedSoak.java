package throttlelab.app.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import throttlelab.app.host.StopSignal;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.Patience;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.VirtualTime;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Environment;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// Hours of simulated time in one federation: prompts over and over, with slowdowns that change every second. Every
/// stream is compared with that of real threads that nobody slowed.
public final class SimulatedSoak {

    private static final FederationOptions OPTIONS = FederationOptions.DEFAULT.withPatience(Patience.NONE);
    private static final double NANOS_PER_HOUR = 3.6e12;
    private static final int LOOKS = 10;

    private final Model model;
    private final List<int[]> prompts;
    private final int tokens;
    private final FederationSettings settings;
    private final long span;
    private final long seed;
    private final StopSignal stop;
    private final Consumer<String> progress;

    /// @param tokens new tokens after each prompt
    /// @param policy the real one, or a broken one that must differ
    /// @param tempo what a stage's work takes in simulated time
    /// @param hours how long it runs, in simulated time
    /// @param stop ends it early
    /// @param progress is told how far it is
    public SimulatedSoak(Model model, List<Prompt> prompts, int tokens, CombinePolicy policy, Tempo tempo, double hours,
            long seed, StopSignal stop, Consumer<String> progress) {
        this.model = model;
        this.prompts = prompts.stream().map(prompt -> model.tokenizer().encodePrompt(prompt.text())).toList();
        this.tokens = tokens;
        this.settings = new FederationSettings(PartitionKind.SLICED, 8, policy, tempo);
        this.span = Math.round(hours * NANOS_PER_HOUR);
        this.seed = seed;
        this.stop = stop;
        this.progress = progress;
    }

    /// Runs it on the calling thread.
    ///
    /// @throws InterruptedException if it was stopped: half a soak is none
    public SoakResult run() throws InterruptedException {
        long began = System.nanoTime();
        List<GeneratedStream> expected = expected();
        VirtualTime time = new VirtualTime();
        HeapLog heap = new HeapLog();
        long count = 0;
        long divergent = 0;
        try (Federation federation = Federation.open(model, settings,
                new Throttle(new ChangingProfile(seed), settings.workers()), OPTIONS.withClock(time));
                StopSignal.Registration _ = stop.onStop(federation::stop)) {
            for (int looks = 0; time.nanoTime() < span; count++) {
                int prompt = (int) (count % prompts.size());
                GeneratedStream stream =
                        federation.run(List.of(prompts.get(prompt)), tokens, RunListener.NONE).getFirst();
                refuseIfStopped();
                divergent += same(stream, expected.get(prompt)) ? 0 : 1;
                if (time.nanoTime() >= span / LOOKS * (looks + 1)) {
                    looks++;
                    heap.look();
                    progress.accept(String.format(Locale.ROOT, "%.1f simulated hours",
                            time.nanoTime() / NANOS_PER_HOUR));
                }
            }
        }
        return new SoakResult(Environment.current(OPTIONS.kernels().name()), ModelIdentity.of(model), false, seed,
                time.nanoTime(), System.nanoTime() - began, count, count * tokens, divergent,
                settings.workers() * (time.nanoTime() / 1_000_000_000), heap.samples());
    }

    private List<GeneratedStream> expected() throws InterruptedException {
        List<GeneratedStream> streams = new ArrayList<>();
        FederationSettings fast = new FederationSettings(settings.partition(), settings.workers(),
                CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL);
        try (Federation federation = Federation.open(model, fast, new Throttle(Profiles.NONE, settings.workers()),
                OPTIONS); StopSignal.Registration _ = stop.onStop(federation::stop)) {
            for (int[] prompt : prompts) {
                streams.addAll(federation.run(List.of(prompt), tokens, RunListener.NONE));
                refuseIfStopped();
            }
        }
        return streams;
    }

    private void refuseIfStopped() throws InterruptedException {
        if (stop.raised()) {
            throw new InterruptedException("stopped");
        }
    }

    /// Arrays of floats are compared as bits, but for NaNs, which end a run.
    private static boolean same(GeneratedStream one, GeneratedStream other) {
        return Arrays.equals(one.tokens(), other.tokens()) && Arrays.equals(one.logprobs(), other.logprobs());
    }
}
