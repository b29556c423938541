package throttlelab.engine.model;

import java.util.List;

/// The tensors of a Qwen3-MoE checkpoint, by their Hugging Face names.
final class Architecture {

    static final String EMBEDDING = "model.embed_tokens.weight";
    static final String FINAL_NORM = "model.norm.weight";
    static final String HEAD = "lm_head.weight";

    /// Receives a tensor that must be there.
    @FunctionalInterface
    interface Visitor {
        void tensor(String name, List<Long> shape);
    }

    private Architecture() {
    }

    static String layer(int layer, String name) {
        return "model.layers." + layer + "." + name + ".weight";
    }

    static String expert(int layer, int expert, String name) {
        return layer(layer, "mlp.experts." + expert + "." + name);
    }

    /// Every tensor that a checkpoint of this configuration has; a tied head has none of its own.
    static void visit(ModelConfig config, Visitor visitor) {
        long hidden = config.hiddenSize();
        visitor.tensor(EMBEDDING, List.of((long) config.vocabularySize(), hidden));
        for (int layer = 0; layer < config.layers(); layer++) {
            visitLayer(config, layer, visitor);
        }
        visitor.tensor(FINAL_NORM, List.of(hidden));
        if (!config.tiedHead()) {
            visitor.tensor(HEAD, List.of((long) config.vocabularySize(), hidden));
        }
    }

    private static void visitLayer(ModelConfig config, int layer, Visitor visitor) {
        long hidden = config.hiddenSize();
        long headDim = config.headDim();
        long queries = config.heads() * headDim;
        long keys = config.keyValueHeads() * headDim;
        long width = config.expertWidth();
        visitor.tensor(layer(layer, "input_layernorm"), List.of(hidden));
        visitor.tensor(layer(layer, "self_attn.q_proj"), List.of(queries, hidden));
        visitor.tensor(layer(layer, "self_attn.k_proj"), List.of(keys, hidden));
        visitor.tensor(layer(layer, "self_attn.v_proj"), List.of(keys, hidden));
        visitor.tensor(layer(layer, "self_attn.o_proj"), List.of(hidden, queries));
        visitor.tensor(layer(layer, "self_attn.q_norm"), List.of(headDim));
        visitor.tensor(layer(layer, "self_attn.k_norm"), List.of(headDim));
        visitor.tensor(layer(layer, "post_attention_layernorm"), List.of(hidden));
        visitor.tensor(layer(layer, "mlp.gate"), List.of((long) config.experts(), hidden));
        for (int expert = 0; expert < config.experts(); expert++) {
            visitor.tensor(expert(layer, expert, "gate_proj"), List.of(width, hidden));
            visitor.tensor(expert(layer, expert, "up_proj"), List.of(width, hidden));
            visitor.tensor(expert(layer, expert, "down_proj"), List.of(hidden, width));
        }
    }
}
