package throttlelab.engine.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/// Writes small random checkpoints of the Qwen3-MoE architecture, for tests:
///
///     Model model = Model.load(new TinyCheckpoint().expertsPerToken(2).keyValueHeads(2).write(folder));
///
/// Without further settings: F32 in one file, 2 layers, width 32, 8 heads of 4 with as many key-value heads, 8 experts
/// of 16, top-1, 264 tokens (the last two begin and end a text), 64 positions. The same seed and sizes give the same
/// weights, and every weight is a number that F32, BF16 and F16 hold exactly.
public final class TinyCheckpoint {

    /// The tokens a tokenizer of these checkpoints knows at least: 256 bytes, 6 merges, begin and end.
    public static final int VOCABULARY = 264;

    /// Merges of the tokenizer, in rank order.
    public static final List<String> MERGES = List.of("Ġ t", "h e", "Ġt he", "i n", "r e", "o n");

    private static final JsonMapper JSON = new JsonMapper();

    private long seed = 45;
    private int vocabulary = VOCABULARY;
    private int hidden = 32;
    private int layers = 2;
    private int heads = 8;
    private int keyValueHeads = 8;
    private int headDim = 4;
    private int experts = 8;
    private int expertsPerToken = 1;
    private int expertWidth = 16;
    private int positions = 64;
    private boolean normTopK;
    private boolean tied;
    private String dtype = "F32";
    private int shards = 1;

    /// A tensor to be written: its shape, and its values, which a test may change before.
    public record Values(int[] shape, float[] values) {
    }

    /// Other weights.
    public TinyCheckpoint seed(long value) {
        seed = value;
        return this;
    }

    /// Rows of embedding and head, at least [#VOCABULARY]; the tokenizer knows only so many.
    public TinyCheckpoint vocabulary(int value) {
        vocabulary = value;
        return this;
    }

    /// Width of the residual stream.
    public TinyCheckpoint hidden(int value) {
        hidden = value;
        return this;
    }

    /// Decoder layers.
    public TinyCheckpoint layers(int value) {
        layers = value;
        return this;
    }

    /// Query heads; set the key-value heads, too.
    public TinyCheckpoint heads(int value) {
        heads = value;
        return this;
    }

    /// Key and value heads.
    public TinyCheckpoint keyValueHeads(int value) {
        keyValueHeads = value;
        return this;
    }

    /// Width of a head.
    public TinyCheckpoint headDim(int value) {
        headDim = value;
        return this;
    }

    /// Experts of a layer.
    public TinyCheckpoint experts(int value) {
        experts = value;
        return this;
    }

    /// Experts at work for a token.
    public TinyCheckpoint expertsPerToken(int value) {
        expertsPerToken = value;
        return this;
    }

    /// Hidden units of an expert.
    public TinyCheckpoint expertWidth(int value) {
        expertWidth = value;
        return this;
    }

    /// Longest prompt and answer together.
    public TinyCheckpoint positions(int value) {
        positions = value;
        return this;
    }

    /// Whether the router weights of a token's experts are divided by their sum.
    public TinyCheckpoint normTopK(boolean value) {
        normTopK = value;
        return this;
    }

    /// Whether the head is the embedding.
    public TinyCheckpoint tied(boolean value) {
        tied = value;
        return this;
    }

    /// How weights are stored: F32, BF16 or F16.
    public TinyCheckpoint dtype(String value) {
        dtype = value;
        return this;
    }

    /// How many files they are stored in; more than one have an index.
    public TinyCheckpoint shards(int value) {
        shards = value;
        return this;
    }

    /// The fields of its `config.json`; a test may change the map and write it with [#writeJson(Path, Object)].
    public Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("Qwen3MoeForCausalLM"));
        config.put("model_type", "qwen3_moe");
        config.put("vocab_size", vocabulary);
        config.put("hidden_size", hidden);
        config.put("num_hidden_layers", layers);
        config.put("num_attention_heads", heads);
        config.put("num_key_value_heads", keyValueHeads);
        config.put("head_dim", headDim);
        config.put("moe_intermediate_size", expertWidth);
        config.put("num_experts", experts);
        config.put("num_experts_per_tok", expertsPerToken);
        config.put("norm_topk_prob", normTopK);
        config.put("hidden_act", "silu");
        config.put("rms_norm_eps", 1e-6);
        config.put("rope_theta", 10000.0);
        config.put("max_position_embeddings", positions);
        config.put("attention_bias", false);
        config.put("tie_word_embeddings", tied);
        config.put("bos_token_id", VOCABULARY - 2);
        config.put("eos_token_id", VOCABULARY - 1);
        return config;
    }

    /// Its tensors by name, drawn anew at every call.
    public Map<String, Values> tensors() {
        ModelConfig config = new ModelConfig(vocabulary, hidden, layers, heads, keyValueHeads, headDim, experts,
                expertsPerToken, expertWidth, normTopK, 1e-6f, 10_000, positions, tied, -1, -1);
        Random random = new Random(seed);
        Map<String, Values> tensors = new LinkedHashMap<>();
        Architecture.visit(config, (name, dimensions) -> {
            int[] shape = dimensions.stream().mapToInt(Math::toIntExact).toArray();
            int count = 1;
            for (int dimension : shape) {
                count *= dimension;
            }
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = shape.length == 1 ? 1 + rounded(random, 0.1, 128, 32) : rounded(random, 0.25, 256, 255);
            }
            tensors.put(name, new Values(shape, values));
        });
        return tensors;
    }

    /// The fields of a tokenizer.json for its tokens.
    public static Map<String, Object> tokenizer() {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        for (int value = 0; value < 256; value++) {
            vocabulary.put(String.valueOf(ByteAlphabet.symbol(value)), value);
        }
        MERGES.forEach(merge -> vocabulary.put(merge.replace(" ", ""), vocabulary.size()));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "BPE");
        model.put("vocab", vocabulary);
        model.put("merges", new ArrayList<>(MERGES));
        Map<String, Object> level = Map.of("type", "ByteLevel", "add_prefix_space", false, "use_regex", true);
        Map<String, Object> tokenizer = new LinkedHashMap<>();
        tokenizer.put("version", "1.0");
        tokenizer.put("added_tokens", List.of(
                Map.of("id", VOCABULARY - 2, "content", "<|bos|>", "special", true, "normalized", false),
                Map.of("id", VOCABULARY - 1, "content", "<|eos|>", "special", true, "normalized", false)));
        tokenizer.put("normalizer", null);
        tokenizer.put("pre_tokenizer", level);
        tokenizer.put("post_processor", null);
        tokenizer.put("decoder", level);
        tokenizer.put("model", model);
        return tokenizer;
    }

    /// Writes the checkpoint into `folder`, which is made if it is missing, and returns it.
    public Path write(Path folder) {
        return write(folder, tensors());
    }

    /// Writes it with these tensors.
    public Path write(Path folder, Map<String, Values> tensors) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        writeJson(folder.resolve("config.json"), config());
        writeJson(folder.resolve("tokenizer.json"), tokenizer());
        if (shards == 1) {
            writeTensors(folder.resolve("model.safetensors"), tensors, dtype);
        } else {
            writeShards(folder, tensors);
        }
        return folder;
    }

    private void writeShards(Path folder, Map<String, Values> tensors) {
        List<Map<String, Values>> parts = new ArrayList<>();
        Map<String, String> places = new LinkedHashMap<>();
        for (int shard = 0; shard < shards; shard++) {
            parts.add(new LinkedHashMap<>());
        }
        tensors.forEach((name, values) -> {
            int shard = places.size() * shards / tensors.size();
            parts.get(shard).put(name, values);
            places.put(name, shardName(shard));
        });
        for (int shard = 0; shard < shards; shard++) {
            writeTensors(folder.resolve(shardName(shard)), parts.get(shard), dtype);
        }
        writeJson(folder.resolve("model.safetensors.index.json"),
                Map.of("metadata", Map.of("total_size", 0), "weight_map", places));
    }

    /// The file name of a shard, from 0.
    public String shardName(int shard) {
        return "model-%05d-of-%05d.safetensors".formatted(shard + 1, shards);
    }

    /// Writes tensors as one safetensors file.
    public static void writeTensors(Path file, Map<String, Values> tensors, String dtype) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("__metadata__", Map.of("format", "pt"));
        long width = dtype.equals("F32") ? 4 : 2;
        long at = 0;
        for (Map.Entry<String, Values> tensor : tensors.entrySet()) {
            long end = at + width * tensor.getValue().values().length;
            header.put(tensor.getKey(),
                    Map.of("dtype", dtype, "shape", tensor.getValue().shape(), "data_offsets", List.of(at, end)));
            at = end;
        }
        ByteBuffer data = ByteBuffer.allocate(Math.toIntExact(at)).order(ByteOrder.LITTLE_ENDIAN);
        tensors.values().forEach(tensor -> {
            for (float value : tensor.values()) {
                put(data, value, dtype);
            }
        });
        writeRaw(file, JSON.writeValueAsString(header), data.array());
    }

    private static void put(ByteBuffer data, float value, String dtype) {
        switch (dtype) {
            case "F32" -> data.putFloat(value);
            case "BF16" -> data.putShort((short) (Float.floatToRawIntBits(value) >>> 16));
            case "F16" -> data.putShort(Float.floatToFloat16(value));
            default -> throw new IllegalArgumentException(dtype);
        }
    }

    /// Writes a safetensors file from any header and any data.
    public static void writeRaw(Path file, String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(json.length).put(json).put(data);
        try {
            Files.write(file, bytes.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes maps, lists, texts and numbers as JSON.
    public static void writeJson(Path file, Object content) {
        try {
            Files.writeString(file, JSON.writeValueAsString(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A normally distributed multiple of 1 / `parts` of at most `most` parts: eight significant bits.
    private static float rounded(Random random, double deviation, int parts, int most) {
        long drawn = Math.round(random.nextGaussian() * deviation * parts);
        return (float) Math.clamp(drawn, -most, most) / parts;
    }
}
