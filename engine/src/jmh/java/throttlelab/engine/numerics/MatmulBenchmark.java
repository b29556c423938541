package throttlelab.engine.numerics;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// The matrix products of the shipped model, slice by slice, for batches from one row to a hundred. The matrix stays in
/// the cache: a run of the model, which has many, reads from memory besides.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class MatmulBenchmark {

    /// Inputs and outputs of a slice's products.
    public enum Shape {
        /// Query, key and value of one head.
        QUERY_KEY_VALUE(256, 192),
        /// One head's columns of the output projection.
        OUTPUT(64, 256),
        /// Gate and up projection of an eighth of an expert.
        GATE_UP(256, 64),
        /// Its down projection.
        DOWN(32, 256),
        /// The router.
        ROUTER(256, 16),
        /// An eighth of the vocabulary.
        HEAD(256, 128);

        private final int inputs;
        private final int outputs;

        Shape(int inputs, int outputs) {
            this.inputs = inputs;
            this.outputs = outputs;
        }
    }

    /// Counts thousands of floating-point operations; a thousand in a microsecond are a GFLOP/s. A fused multiply-add
    /// counts as two.
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Rate {
        /// Read by JMH, and shown as GFLOP/s.
        public double gflops;

        /// Starts an iteration at nothing.
        @Setup(Level.Iteration)
        public void reset() {
            gflops = 0;
        }
    }

    /// Which product.
    @Param
    public Shape shape;

    /// Rows of the batch.
    @Param({"1", "4", "6", "16", "100"})
    public int rows;

    /// Which implementation.
    @Param
    public Arithmetic arithmetic;

    /// Whether the weights are kept as bfloat16, as those of the shipped model are.
    @Param({"true", "false"})
    public boolean bfloat16;

    private PackedMatrix w;
    private Rows x;
    private Rows y;

    /// Fills matrix and rows.
    @Setup
    public void fill() {
        w = bfloat16 ? PackedMatrix.bfloat16(shape.outputs, shape.inputs)
                : PackedMatrix.fp32(shape.outputs, shape.inputs);
        float[] weights = Arithmetic.bfloat16(shape.outputs * shape.inputs);
        for (int output = 0; output < shape.outputs; output++) {
            w.putRow(output, weights, output * shape.inputs);
        }
        x = new Rows(rows).dense(Arithmetic.floats(rows * shape.inputs), 0, rows, shape.inputs);
        y = new Rows(rows).dense(new float[rows * shape.outputs], 0, rows, shape.outputs);
    }

    /// One product.
    @Benchmark
    public float[] matmul(Rate rate) {
        arithmetic.kernels().matmul(w, x, y);
        rate.gflops += 2e-3 * rows * shape.inputs * shape.outputs;
        return y.data();
    }
}
