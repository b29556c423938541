package throttlelab.engine.schedule;

import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.ContributionMemory;
import throttlelab.engine.federation.Federation;
import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.GeneratedStream;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.RunListener;
import throttlelab.engine.federation.StageObserver;
import throttlelab.engine.federation.VirtualTime;
import throttlelab.engine.model.Model;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;

/// One way to run prompts in simulated time: eight workers, sliced, prompt after prompt.
///
/// @param policy how stages are combined
/// @param memory what need not be computed again
record Simulation(Model model, CombinePolicy policy, ContributionMemory memory) {

    /// Nominal time of a stage.
    static final long STAGE_NANOS = 1_000_000;

    /// Tokens and log-probabilities of one prompt.
    record Bits(int[] tokens, float[] logprobs) {

        Sha256 digest(Hasher hasher) {
            IntStream.of(tokens).forEach(hasher::add);
            return hasher.add(logprobs, 0, logprobs.length).finish();
        }

        /// The first position at which the two differ, or −1.
        ///
        /// @param tokensOnly whether a log-probability may differ
        int firstDifference(Bits other, boolean tokensOnly) {
            for (int i = 0; i < tokens.length; i++) {
                if (tokens[i] != other.tokens[i] || !tokensOnly
                        && Float.floatToRawIntBits(logprobs[i]) != Float.floatToRawIntBits(other.logprobs[i])) {
                    return i;
                }
            }
            return -1;
        }
    }

    /// Takes what a prompt gave.
    interface Taker {

        /// @return whether to go on with the next prompt
        boolean take(int prompt, Bits bits);
    }

    /// Runs the prompts one after another.
    ///
    /// @return what the federation measured
    FederationReport run(List<int[]> prompts, int tokens, ThrottleProfile profile, StageObserver observer, Taker taker)
            throws InterruptedException {
        FederationSettings settings = new FederationSettings(PartitionKind.SLICED, FederationSettings.DEFAULT.workers(),
                policy, new Tempo(STAGE_NANOS));
        FederationOptions options = FederationOptions.DEFAULT.withClock(new VirtualTime()).withObserver(observer)
                .withMemory(memory);
        try (Federation federation = Federation.open(model, settings, new Throttle(profile, settings.workers()),
                options)) {
            boolean goOn = true;
            for (int prompt = 0; prompt < prompts.size() && goOn; prompt++) {
                GeneratedStream stream =
                        federation.run(List.of(prompts.get(prompt)), tokens, RunListener.NONE).getFirst();
                goOn = taker.take(prompt, new Bits(stream.tokens(), stream.logprobs()));
            }
            return federation.report();
        }
    }

    /// Runs one prompt.
    Bits run(int[] prompt, int tokens, ThrottleProfile profile, StageObserver observer) throws InterruptedException {
        Bits[] taken = new Bits[1];
        run(List.of(prompt), tokens, profile, observer, (number, bits) -> {
            taken[0] = bits;
            return true;
        });
        return taken[0];
    }
}
