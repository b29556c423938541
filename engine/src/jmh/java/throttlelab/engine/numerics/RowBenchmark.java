package throttlelab.engine.numerics;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What is done once for a row of the shipped model: normalisation, rotation, activation, choice of a token.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RowBenchmark {

    private static final int HIDDEN = 256;
    private static final int HEAD_DIM = 64;
    private static final int EXPERT_SLICE = 32;
    private static final int VOCABULARY = 1024;

    /// Which implementation.
    @Param
    public Arithmetic arithmetic;

    private final RotaryTable rotary = new RotaryTable(512, HEAD_DIM, 10_000);
    private final float[] x = Arithmetic.floats(HIDDEN);
    private final float[] weight = Arithmetic.floats(HIDDEN);
    private final float[] head = Arithmetic.floats(HEAD_DIM);
    private final float[] logits = Arithmetic.floats(VOCABULARY);
    private final float[] out = new float[VOCABULARY];

    /// RMSNorm over the residual stream.
    @Benchmark
    public float[] rmsNorm() {
        arithmetic.kernels().rmsNorm(x, 0, weight, 1e-6f, out, 0);
        return out;
    }

    /// Rotation of one head, with a copy of it: in place, it would go round for ever.
    @Benchmark
    public float[] rotate() {
        System.arraycopy(head, 0, out, 0, HEAD_DIM);
        arithmetic.kernels().rotate(out, 0, rotary, 100);
        return out;
    }

    /// The activation of an eighth of an expert.
    @Benchmark
    public float[] swiglu() {
        arithmetic.kernels().swiglu(x, 0, EXPERT_SLICE, out, 0);
        return out;
    }

    /// The greedy choice, with a copy of the logits, which it overwrites.
    @Benchmark
    public Choice choose() {
        System.arraycopy(logits, 0, out, 0, VOCABULARY);
        return arithmetic.kernels().choose(out, 0, VOCABULARY, null);
    }
}
