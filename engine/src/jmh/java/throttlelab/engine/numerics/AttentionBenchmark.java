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
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One head of the shipped model looks back: scores, softmax, weighted sum.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AttentionBenchmark {

    private static final int HEAD_DIM = 64;
    private static final int CAPACITY = 512;

    /// How far back.
    @Param({"32", "128", "512"})
    public int positions;

    /// Which implementation.
    @Param
    public Arithmetic arithmetic;

    private final float[] query = Arithmetic.floats(HEAD_DIM);
    private final float[] keys = Arithmetic.floats(HEAD_DIM * CAPACITY);
    private final float[] values = Arithmetic.floats(HEAD_DIM * CAPACITY);
    private final float[] scores = Arithmetic.floats(CAPACITY);
    private final float[] weights = new float[CAPACITY];
    private final float[] out = new float[CAPACITY];
    private final float[] context = new float[HEAD_DIM];

    /// Finds weights for the weighted sum.
    @Setup
    public void weigh() {
        softmax();
    }

    /// Query times keys.
    @Benchmark
    public float[] scores() {
        arithmetic.kernels().scores(query, 0, HEAD_DIM, keys, 0, positions, 0.125f, out);
        return out;
    }

    /// Scores to weights, with a copy of the scores, which it overwrites.
    @Benchmark
    public float[] softmax() {
        System.arraycopy(scores, 0, weights, 0, positions);
        arithmetic.kernels().softmax(weights, 0, positions);
        return weights;
    }

    /// Weights times values.
    @Benchmark
    public float[] weightedSum() {
        arithmetic.kernels().weightedSum(weights, positions, values, 0, HEAD_DIM, context, 0);
        return context;
    }
}
