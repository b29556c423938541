package throttlelab.engine.numerics;

import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One exponential, one logarithm: the contract's polynomials beside the platform's functions, which the contract does
/// not use.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ExpBenchmark {

    private static final int COUNT = 1024;
    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private final float[] x = Arithmetic.floats(COUNT);
    private final float[] out = new float[COUNT];

    /// The contract's, a vector at a time.
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] expSimd() {
        for (int i = 0; i < COUNT; i += LANES.length()) {
            SimdElementary.exp(FloatVector.fromArray(LANES, x, i)).intoArray(out, i);
        }
        return out;
    }

    /// The contract's, one at a time.
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] expScalar() {
        for (int i = 0; i < COUNT; i++) {
            out[i] = Elementary.exp(x[i]);
        }
        return out;
    }

    /// The platform's, in double.
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] expOfThePlatform() {
        for (int i = 0; i < COUNT; i++) {
            out[i] = (float) Math.exp(x[i]);
        }
        return out;
    }

    /// The contract's logarithm, of numbers as a choice asks for.
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] log() {
        for (int i = 0; i < COUNT; i++) {
            out[i] = Elementary.log(1 + x[i] * x[i]);
        }
        return out;
    }
}
