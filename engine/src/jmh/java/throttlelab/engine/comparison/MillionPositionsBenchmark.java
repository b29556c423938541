package throttlelab.engine.comparison;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RecordingFile;
import throttlelab.engine.recording.Synthetic;

/// Two recordings of a million positions each, 2,000 prompts × 500 tokens, with the memory that the program has.
@State(Scope.Thread)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3)
@Measurement(iterations = 9)
@Fork(value = 1, jvmArgsAppend = {"-XX:+UseSerialGC", "-Xmx720m", "-Xmn96m"})
public class MillionPositionsBenchmark {

    private static final int PROMPTS = 2_000;
    private static final int TOKENS = 500;

    private Path folder;
    private Path a;
    private Path b;
    private Recording first;
    private Recording second;
    private DifferenceMap map;

    /// Writes the files and reads them.
    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("throttlelab-benchmark");
        a = folder.resolve("a.json");
        b = folder.resolve("b.json");
        first = Synthetic.recording("none", PROMPTS, TOKENS);
        second = Synthetic.parted(first, 100);
        RecordingFile.write(a, first);
        RecordingFile.write(b, second);
        map = DifferenceMap.of(compare());
    }

    /// Removes them.
    @TearDown
    public void remove() throws IOException {
        Files.delete(a);
        Files.delete(b);
        Files.delete(folder);
    }

    /// The comparison alone.
    @Benchmark
    public Comparison compare() {
        return Comparison.of(first.prompts(), second.prompts(), TOKENS);
    }

    /// Reading both files and comparing them.
    @Benchmark
    public FileComparison readAndCompare() {
        return FileComparison.of(RecordingFile.readAny(a), RecordingFile.readAny(b));
    }

    /// Writing one.
    @Benchmark
    public Sha256 writeOne() {
        return RecordingFile.write(a, first);
    }

    /// The map of all positions.
    @Benchmark
    public DifferenceMap map() {
        return DifferenceMap.of(compare());
    }

    /// The way from the first difference to the last, one by one.
    @Benchmark
    public int jumpThroughAll() {
        int jumps = 0;
        EnumSet<Mark> marks = EnumSet.of(Mark.LOGPROB, Mark.TOKEN);
        for (int at = map.next(-1, marks); at >= 0; at = map.next(at, marks)) {
            jumps++;
        }
        return jumps;
    }
}
