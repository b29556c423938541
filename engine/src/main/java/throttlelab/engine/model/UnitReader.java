package throttlelab.engine.model;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import throttlelab.engine.numerics.PackedMatrix;

/// Reads the units of a model from its checkpoint: the slices of attention, experts and head, and what every worker
/// or the coordinator has whole.
final class UnitReader {

    private final Checkpoint checkpoint;
    private final ModelConfig config;

    UnitReader(Checkpoint checkpoint, ModelConfig config) {
        this.checkpoint = checkpoint;
        this.config = config;
    }

    List<AttentionSlice> attention(int layer) {
        UnitPacker packer = packer();
        return slices(slice -> attention(packer, layer, slice));
    }

    private AttentionSlice attention(UnitPacker packer, int layer, int slice) {
        int headDim = config.headDim();
        int queries = config.headsPerSlice() * headDim;
        int keys = config.keyValueHeadsPerSlice() * headDim;
        int firstKey = config.firstKeyValueHead(slice) * headDim;
        Tensor q = tensor(layer, "self_attn.q_proj");
        Tensor k = tensor(layer, "self_attn.k_proj");
        Tensor v = tensor(layer, "self_attn.v_proj");
        Tensor o = tensor(layer, "self_attn.o_proj");
        PackedMatrix queryKeyValue = packer.matrix(queries + 2 * keys, config.hiddenSize(), q, k, v)
                .rows(q, slice * queries, queries, 0).rows(k, firstKey, keys, 0).rows(v, firstKey, keys, 0).packed();
        PackedMatrix output = packer.matrix(config.hiddenSize(), queries, o)
                .rows(o, 0, config.hiddenSize(), slice * queries).packed();
        return new AttentionSlice(queryKeyValue, output, packer.digest());
    }

    List<ExpertSlice> expert(int layer, int expert) {
        UnitPacker packer = packer();
        return slices(slice -> expert(packer, layer, expert, slice));
    }

    private ExpertSlice expert(UnitPacker packer, int layer, int expert, int slice) {
        int width = config.expertWidthPerSlice();
        Tensor g = checkpoint.tensor(Architecture.expert(layer, expert, "gate_proj"));
        Tensor u = checkpoint.tensor(Architecture.expert(layer, expert, "up_proj"));
        Tensor d = checkpoint.tensor(Architecture.expert(layer, expert, "down_proj"));
        PackedMatrix gateUp = packer.matrix(2 * width, config.hiddenSize(), g, u)
                .rows(g, slice * width, width, 0).rows(u, slice * width, width, 0).packed();
        PackedMatrix down = packer.matrix(config.hiddenSize(), width, d)
                .rows(d, 0, config.hiddenSize(), slice * width).packed();
        return new ExpertSlice(gateUp, down, packer.digest());
    }

    HeadSlice head(int slice) {
        UnitPacker packer = packer();
        int rows = config.vocabularyPerSlice();
        Tensor head = checkpoint.tensor(config.tiedHead() ? Architecture.EMBEDDING : Architecture.HEAD);
        PackedMatrix weights = packer.matrix(rows, config.hiddenSize(), head)
                .rows(head, slice * rows, rows, 0).packed();
        return new HeadSlice(weights, packer.digest());
    }

    /// What a layer has whole, with the slices that were read before.
    LayerWeights layer(int layer, List<AttentionSlice> attention, List<List<ExpertSlice>> experts) {
        Tensor gate = tensor(layer, "mlp.gate");
        PackedMatrix router = packer().matrix(config.experts(), config.hiddenSize(), gate)
                .rows(gate, 0, config.experts(), 0).packed();
        return new LayerWeights(vector(tensor(layer, "input_layernorm")),
                vector(tensor(layer, "post_attention_layernorm")), vector(tensor(layer, "self_attn.q_norm")),
                vector(tensor(layer, "self_attn.k_norm")), router, attention, List.copyOf(experts));
    }

    float[] embedding() {
        Tensor tensor = checkpoint.tensor(Architecture.EMBEDDING);
        int row = tensor.rowLength();
        float[] values = new float[Math.toIntExact(tensor.elements())];
        WeightWindow window = new WeightWindow(row);
        for (int at = 0; at < values.length; at += row) {
            System.arraycopy(window.read(tensor, at, row).floats(), 0, values, at, row);
        }
        return values;
    }

    float[] finalNorm() {
        return vector(checkpoint.tensor(Architecture.FINAL_NORM));
    }

    private static float[] vector(Tensor tensor) {
        int length = tensor.rowLength();
        return new WeightWindow(length).read(tensor, 0, length).floats();
    }

    private Tensor tensor(int layer, String name) {
        return checkpoint.tensor(Architecture.layer(layer, name));
    }

    private UnitPacker packer() {
        return new UnitPacker(Math.max(config.hiddenSize(),
                Math.max(config.headsPerSlice() * config.headDim(), config.expertWidthPerSlice())));
    }

    private static <T> List<T> slices(IntFunction<T> slice) {
        return IntStream.range(0, ModelConfig.SLICES).mapToObj(slice).toList();
    }
}
