package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.TokenRows;

/// What it costs to know a contribution by its content: digests, checksums, the audit log. For each stage of the shipped
/// model with eight workers the coordinator finds the input digest, eight addresses and eight lines of the audit log, a
/// worker the input digest, its address and its checksum twice: when it has computed and when it delivers.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AddressBenchmark {

    private static final int HIDDEN = 256;
    private static final int SLOTS = 8;
    private static final StageId STAGE = new StageId(1234, 20, 5, StageKind.EXPERTS);

    /// Rows of the batch.
    @Param({"1", "100"})
    public int rows;

    private final Hasher hasher = new Hasher();
    private final Checksum crc = new Checksum();
    private final Addressing addressing = new Addressing(hasher);
    private final TokenHistory history = new TokenHistory(hasher);
    private final AuditLog audit = new AuditLog(AuditSink.NONE);
    private final Sha256 digest = hasher.add("some digest").finish();
    private float[] values;
    private TokenRows tokens;
    private PassedStage passed;

    /// Fills the rows.
    @Setup
    public void fill() {
        values = new float[rows * HIDDEN];
        int[] sequences = new int[rows];
        for (int row = 0; row < rows; row++) {
            sequences[row] = row;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = 1.0f / (i + 1);
        }
        tokens = new TokenRows(sequences, new int[rows], new int[rows]);
        history.begin(rows);
        List<PassedStage.Entry> entries = new ArrayList<>();
        for (int slot = 0; slot < SLOTS; slot++) {
            entries.add(new PassedStage.Entry(slot, slot, digest, 0xCAFE, slot, slot));
        }
        passed = new PassedStage(STAGE, digest, 0, entries);
    }

    /// One content address, its digests given.
    @Benchmark
    public Sha256 address() {
        return addressing.address(digest, STAGE, 7, digest, digest);
    }

    /// The digest of a stage's input, with the checksum over its floats.
    @Benchmark
    public Sha256 inputDigest() {
        return addressing.input(digest, values, values.length, null);
    }

    /// The digest of a step's rows, once for all its stages.
    @Benchmark
    public Sha256 rowsDigest() {
        return history.advance(tokens);
    }

    /// The checksum of a contribution.
    @Benchmark
    public int checksum() {
        return Contribution.checksum(digest, values, values.length, crc);
    }

    /// The eight lines of a stage in the audit log, and their digest.
    @Benchmark
    public PassedStage auditLines() {
        audit.passed(passed);
        return passed;
    }
}
