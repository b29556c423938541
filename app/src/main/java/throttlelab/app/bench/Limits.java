package throttlelab.app.bench;

import throttlelab.engine.federation.FederationOptions;
import throttlelab.engine.model.AttentionSlice;
import throttlelab.engine.model.ExpertSlice;
import throttlelab.engine.model.LayerWeights;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.MachineLimits;
import throttlelab.engine.numerics.PackedMatrix;
import throttlelab.engine.numerics.Rows;

/// What this machine can do at most, on all its processors, and what the model's matrix products reach of it.
final class Limits {

    private static final int ROUNDS = 50_000;
    /// Calls of a pass; short ones, so that after the first pass all of them run compiled.
    private static final int CALLS = 100;
    /// Much larger than any cache, in floats.
    private static final int MEMORY = 48 << 20;
    private static final int PASSES = 3;

    private final int threads = Runtime.getRuntime().availableProcessors();
    private final Kernels kernels = FederationOptions.DEFAULT.kernels();

    /// Floating-point operations a second in fp32, in thousands of millions; a fused multiply-add counts as two.
    double peakGflops() throws InterruptedException {
        float[][] sinks = new float[threads][1];
        double best = 0;
        for (int pass = 0; pass <= PASSES; pass++) {
            long[] operations = new long[threads];
            double seconds = Together.seconds(threads, thread -> {
                for (int call = 0; call < CALLS; call++) {
                    operations[thread] += MachineLimits.multiplyAdd(ROUNDS, sinks[thread]);
                }
            });
            best = Math.max(best, operations[0] * (double) threads / seconds / 1e9);
        }
        return best;
    }

    /// Bytes read from memory a second, in thousands of millions.
    double memoryGigabytes() throws InterruptedException {
        float[] memory = new float[MEMORY];
        float[][] sinks = new float[threads][1];
        int part = MEMORY / threads / PackedMatrix.PANEL / 4 * PackedMatrix.PANEL * 4;
        double best = 0;
        for (int pass = 0; pass <= PASSES; pass++) {
            double seconds = Together.seconds(threads,
                    thread -> MachineLimits.read(memory, thread * part, (thread + 1) * part, sinks[thread]));
            best = Math.max(best, (double) part * threads * Float.BYTES / seconds / 1e9);
        }
        return best;
    }

    /// The rate of the matrix products of a step with `rows` rows, layer by layer as in a run, everything else left out.
    double productGflops(Model model, int rows) throws InterruptedException {
        double best = 0;
        for (int pass = 0; pass <= PASSES; pass++) {
            long[] operations = new long[threads];
            double seconds = Together.seconds(threads, thread -> operations[thread] = new Products(model, rows).run(thread));
            long all = 0;
            for (long some : operations) {
                all += some;
            }
            best = Math.max(best, all / seconds / 1e9);
        }
        return best;
    }

    /// Bytes of weights that one token of one stream multiplies with.
    static long bytesOfAToken(Model model) {
        ModelConfig config = model.config();
        long bytes = 0;
        for (int slice = 0; slice < ModelConfig.SLICES; slice++) {
            bytes += model.head(slice).weights().bytes();
            for (int l = 0; l < config.layers(); l++) {
                LayerWeights layer = model.layer(l);
                AttentionSlice attention = layer.attention().get(slice);
                ExpertSlice expert = layer.experts().getFirst().get(slice);
                bytes += attention.queryKeyValue().bytes() + attention.output().bytes()
                        + config.expertsPerToken() * (expert.gateUp().bytes() + expert.down().bytes());
            }
        }
        for (int l = 0; l < config.layers(); l++) {
            bytes += model.layer(l).router().bytes();
        }
        return bytes;
    }

    /// One thread's share of the products: the slices that are its own.
    private final class Products {

        private final Model model;
        private final int rows;
        private final float[] x;
        private final float[] y;
        private long operations;

        private Products(Model model, int rows) {
            ModelConfig config = model.config();
            int widest = Math.max(Math.max(config.hiddenSize(), config.vocabularyPerSlice()),
                    Math.max(3 * config.headsPerSlice() * config.headDim(), 2 * config.expertWidthPerSlice()));
            this.model = model;
            this.rows = rows;
            this.x = new float[rows * widest];
            this.y = new float[rows * widest];
        }

        private long run(int thread) {
            ModelConfig config = model.config();
            int each = Math.ceilDiv(rows * config.expertsPerToken(), config.experts());
            for (int l = 0; l < config.layers(); l++) {
                LayerWeights layer = model.layer(l);
                for (int slice = thread; slice < ModelConfig.SLICES; slice += threads) {
                    product(layer.attention().get(slice).queryKeyValue(), rows);
                    product(layer.attention().get(slice).output(), rows);
                }
                for (int slice = thread; slice < ModelConfig.SLICES; slice += threads) {
                    for (int expert = 0; expert < config.experts(); expert++) {
                        product(layer.experts().get(expert).get(slice).gateUp(), each);
                        product(layer.experts().get(expert).get(slice).down(), each);
                    }
                }
            }
            for (int slice = thread; slice < ModelConfig.SLICES; slice += threads) {
                product(model.head(slice).weights(), rows);
            }
            return operations;
        }

        private void product(PackedMatrix w, int count) {
            kernels.matmul(w, new Rows(count).dense(x, 0, count, w.inputs()),
                    new Rows(count).dense(y, 0, count, w.outputs()));
            operations += 2L * w.inputs() * w.outputs() * count;
        }
    }
}
