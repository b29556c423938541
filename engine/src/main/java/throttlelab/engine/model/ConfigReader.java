package throttlelab.engine.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.words.Sentence;

/// Reads a `config.json` and refuses what the engine would compute wrongly. A field that is absent has the default of
/// the Hugging Face architecture, unless it is a dimension: those must be there.
final class ConfigReader {

    private static final int LIMIT = 1 << 20;
    private static final Sentence QWEN = Sentence.of("model.choose-a-model-of-the");
    private static final Sentence OTHER = Sentence.of("model.choose-another-model");

    private final JsonInput json;

    private ConfigReader(JsonInput json) {
        this.json = json;
    }

    static ModelConfig read(Path file) {
        ConfigReader reader = new ConfigReader(JsonInput.read(file, LIMIT));
        reader.checkArchitecture();
        reader.checkVariants();
        ModelConfig config = reader.config();
        reader.checkDivisible(config);
        return config;
    }

    private ModelConfig config() {
        int vocabulary = integer("vocab_size", 1 << 20);
        int hidden = integer("hidden_size", 1 << 14);
        int heads = integer("num_attention_heads", 1 << 10);
        int experts = experts();
        return new ModelConfig(vocabulary, hidden, integer("num_hidden_layers", 1 << 8), heads,
                integer("num_key_value_heads", heads),
                json.maybe("head_dim").isPresent() ? integer("head_dim", 1 << 10) : hidden / heads,
                experts, integer("num_experts_per_tok", experts), integer("moe_intermediate_size", 1 << 16),
                flag("norm_topk_prob"), (float) number("rms_norm_eps", 1e-30, 1, 1e-6), ropeTheta(),
                integer("max_position_embeddings", 1 << 20), flag("tie_word_embeddings"),
                token("bos_token_id", vocabulary), token("eos_token_id", vocabulary));
    }

    /// Newer versions of the Hugging Face library write another name.
    private int experts() {
        String newer = "num_local_experts";
        if (json.maybe(newer).isEmpty()) {
            return integer("num_experts", 1 << 10);
        }
        int experts = integer(newer, 1 << 10);
        if (json.maybe("num_experts").isPresent() && integer("num_experts", 1 << 10) != experts) {
            throw json.at(newer).wrong(Sentence.of("model.it-differs-from-num-experts"),
                    Sentence.of("model.correct-one-of-them"));
        }
        return experts;
    }

    private void checkArchitecture() {
        JsonInput type = json.at("model_type");
        if (!type.text().equals("qwen3_moe")) {
            throw type.wrong(Sentence.of("model.it-is-not-qwen3-moe", BadInput.quoted(type.text())), QWEN);
        }
        List<JsonInput> architectures = list("architectures");
        if (!architectures.isEmpty()
                && architectures.stream().noneMatch(name -> name.text().equals("Qwen3MoeForCausalLM"))) {
            throw json.at("architectures").wrong(Sentence.of("model.qwen3moeforcausallm-is-not-among-them"), QWEN);
        }
    }

    /// The architecture has variants that the contract on numbers does not describe.
    private void checkVariants() {
        refuse("attention_bias", flag("attention_bias"), Sentence.of("model.attention-is-computed-without-biases"));
        refuse("hidden_act", !json.maybe("hidden_act").map(JsonInput::text).orElse("silu").equals("silu"),
                Sentence.of("model.experts-are-computed-with-silu"));
        refuse("decoder_sparse_step", number("decoder_sparse_step", 0, 1 << 20, 1) != 1,
                Sentence.of("model.every-layer-must-have-experts"));
        refuse("mlp_only_layers", !list("mlp_only_layers").isEmpty(),
                Sentence.of("model.every-layer-must-have-experts"));
        refuse("use_sliding_window", flag("use_sliding_window"), Sentence.of("model.attention-is-computed-over-all"));
        refuse("layer_types", list("layer_types").stream().anyMatch(type -> !type.text().equals("full_attention")),
                Sentence.of("model.attention-is-computed-over-all"));
        refuse("quantization_config", json.maybe("quantization_config").isPresent(),
                Sentence.of("model.weights-are-read-as-f32"));
    }

    private double ropeTheta() {
        double theta = number("rope_theta", 1, 1e12, 10_000);
        checkRope("rope_scaling");
        checkRope("rope_parameters");
        Optional<JsonInput> inner = json.maybe("rope_parameters").flatMap(parameters -> parameters.maybe("rope_theta"));
        if (inner.isEmpty()) {
            return theta;
        }
        double value = inner.get().number(1, 1e12);
        if (json.maybe("rope_theta").isPresent() && value != theta) {
            throw inner.get().wrong(Sentence.of("model.it-differs-from-the-other"),
                    Sentence.of("model.correct-one-of-them"));
        }
        return value;
    }

    private void checkRope(String name) {
        json.maybe(name).ifPresent(rope -> {
            for (String key : rope.members().keySet()) {
                Optional<JsonInput> value = rope.maybe(key);
                boolean plain = value.isEmpty() || switch (key) {
                    case "rope_theta" -> true;
                    case "rope_type", "type" -> value.get().text().equals("default");
                    case "partial_rotary_factor" -> value.get().number(0, 1) == 1;
                    default -> false;
                };
                if (!plain) {
                    throw rope.wrong(Sentence.of("model.asks-for-scaled-or-partial", BadInput.quoted(key)), OTHER);
                }
            }
        });
    }

    private void checkDivisible(ModelConfig config) {
        divisible("num_attention_heads", config.heads(), ModelConfig.SLICES);
        divisible("moe_intermediate_size", config.expertWidth(), ModelConfig.SLICES);
        divisible("vocab_size", config.vocabularySize(), ModelConfig.SLICES);
        divisible("hidden_size", config.hiddenSize(), 2);
        if (config.headDim() % 2 != 0 || config.headDim() == 0) {
            throw json.wrong(Sentence.of("model.head-dim-or-hidden-size", config.headDim()), OTHER);
        }
        int keyValueHeads = config.keyValueHeads();
        if (config.heads() % keyValueHeads != 0
                || keyValueHeads % ModelConfig.SLICES != 0 && ModelConfig.SLICES % keyValueHeads != 0) {
            throw json.at("num_key_value_heads").wrong(Sentence.of("model.key-value-heads-cannot-be", keyValueHeads,
                    config.heads()), Sentence.of("model.choose-a-model-with-1"));
        }
    }

    private void divisible(String name, int value, int by) {
        if (value % by != 0) {
            throw json.at(name).wrong(Sentence.of("model.cannot-be-divided-by", value, by),
                    Sentence.of("model.choose-a-model-whose-is", name, by));
        }
    }

    private void refuse(String name, boolean wrong, Sentence but) {
        if (wrong) {
            throw json.at(name).wrong(Sentence.of("model.this-cannot-be-computed-here", but), OTHER);
        }
    }

    private int integer(String name, int most) {
        return (int) json.at(name).integer(1, most);
    }

    private double number(String name, double least, double most, double fallback) {
        return json.maybe(name).map(value -> value.number(least, most)).orElse(fallback);
    }

    private boolean flag(String name) {
        return json.maybe(name).map(JsonInput::truth).orElse(false);
    }

    private List<JsonInput> list(String name) {
        return json.maybe(name).map(JsonInput::items).orElse(List.of());
    }

    /// A token id, or the first of several; -1 if there is none.
    private int token(String name, int vocabulary) {
        Optional<JsonInput> value = json.maybe(name);
        if (value.isPresent() && value.get().isArray()) {
            value = value.get().items().stream().findFirst();
        }
        return value.map(id -> (int) id.integer(0, vocabulary - 1)).orElse(-1);
    }
}
