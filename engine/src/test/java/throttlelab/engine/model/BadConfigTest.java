package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/// What a config.json that is broken, or that asks for something else than the contract, is answered with.
class BadConfigTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void aSoundOneIsRead() {
        write(new TinyCheckpoint().config());
        assertThat(read()).isEqualTo(new ModelConfig(264, 32, 2, 8, 8, 4, 8, 1, 16, false, 1e-6f, 10_000, 64, false, 262,
                263));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "model_type | \"qwen2_moe\" | choose a model of the Qwen3-MoE architecture",
        "model_type | 3 | correct it",
        "architectures | [\"LlamaForCausalLM\"] | choose a model of the Qwen3-MoE architecture",
        "attention_bias | true | choose another model",
        "attention_bias | \"no\" | correct it",
        "hidden_act | \"gelu\" | choose another model",
        "decoder_sparse_step | 2 | choose another model",
        "mlp_only_layers | [0] | choose another model",
        "use_sliding_window | true | choose another model",
        "layer_types | [\"full_attention\", \"sliding_attention\"] | choose another model",
        "quantization_config | {\"bits\": 4} | choose another model",
        "rope_scaling | {\"rope_type\": \"yarn\", \"factor\": 4.0} | choose another model",
        "rope_scaling | {\"type\": \"linear\"} | choose another model",
        "rope_parameters | {\"rope_type\": \"default\", \"factor\": 2.0} | choose another model",
        "rope_parameters | {\"partial_rotary_factor\": 0.5} | choose another model",
        "rope_parameters.rope_theta | 5 | correct one of them",
        "rope_theta | 0 | correct it",
        "rope_theta | -10000 | correct it",
        "rope_theta | 1e999 | correct it",
        "rms_norm_eps | 0 | correct it",
        "rms_norm_eps | \"tiny\" | correct it",
        "norm_topk_prob | 1 | correct it",
        "tie_word_embeddings | null2 | correct it",
        "vocab_size | 0 | correct it",
        "vocab_size | 265 | choose a model whose vocab_size is a multiple of 8",
        "vocab_size | 9999999999 | correct it",
        "hidden_size | 33 | choose a model whose hidden_size is a multiple of 2",
        "hidden_size | -32 | correct it",
        "hidden_size | 1000000 | correct it",
        "num_hidden_layers | 0 | correct it",
        "num_hidden_layers | 100000 | correct it",
        "num_attention_heads | 12 | choose a model whose num_attention_heads is a multiple of 8",
        "num_attention_heads | 4096 | correct it",
        "num_key_value_heads | 3 | choose a model with 1, 2, 4",
        "num_key_value_heads | 0 | correct it",
        "num_key_value_heads | 16 | correct it",
        "head_dim | 3 | choose another model",
        "head_dim | 5000 | correct it",
        "num_experts | 0 | correct it",
        "num_local_experts | 0 | correct it",
        "num_local_experts | 16 | correct one of them",
        "num_experts | 2000 | correct it",
        "num_experts_per_tok | 0 | correct it",
        "num_experts_per_tok | 9 | correct it",
        "moe_intermediate_size | 12 | choose a model whose moe_intermediate_size is a multiple of 8",
        "moe_intermediate_size | 16.5 | correct it",
        "max_position_embeddings | 0 | correct it",
        "max_position_embeddings | 2000000 | correct it",
        "bos_token_id | 264 | correct it",
        "bos_token_id | -1 | correct it",
        "eos_token_id | [264] | correct it"})
    void aFieldThatCannotBe(String name, String value, String remedy) {
        Map<String, Object> config = new TinyCheckpoint().config();
        if (name.contains(".")) {
            config.put("rope_parameters", Map.of("rope_theta", 5));
        } else {
            config.put(name, value.equals("null2") ? "maybe" : JSON.readTree(value));
        }
        write(config);
        Refused.inOneSentence(this::read, file(), name, remedy);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model_type", "vocab_size", "hidden_size", "num_hidden_layers", "num_attention_heads",
        "num_key_value_heads", "num_experts", "num_experts_per_tok", "moe_intermediate_size", "max_position_embeddings"})
    void aDimensionThatIsMissing(String name) {
        Map<String, Object> config = new TinyCheckpoint().config();
        config.remove(name);
        write(config);
        Refused.inOneSentence(this::read, file(), "the key '" + name + "' is missing", "add it");
    }

    @Test
    void aHeadWidthThatIsNotStatedAndNotEven() {
        Map<String, Object> config = new TinyCheckpoint().config();
        config.remove("head_dim");
        config.put("hidden_size", 24);
        write(config);
        Refused.inOneSentence(this::read, file(), "'head_dim', or hidden_size / num_attention_heads", "is 3", "not even");
    }

    @Test
    void keyValueHeadsThatDoNotDivideTheHeads() {
        write(new TinyCheckpoint().heads(24).keyValueHeads(16).config());
        Refused.inOneSentence(this::read, file(), "num_key_value_heads", "16 key-value heads", "24 heads");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oops", "[]", "{\"model_type\": \"qwen3_moe\",}", "{\"model_type\": NaN}",
        "{\"model_type\": \"a\", \"model_type\": \"b\"}", "{} {}"})
    void noJsonObject(String content) throws IOException {
        Files.writeString(file(), content);
        Refused.inOneSentence(this::read, file());
    }

    @Test
    void invalidUtf8NamesTheLine() throws IOException {
        Files.write(file(), new byte[] {'{', '\n', '\n', (byte) 0xc3, '}'});
        Refused.inOneSentence(this::read, file(), "line 3", "byte 3", "save it as UTF-8");
    }

    @Test
    void aFileTooLarge() throws IOException {
        Files.write(file(), new byte[(1 << 20) + 1]);
        Refused.inOneSentence(this::read, file(), "larger than 1 MB");
    }

    private Path file() {
        return folder.resolve("config.json");
    }

    private ModelConfig read() {
        return ConfigReader.read(file());
    }

    private void write(Map<String, Object> config) {
        TinyCheckpoint.writeJson(file(), config);
    }
}
