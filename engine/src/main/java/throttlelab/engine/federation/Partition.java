package throttlelab.engine.federation;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import throttlelab.engine.UsageException;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.words.Sentence;

/// How a model is divided: for every stage, the slots it expects.
///
/// Slices are part of the model's definition; a partition only deals them out, which is why it cannot change a bit.
public final class Partition {

    private static final int SLICES = ModelConfig.SLICES;

    private final PartitionKind kind;
    private final int workers;
    /// For each layer, then for the output head, the slots of its stages by [StageKind]; asked for at every stage.
    private final List<Map<StageKind, List<SlotPlan>>> slots;

    private Partition(PartitionKind kind, int workers, ModelConfig config) {
        this.kind = kind;
        this.workers = workers;
        this.slots = IntStream.rangeClosed(0, config.layers()).mapToObj(layer -> Arrays.stream(StageKind.values())
                .collect(Collectors.toUnmodifiableMap(Function.identity(), stage -> plan(stage, layer, config))))
                .toList();
    }

    /// The division of a model with `config` among `workers`.
    ///
    /// @throws UsageException if there are not 1, 2, 4 or 8 workers, or if they cannot share the experts evenly
    public static Partition of(PartitionKind kind, int workers, ModelConfig config) {
        if (workers < 1 || workers > SLICES || SLICES % workers != 0) {
            throw new UsageException(Sentence.of("federation.a-federation-has-1-2", workers));
        }
        if (kind == PartitionKind.EXPERTS && config.experts() % workers != 0) {
            throw new UsageException(Sentence.of("federation.the-experts-partition-cannot-divide", config.experts(),
                    workers));
        }
        return new Partition(kind, workers, config);
    }

    /// How the model is divided.
    public PartitionKind kind() {
        return kind;
    }

    /// Among how many.
    public int workers() {
        return workers;
    }

    private List<SlotPlan> plan(StageKind stage, int layer, ModelConfig config) {
        int all = config.experts();
        if (kind == PartitionKind.PIPELINE) {
            int owner = Math.min(layer, config.layers() - 1) * workers / config.layers();
            return List.of(new SlotPlan(owner, 0, SLICES, 0, all));
        }
        boolean byExpert = kind == PartitionKind.EXPERTS && stage == StageKind.EXPERTS;
        int slices = SLICES / workers;
        int experts = all / workers;
        return IntStream.range(0, workers)
                .mapToObj(w -> byExpert
                        ? new SlotPlan(w, 0, SLICES, w * experts, (w + 1) * experts)
                        : new SlotPlan(w, w * slices, (w + 1) * slices, 0, all))
                .toList();
    }

    /// The slots of a stage, in slot order.
    ///
    /// @param layer the layer, from 0; the number of layers for the output head
    public List<SlotPlan> slots(StageKind stage, int layer) {
        return slots.get(layer).get(stage);
    }

    /// Whether the coordinator computes the output head itself, so that there is no such stage.
    public boolean coordinatorOwnsHead() {
        return kind == PartitionKind.PIPELINE;
    }

    /// Whether payloads of the experts stage carry an entry for each row and expert, rather than one for each row.
    public boolean dealsExperts() {
        return kind == PartitionKind.EXPERTS;
    }

    /// Refuses a broken policy where no stage could show that it is broken: a sum of two has no order.
    ///
    /// @throws UsageException if no stage expects at least three contributions
    public void check(CombinePolicy policy) {
        int most = kind == PartitionKind.PIPELINE ? 1 : workers;
        if (policy.broken() && most < 3) {
            throw new UsageException(Sentence.of("federation.the-policy-needs-stages-with", policy.id(), kind.id(),
                    workers, most));
        }
    }
}
