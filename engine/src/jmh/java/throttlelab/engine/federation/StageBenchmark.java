package throttlelab.engine.federation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// A whole stage of a federation whose model is so small that there is next to nothing to compute: hand-over, addresses,
/// checksums, audit log and combination.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StageBenchmark {

    private static final int LAYERS = 2;
    private static final int TOKENS = 50;
    /// Attention and experts of every layer and the output head, for every token.
    private static final int STAGES = (2 * LAYERS + 1) * TOKENS;

    /// How many workers.
    @Param({"1", "2", "4", "8"})
    public int workers;

    /// Whether addresses, checksums and audit log are made.
    @Param({"true", "false"})
    public boolean verify;

    private Path folder;
    private Federation federation;

    /// Opens the federation.
    @Setup
    public void open() throws IOException {
        folder = Files.createTempDirectory("throttlelab-benchmark");
        Model model = Model.load(new TinyCheckpoint().layers(LAYERS).write(folder));
        FederationSettings settings =
                new FederationSettings(PartitionKind.SLICED, workers, CombinePolicy.CONTENT_ADDRESSED, Tempo.FULL);
        FederationOptions options = verify ? FederationOptions.DEFAULT : FederationOptions.DEFAULT.unverified();
        federation = Federation.open(model, settings, new Throttle(Profiles.NONE, workers), options);
    }

    /// Closes it and removes the model.
    @TearDown
    public void close() throws IOException {
        federation.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// A stream of fifty tokens after a prompt of one.
    @Benchmark
    @OperationsPerInvocation(STAGES)
    public List<GeneratedStream> stage() throws InterruptedException {
        return federation.run(List.of(new int[] {1}), TOKENS, RunListener.NONE);
    }
}
