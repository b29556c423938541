package throttlelab.engine.model;

import java.nio.file.Path;
import java.util.List;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.numerics.RotaryTable;

/// A model of the Qwen3-MoE architecture in memory, cut into the units that workers own. Immutable, shared by all
/// threads: nobody changes what its arrays hold.
public final class Model {

    private final Path directory;
    private final long parameters;
    private final ModelConfig config;
    private final Tokenizer tokenizer;
    private final Sha256 digest;
    private final float[] embedding;
    private final float[] finalNorm;
    private final List<LayerWeights> layers;
    private final List<HeadSlice> head;
    private volatile RotaryTable rotary;

    Model(Path directory, long parameters, ModelConfig config, Tokenizer tokenizer, Sha256 digest, float[] embedding,
            float[] finalNorm, List<LayerWeights> layers, List<HeadSlice> head) {
        this.directory = directory;
        this.parameters = parameters;
        this.config = config;
        this.tokenizer = tokenizer;
        this.digest = digest;
        this.embedding = embedding;
        this.finalNorm = finalNorm;
        this.layers = layers;
        this.head = head;
    }

    /// Loads a Hugging Face directory: `config.json`, `tokenizer.json`, and `model.safetensors` or shards with
    /// `model.safetensors.index.json`, in F32, BF16 or F16. Uses all processors.
    ///
    /// @throws throttlelab.engine.InputException if anything in it cannot be read or computed
    public static Model load(Path directory) {
        return load(directory, LoadProgress.NONE);
    }

    /// The same, watched by `progress` on the calling thread.
    ///
    /// @throws throttlelab.engine.InputException if anything in it cannot be read or computed
    /// @throws throttlelab.engine.RunException if the calling thread is interrupted
    public static Model load(Path directory, LoadProgress progress) {
        return ModelLoader.load(directory, progress);
    }

    /// The name of its folder.
    public String name() {
        Path name = directory.toAbsolutePath().normalize().getFileName();
        return name == null ? directory.toString() : name.toString();
    }

    /// How many weights the checkpoint has; those of a tied head count once.
    public long parameters() {
        return parameters;
    }

    /// Its numbers.
    public ModelConfig config() {
        return config;
    }

    /// Its tokenizer.
    public Tokenizer tokenizer() {
        return tokenizer;
    }

    /// SHA-256 of what decides the answer: all weights, whatever type and however many files they were stored in, and
    /// the settings that no shape shows. The bytes, integers big-endian:
    ///
    /// 1. For every tensor, in ascending order of its Hugging Face name (an own head of a checkpoint that ties it is
    ///    left out): the length of the name in four bytes, the name in ASCII, the number of its dimensions in four
    ///    bytes, each dimension in eight, and its elements widened to fp32, row-major, four bytes each, little-endian.
    /// 2. Four bytes each: `num_attention_heads`, `num_key_value_heads`, `num_experts_per_tok`, `norm_topk_prob` (0 or
    ///    1) and the fp32 bits of `rms_norm_eps`; then the fp64 bits of `rope_theta` in eight.
    public Sha256 digest() {
        return digest;
    }

    /// SHA-256 of the bytes of `tokenizer.json`.
    public Sha256 tokenizerDigest() {
        return tokenizer.digest();
    }

    /// The embedding, vocabularySize × hiddenSize, row-major.
    public float[] embedding() {
        return embedding;
    }

    /// The rotary embedding of all its positions: made when it is first asked for, then shared.
    public RotaryTable rotary() {
        RotaryTable table = rotary;
        if (table == null) {
            table = new RotaryTable(config.maxPositions(), config.headDim(), config.ropeTheta());
            rotary = table;
        }
        return table;
    }

    /// Weights of the RMSNorm before the output head, one per width.
    public float[] finalNorm() {
        return finalNorm;
    }

    /// The weights of a decoder layer.
    public LayerWeights layer(int layer) {
        return layers.get(layer);
    }

    /// A slice of the output head.
    public HeadSlice head(int slice) {
        return head.get(slice);
    }
}
