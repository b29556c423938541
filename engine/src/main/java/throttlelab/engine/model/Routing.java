package throttlelab.engine.model;

import java.util.Arrays;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.Rows;

/// Which experts each row goes to, and with what weight. Row `r`'s entries are `r · top` to `r · top + top − 1`, its
/// experts in ascending order.
///
/// @param top experts a row
/// @param experts the expert of each entry
/// @param weights the router weight of each entry
public record Routing(int top, int[] experts, float[] weights) {

    /// Routes `count` rows: softmax over all experts, the `expertsPerToken` most probable, ties to the lower index;
    /// with `normTopK` their probabilities are divided by their ascending sum.
    ///
    /// @param input normalised hidden states, count × hidden
    public static Routing of(ModelConfig config, LayerWeights layer, Kernels kernels, float[] input, int count) {
        int all = config.experts();
        int top = config.expertsPerToken();
        float[] probabilities = new float[count * all];
        kernels.matmul(layer.router(), new Rows(count).dense(input, 0, count, config.hiddenSize()),
                new Rows(count).dense(probabilities, 0, count, all));
        int[] experts = new int[count * top];
        float[] weights = new float[count * top];
        boolean[] taken = new boolean[all];
        for (int row = 0; row < count; row++) {
            kernels.softmax(probabilities, row * all, all);
            select(probabilities, row * all, taken, top);
            int entry = row * top;
            for (int expert = 0; expert < all; expert++) {
                if (taken[expert]) {
                    experts[entry] = expert;
                    weights[entry++] = probabilities[row * all + expert];
                }
            }
            if (config.normTopK()) {
                normalise(weights, row * top, top);
            }
        }
        return new Routing(top, experts, weights);
    }

    private static void select(float[] probabilities, int at, boolean[] taken, int top) {
        Arrays.fill(taken, false);
        for (int k = 0; k < top; k++) {
            int best = -1;
            for (int expert = 0; expert < taken.length; expert++) {
                if (!taken[expert] && (best < 0 || probabilities[at + expert] > probabilities[at + best])) {
                    best = expert;
                }
            }
            taken[best] = true;
        }
    }

    private static void normalise(float[] weights, int at, int top) {
        float sum = 0.0f;
        for (int k = 0; k < top; k++) {
            sum = sum + weights[at + k];
        }
        for (int k = 0; k < top; k++) {
            weights[at + k] = weights[at + k] / sum;
        }
    }

    /// The row of an entry.
    public int row(int entry) {
        return entry / top;
    }

    /// How many rows were routed.
    public int rows() {
        return experts.length / top;
    }
}
