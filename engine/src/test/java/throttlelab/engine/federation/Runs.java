package throttlelab.engine.federation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;

/// What the tests of this package run, and the streams that come out in a form that compares bits.
final class Runs {

    private static final HexFormat HEX = HexFormat.of();
    private static Model shipped;

    /// Tokens, and log-probabilities as eight hex digits.
    record Bits(List<Integer> tokens, List<String> logprobs) {

        static Bits of(GeneratedStream stream) {
            return new Bits(IntStream.of(stream.tokens()).boxed().toList(),
                    IntStream.range(0, stream.logprobs().length)
                            .mapToObj(i -> HEX.toHexDigits(Float.floatToIntBits(stream.logprobs()[i]))).toList());
        }

        Bits prefix(int length) {
            return new Bits(tokens.subList(0, length), logprobs.subList(0, length));
        }
    }

    /// What one federation gave and measured.
    record Result(List<Bits> streams, FederationReport report) {

        List<List<Integer>> tokens() {
            return streams.stream().map(Bits::tokens).toList();
        }

        List<List<String>> logprobs() {
            return streams.stream().map(Bits::logprobs).toList();
        }
    }

    private Runs() {
    }

    /// The model that comes with the lab, loaded once.
    static synchronized Model shipped() {
        if (shipped == null) {
            shipped = Model.load(Path.of(System.getProperty("throttlelab.samples", "../samples"), "fractalmoe-30m"));
        }
        return shipped;
    }

    /// A small random model.
    static Model tiny(TinyCheckpoint checkpoint) {
        return tiny(checkpoint, checkpoint.tensors());
    }

    /// The same with these weights.
    static Model tiny(TinyCheckpoint checkpoint, Map<String, TinyCheckpoint.Values> tensors) {
        try {
            Path folder = Files.createTempDirectory("tiny-checkpoint");
            try {
                return Model.load(checkpoint.write(folder, tensors));
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Prompts of random tokens, of many lengths.
    static List<int[]> prompts(Model model, int count, int longest) {
        SplittableRandom random = new SplittableRandom(45);
        return Stream.generate(() -> random.ints(random.nextInt(1, longest + 1), 0, model.config().vocabularySize())
                .toArray()).limit(count).toList();
    }

    static FederationSettings settings(PartitionKind partition, int workers, CombinePolicy policy) {
        return new FederationSettings(partition, workers, policy, Tempo.FULL);
    }

    static Federation open(Model model, FederationSettings settings, ThrottleProfile profile,
            FederationOptions options) {
        return Federation.open(model, settings, new Throttle(profile, settings.workers()), options);
    }

    /// All prompts as one batch.
    static Result run(Model model, FederationSettings settings, ThrottleProfile profile, FederationOptions options,
            List<int[]> prompts, int tokens) {
        return run(model, settings, profile, options, prompts, tokens, prompts.size());
    }

    /// The prompts in batches, one after another in one federation.
    static Result run(Model model, FederationSettings settings, ThrottleProfile profile, FederationOptions options,
            List<int[]> prompts, int tokens, int batch) {
        try (Federation federation = open(model, settings, profile, options)) {
            List<Bits> streams = new ArrayList<>();
            for (int from = 0; from < prompts.size(); from += batch) {
                federation.run(prompts.subList(from, Math.min(prompts.size(), from + batch)), tokens, RunListener.NONE)
                        .forEach(stream -> streams.add(Bits.of(stream)));
            }
            return new Result(streams, federation.report());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Eight workers, sliced, unthrottled.
    static Result run(Model model, CombinePolicy policy, DeliveryOrder order, List<int[]> prompts, int tokens) {
        return run(model, settings(PartitionKind.SLICED, 8, policy), Profiles.NONE,
                FederationOptions.DEFAULT.withOrder(order), prompts, tokens);
    }

    /// Another permutation for every stage, the same ones for the same seed.
    static DeliveryOrder shuffled(long seed) {
        return (stage, slots) -> {
            SplittableRandom random = new SplittableRandom(
                    seed + 1_000_003 * stage.step() + 1_009 * stage.layer() + stage.kind().ordinal());
            int[] order = IntStream.range(0, slots).toArray();
            for (int i = slots - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int swapped = order[i];
                order[i] = order[other];
                order[other] = swapped;
            }
            return order;
        };
    }

    /// Worker threads that are still alive.
    static List<Thread> workerThreads() {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith("worker-"))
                .toList();
    }
}
