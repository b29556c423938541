package throttlelab.engine.model;

import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.words.Sentence;

/// Loads a checkpoint on all processors: one task digests and checks all weights in order while the others pack units.
final class ModelLoader {

    private final Checkpoint checkpoint;
    private final ModelConfig config;
    private final UnitReader units;
    private final LoadProgress progress;
    private final ExecutorService threads;
    private long loaded;

    private ModelLoader(Checkpoint checkpoint, ModelConfig config, LoadProgress progress, ExecutorService threads) {
        this.checkpoint = checkpoint;
        this.config = config;
        this.units = new UnitReader(checkpoint, config);
        this.progress = progress;
        this.threads = threads;
    }

    static Model load(Path directory, LoadProgress progress) {
        try {
            return read(directory, progress);
        } catch (ExecutionException e) {
            throw failure(directory, e.getCause());
        } catch (OutOfMemoryError | InternalError e) {
            throw failure(directory, e);
        } catch (InputException e) {
            throw e.getCause() instanceof ClosedByInterruptException ? interrupted(directory, e) : e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw interrupted(directory, e);
        }
    }

    private static RunException interrupted(Path directory, Exception cause) {
        return new RunException(Sentence.of("model.loading-was-interrupted-start-it", directory), cause);
    }

    private static Model read(Path directory, LoadProgress progress) throws ExecutionException, InterruptedException {
        if (!Files.isDirectory(directory)) {
            throw BadInput.in(directory, Files.exists(directory) ? Sentence.of("model.this-is-not-a-folder")
                    : Sentence.of("model.there-is-no-such-folder"),
                    Sentence.of("model.choose-a-folder-with-a-hugging"));
        }
        try (ExecutorService threads = threads()) {
            try {
                // Beside reading what is small, which takes one processor.
                threads.submit(DigestWarmUp::run);
                return read(directory, progress, threads);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static Model read(Path directory, LoadProgress progress, ExecutorService threads)
            throws ExecutionException, InterruptedException {
        ModelConfig config = ConfigReader.read(directory.resolve("config.json"));
        Future<Tokenizer> tokenizer =
                threads.submit(() -> TokenizerReader.read(directory.resolve("tokenizer.json"), config));
        try (Checkpoint checkpoint = Checkpoint.open(directory, config)) {
            try {
                Footprint.check(directory, config, checkpoint.bfloat16(), Runtime.getRuntime().maxMemory());
                return new ModelLoader(checkpoint, config, progress, threads).load(directory, tokenizer);
            } finally {
                // Nobody may read what is unmapped here.
                threads.shutdownNow();
                threads.close();
            }
        }
    }

    private Model load(Path directory, Future<Tokenizer> tokenizer) throws ExecutionException, InterruptedException {
        Future<Sha256> digest = threads.submit(() -> ModelDigest.of(checkpoint, config));
        Future<float[]> embedding = threads.submit(units::embedding);
        List<Future<List<AttentionSlice>>> attention = new ArrayList<>();
        List<List<Future<List<ExpertSlice>>>> experts = new ArrayList<>();
        for (int l = 0; l < config.layers(); l++) {
            int layer = l;
            attention.add(threads.submit(() -> units.attention(layer)));
            experts.add(submit(config.experts(), expert -> () -> units.expert(layer, expert)));
        }
        List<Future<HeadSlice>> head = submit(ModelConfig.SLICES, slice -> () -> units.head(slice));

        Tokenizer read = tokenizer.get();
        List<LayerWeights> layers = new ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            layers.add(units.layer(layer, attention.get(layer).get(), all(experts.get(layer))));
            advance();
        }
        List<HeadSlice> headSlices = all(head);
        Sha256 modelDigest = digest.get();
        progress.loaded(checkpoint.elements(), checkpoint.elements());
        return new Model(directory, checkpoint.elements(), config, read, modelDigest, embedding.get(),
                units.finalNorm(), List.copyOf(layers), headSlices);
    }

    private void advance() {
        loaded += checkpoint.elements() / (config.layers() + 1);
        progress.loaded(loaded, checkpoint.elements());
    }

    /// Makes the task of a number.
    @FunctionalInterface
    private interface Numbered<T> {
        Callable<T> task(int number);
    }

    private <T> List<Future<T>> submit(int count, Numbered<T> tasks) {
        return IntStream.range(0, count).mapToObj(number -> threads.submit(tasks.task(number))).toList();
    }

    private static <T> List<T> all(List<Future<T>> futures) throws ExecutionException, InterruptedException {
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(future.get());
        }
        return List.copyOf(results);
    }

    private static RuntimeException failure(Path directory, Throwable cause) {
        return switch (cause) {
            case OutOfMemoryError e -> BadInput.in(directory, Sentence.of("model.the-program-s-memory-does"),
                    Sentence.of("model.choose-a-smaller-model-or"), e);
            // How the virtual machine reports that a mapped file shrank under its hands.
            case InternalError e -> BadInput.in(directory, Sentence.of("model.the-weights-changed-while-they"),
                    Sentence.of("model.wait-until-nothing-writes-to"), e);
            case RuntimeException e -> e;
            default -> new IllegalStateException(cause);
        };
    }

    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), task -> {
            Thread thread = new Thread(task, "loader-" + number.getAndIncrement());
            thread.setDaemon(true);
            return thread;
        });
    }
}
