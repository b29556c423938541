package throttlelab.engine.recording;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.WorkerTiming;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.throttle.Tempo;

/// Streams and recordings that no model ever gave, for tests of what judges them.
public final class Forged {

    public static final ModelIdentity MODEL = new ModelIdentity("forged", 1_000, digest(1), digest(2));
    public static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");
    public static final Environment ENVIRONMENT = new Environment("Linux 6", "amd64", "A \"fast\" one", 2, 1 << 30, "25",
            "somebody", "a VM 25", List.of("-Xmx1g"), List.of("G1"), "scalar");

    private Forged() {
    }

    public static Sha256 digest(long number) {
        return new Sha256(number, number * 31, -number, number << 40);
    }

    /// Tokens 1, 2, 3 … with log-probabilities −0.1, −0.2, −0.3 …
    public static TokenStream stream(int length) {
        return stream(IntStream.rangeClosed(1, length).toArray());
    }

    public static TokenStream stream(int... tokens) {
        float[] logprobs = new float[tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            logprobs[i] = -0.1f * (i + 1);
        }
        return stream(tokens, logprobs);
    }

    public static TokenStream stream(int[] tokens, float... logprobs) {
        return new TokenStream(tokens, "text of " + tokens.length, logprobs, new float[tokens.length]);
    }

    /// The stream with the log-probability at `position` a number of steps larger.
    public static TokenStream nudged(TokenStream stream, int position, int steps) {
        float[] logprobs = stream.logprobs().clone();
        for (int i = 0; i < steps; i++) {
            logprobs[position] = Math.nextUp(logprobs[position]);
        }
        return new TokenStream(stream.tokens(), stream.text(), logprobs, stream.margins());
    }

    /// The stream with another token at `position`, its log-probability untouched.
    public static TokenStream flipped(TokenStream stream, int position) {
        int[] tokens = stream.tokens().clone();
        tokens[position] += 500;
        return new TokenStream(tokens, stream.text(), stream.logprobs(), stream.margins());
    }

    public static RecordedPrompt prompt(String id, TokenStream stream) {
        return new RecordedPrompt(new Prompt(id, "The prompt \"" + id + "\" ü€😀\n"), new int[] {1022, 7}, stream);
    }

    public static RunSetup setup(int tokens) {
        return new RunSetup(MODEL, "numbers-1", new FederationSettings(PartitionKind.SLICED, 8,
                CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL), 4, tokens);
    }

    public static WorkerTiming timing(int worker, double factorSet, long compute, long delay) {
        return new WorkerTiming(worker, factorSet, compute, delay, 3, 4, 5);
    }

    public static FederationReport report(long wall, WorkerTiming... workers) {
        return new FederationReport(wall, wall / 10, 17, 6, List.of(workers), new Refusals(1, 2, 3, 4), digest(9));
    }

    public static Recording recording(String profile, int tokens, RecordedPrompt... prompts) {
        return recording(profile, setup(tokens), prompts);
    }

    public static Recording recording(String profile, RunSetup setup, RecordedPrompt... prompts) {
        return new Recording("forged-" + profile, NOON, setup, profile,
                report(123_456_789, timing(0, 1, 10_000_001, 0), timing(1, 5, 20_000_000, 80_000_000)), ENVIRONMENT,
                List.of(prompts));
    }
}
