package throttlelab.engine.federation;

import java.util.Arrays;
import java.util.List;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.model.Routing;
import throttlelab.engine.numerics.Kernels;

/// Takes the sum at an open gate: slices in slice order under every policy but arrival order, which adds contributions
/// as they arrived. What is missing adds nothing.
final class Combiner {

    private final ModelConfig config;
    private final Kernels kernels;
    private final Partition partition;
    private final CombinePolicy policy;

    Combiner(ModelConfig config, Kernels kernels, Partition partition, CombinePolicy policy) {
        this.config = config;
        this.kernels = kernels;
        this.partition = partition;
        this.policy = policy;
    }

    /// Adds what the barrier holds to the residual: `x = ((x + s0) + s1) … + s7`.
    ///
    /// @param residual rows × hidden
    /// @param routing the rows' experts; only in an experts stage
    void residual(StageBarrier barrier, List<SlotPlan> slots, Routing routing, int rows, float[] residual) {
        boolean dealt = routing != null && partition.dealsExperts();
        if (policy.addsInArrivalOrder()) {
            for (int i = 0; i < barrier.arrived(); i++) {
                int slot = barrier.arrival(i);
                if (dealt) {
                    addEntries(barrier.locked()[slot], slots.get(slot), routing, residual);
                } else {
                    addSlices(barrier.locked()[slot], slots.get(slot), rows, residual);
                }
            }
        } else if (dealt) {
            addDealt(barrier, slots, routing, residual);
        } else {
            for (int slot = 0; slot < barrier.slots(); slot++) {
                if (barrier.locked()[slot] != null) {
                    addSlices(barrier.locked()[slot], slots.get(slot), rows, residual);
                }
            }
        }
    }

    private void addSlices(Contribution contribution, SlotPlan plan, int rows, float[] residual) {
        int length = rows * config.hiddenSize();
        for (int slice = 0; slice < plan.slices(); slice++) {
            kernels.add(contribution.payload(), slice * length, length, residual, 0);
        }
    }

    /// One dealt contribution by itself, entry after entry.
    private void addEntries(Contribution contribution, SlotPlan plan, Routing routing, float[] residual) {
        int size = config.hiddenSize();
        ExpertTargets targets = ExpertTargets.of(routing, plan, true);
        for (int slice = 0; slice < plan.slices(); slice++) {
            for (int entry = 0; entry < targets.targets().length; entry++) {
                int target = targets.targets()[entry];
                if (target >= 0) {
                    kernels.add(contribution.payload(), (slice * targets.rows() + target) * size, size, residual,
                            routing.row(entry) * size);
                }
            }
        }
    }

    /// Dealt contributions: each slice is first summed over its row's experts in ascending order, then added.
    private void addDealt(StageBarrier barrier, List<SlotPlan> slots, Routing routing, float[] residual) {
        int size = config.hiddenSize();
        int slices = ModelConfig.SLICES;
        ExpertTargets[] targets = slots.stream().map(plan -> ExpertTargets.of(routing, plan, true))
                .toArray(ExpertTargets[]::new);
        float[] sum = new float[size];
        for (int row = 0; row < routing.rows(); row++) {
            for (int slice = 0; slice < slices; slice++) {
                boolean any = false;
                for (int entry = row * routing.top(); entry < (row + 1) * routing.top(); entry++) {
                    int slot = slotOf(routing.experts()[entry], slots);
                    Contribution contribution = barrier.locked()[slot];
                    if (contribution != null) {
                        int at = (slice * targets[slot].rows() + targets[slot].targets()[entry]) * size;
                        if (any) {
                            kernels.add(contribution.payload(), at, size, sum, 0);
                        } else {
                            System.arraycopy(contribution.payload(), at, sum, 0, size);
                        }
                        any = true;
                    }
                }
                if (any) {
                    kernels.add(sum, 0, size, residual, row * size);
                }
            }
        }
    }

    private static int slotOf(int expert, List<SlotPlan> slots) {
        int slot = 0;
        while (expert >= slots.get(slot).endExpert()) {
            slot++;
        }
        return slot;
    }

    /// Puts the parts of the vocabulary side by side.
    ///
    /// @param logits receives rows × vocabulary
    /// @return which logits are there; `null` if all are
    boolean[] logits(StageBarrier barrier, List<SlotPlan> slots, int rows, float[] logits) {
        int width = config.vocabularyPerSlice();
        boolean[] present = new boolean[config.vocabularySize()];
        for (int slot = 0; slot < barrier.slots(); slot++) {
            Contribution contribution = barrier.locked()[slot];
            if (contribution != null) {
                SlotPlan plan = slots.get(slot);
                for (int slice = 0; slice < plan.slices(); slice++) {
                    int first = (plan.firstSlice() + slice) * width;
                    Arrays.fill(present, first, first + width, true);
                    for (int row = 0; row < rows; row++) {
                        System.arraycopy(contribution.payload(), (slice * rows + row) * width, logits,
                                row * config.vocabularySize() + first, width);
                    }
                }
            }
        }
        return barrier.arrived() == barrier.slots() ? null : present;
    }
}
