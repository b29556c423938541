package throttlelab.engine.numerics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The forward pass as a stranger writes it: from the page of this package and from nothing else, plainly and slowly.
/// It may use no class of the lab. One rule of the page at a time can be broken, to show that the rule decides bits.
final class PageForward {

    private final PageCheckpoint model;
    private final Broken broken;
    private final PageNumbers numbers;
    private final int hidden;
    private final int d;
    private final List<List<float[][]>> keys = new ArrayList<>();
    private final List<List<float[][]>> values = new ArrayList<>();

    PageForward(PageCheckpoint model, Broken broken) {
        this.model = model;
        this.broken = broken;
        this.numbers = new PageNumbers(broken);
        this.hidden = model.integer("hidden_size");
        this.d = model.integer("head_dim");
        for (int layer = 0; layer < model.integer("num_hidden_layers"); layer++) {
            keys.add(new ArrayList<>());
            values.add(new ArrayList<>());
        }
    }

    /// What follows a prompt, each token with the bits of its log-probability: "403 b79fff9c".
    List<String> stream(int[] prompt, int tokens) {
        List<String> stream = new ArrayList<>();
        int position = 0;
        for (; position < prompt.length - 1; position++) {
            hidden(prompt[position], position);
        }
        int token = prompt[position];
        for (; stream.size() < tokens; position++) {
            float[] logits = logits(hidden(token, position));
            token = PageNumbers.greatest(logits);
            stream.add(token + " %08x".formatted(Float.floatToIntBits(numbers.logProbability(logits))));
        }
        return stream;
    }

    private float[] hidden(int t, int p) {
        float[] x = new float[hidden];
        System.arraycopy(model.weight("model.embed_tokens"), t * hidden, x, 0, hidden);
        for (int layer = 0; layer < keys.size(); layer++) {
            String name = "model.layers." + layer + ".";
            addSlices(x, attention(name + "self_attn.", layer, rmsnorm(x, name + "input_layernorm"), p));
            addSlices(x, experts(name + "mlp.", rmsnorm(x, name + "post_attention_layernorm")));
        }
        return x;
    }

    private float[] logits(float[] x) {
        String head = model.flag("tie_word_embeddings") ? "model.embed_tokens" : "lm_head";
        return product(rmsnorm(x, "model.norm"), model.weight(head), 0, model.integer("vocab_size"));
    }

    private void addSlices(float[] x, float[][] slices) {
        for (int s = 0; s < slices.length; s++) {
            add(x, slices[broken == Broken.SLICES_DESCENDING ? slices.length - 1 - s : s]);
        }
    }

    private static void add(float[] x, float[] y) {
        for (int i = 0; i < x.length; i++) {
            x[i] = x[i] + y[i];
        }
    }

    private int slices() {
        return broken == Broken.ONE_SLICE ? 1 : 8;
    }

    private float[] rmsnorm(float[] x, String weight) {
        return numbers.rmsnorm(x, model.weight(weight), model.fraction("rms_norm_eps"));
    }

    private float[] product(float[] x, float[] w, int firstRow, int rows) {
        float[] y = new float[rows];
        for (int o = 0; o < rows; o++) {
            y[o] = numbers.chain(x, w, (firstRow + o) * x.length);
        }
        return y;
    }

    /// The product of `x` with as many of the `columns` of `w`, from `firstColumn`.
    private float[] productOfColumns(float[] x, float[] w, int columns, int firstColumn) {
        float[] y = new float[hidden];
        for (int o = 0; o < hidden; o++) {
            y[o] = numbers.chain(x, w, o * columns + firstColumn);
        }
        return y;
    }

    private float[][] attention(String name, int layer, float[] h, int p) {
        float[][] k = new float[model.integer("num_key_value_heads")][];
        float[][] v = new float[k.length][];
        for (int head = 0; head < k.length; head++) {
            k[head] = queryOrKey(name + "k", h, head, p);
            v[head] = product(h, model.weight(name + "v_proj"), head * d, d);
        }
        keys.get(layer).add(k);
        values.get(layer).add(v);
        int heads = model.integer("num_attention_heads");
        float[][] slices = new float[slices()][];
        for (int s = 0; s < slices.length; s++) {
            int first = s * heads / slices.length;
            float[] contexts = new float[heads / slices.length * d];
            for (int at = 0; at < contexts.length; at += d) {
                int head = first + at / d;
                float[] q = queryOrKey(name + "q", h, head, p);
                System.arraycopy(context(layer, q, head * k.length / heads, p), 0, contexts, at, d);
            }
            slices[s] = productOfColumns(contexts, model.weight(name + "o_proj"), heads * d, first * d);
        }
        return slices;
    }

    private float[] queryOrKey(String name, float[] h, int head, int p) {
        float[] x = product(h, model.weight(name + "_proj"), head * d, d);
        return numbers.rotate(rmsnorm(x, name + "_norm"), p, model.fraction("rope_theta"));
    }

    private float[] context(int layer, float[] q, int keyValueHead, int p) {
        float[] scores = new float[p + 1];
        for (int j = 0; j <= p; j++) {
            scores[j] = numbers.chain(q, keys.get(layer).get(j)[keyValueHead], 0) * (float) (1 / Math.sqrt(d));
        }
        float[] weights = numbers.softmax(scores);
        float[] context = new float[d];
        float[] column = new float[p + 1];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= p; j++) {
                column[j] = values.get(layer).get(j)[keyValueHead][i];
            }
            context[i] = numbers.chain(weights, column, 0);
        }
        return context;
    }

    private float[][] experts(String name, float[] h) {
        float[] weights = routerWeights(name, h);
        float[][] slices = new float[slices()][];
        for (int i = 0; i < weights.length; i++) {
            int e = broken == Broken.EXPERTS_DESCENDING ? weights.length - 1 - i : i;
            for (int s = 0; weights[e] >= 0 && s < slices.length; s++) {
                float[] term = term(name + "experts." + e + ".", h, s, weights[e]);
                if (slices[s] == null) {
                    slices[s] = term;
                } else {
                    add(slices[s], term);
                }
            }
        }
        return slices;
    }

    /// The router weight of each expert, −1 for those not taken.
    private float[] routerWeights(String name, float[] h) {
        float[] probabilities = numbers.softmax(product(h, model.weight(name + "gate"), 0, model.integer("num_experts")));
        float[] weights = new float[probabilities.length];
        Arrays.fill(weights, -1);
        for (int k = 0; k < model.integer("num_experts_per_tok"); k++) {
            int best = PageNumbers.greatest(probabilities);
            weights[best] = probabilities[best];
            probabilities[best] = -1;
        }
        float sum = 0.0f;
        for (float weight : weights) {
            sum = weight >= 0 ? sum + weight : sum;
        }
        for (int e = 0; model.flag("norm_topk_prob") && e < weights.length; e++) {
            weights[e] = weights[e] / sum;
        }
        return weights;
    }

    private float[] term(String name, float[] h, int s, float w) {
        int columns = model.integer("moe_intermediate_size");
        int units = columns / slices();
        float[] g = product(h, model.weight(name + "gate_proj"), s * units, units);
        float[] u = product(h, model.weight(name + "up_proj"), s * units, units);
        float[] y = new float[units];
        for (int i = 0; i < units; i++) {
            y[i] = (g[i] / (1.0f + numbers.exp(-g[i]))) * u[i];
        }
        boolean early = broken == Broken.WEIGHT_BEFORE_DOWN;
        float[] z = productOfColumns(early ? times(y, w) : y, model.weight(name + "down_proj"), columns, s * units);
        return early ? z : times(z, w);
    }

    private static float[] times(float[] x, float factor) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] * factor;
        }
        return y;
    }
}
