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
    private final Parts parts;

    Combiner(ModelConfig config, Kernels kernels, Partition partition, CombinePolicy policy) {
        this(config, kernels, partition, policy, Parts.SOUND);
    }

    /// @param parts may leave slots out, or take them in another order
    Combiner(ModelConfig config, Kernels kernels, Partition partition, CombinePolicy policy, Parts parts) {
        this.config = config;
        this.kernels = kernels;
        this.partition = partition;
        this.policy = policy;
        this.parts = parts;
    }

    /// Adds what the barrier holds to the residual: `x = ((x + s0) + s1) … + s7`.
    ///
    /// @param residual rows × hidden
    /// @param routing the rows' experts; only in an experts stage
    void residual(StageBarrier barrier, List<SlotPlan> slots, Routing routing, int rows, float[] residual) {
        int[] order = order(barrier);
        if (routing != null && partition.dealsExperts()) {
            addDealt(barrier, slots, order, routing, residual);
        } else {
            for (int slot : order) {
                addSlices(barrier.locked()[slot], slots.get(slot), rows, residual);
            }
        }
    }

    /// The slots that have locked, in the order in which they are added.
    private int[] order(StageBarrier barrier) {
        int[] order = barrier.arrivals();
        if (policy.addsInArrivalOrder()) {
            return order;
        }
        Arrays.sort(order);
        return parts.combined(barrier.stage(), order);
    }

    private void addSlices(Contribution contribution, SlotPlan plan, int rows, float[] residual) {
        int length = rows * config.hiddenSize();
        for (int slice = 0; slice < plan.slices(); slice++) {
            kernels.add(contribution.payload(), slice * length, length, residual, 0);
        }
    }

    /// Dealt contributions: each slice is first summed over its row's experts, then added. In slot order that is the
    /// ascending order of experts.
    private void addDealt(StageBarrier barrier, List<SlotPlan> slots, int[] order, Routing routing,
            float[] residual) {
        int size = config.hiddenSize();
        ExpertTargets[] targets = slots.stream().map(plan -> ExpertTargets.of(routing, plan, true))
                .toArray(ExpertTargets[]::new);
        int[] owners = new int[routing.top()];
        int[] places = new int[routing.top()];
        float[] sum = new float[size];
        for (int row = 0; row < routing.rows(); row++) {
            int terms = terms(row, routing, order, targets, owners, places);
            for (int slice = 0; slice < ModelConfig.SLICES && terms > 0; slice++) {
                for (int term = 0; term < terms; term++) {
                    float[] payload = barrier.locked()[owners[term]].payload();
                    int at = (slice * targets[owners[term]].rows() + places[term]) * size;
                    if (term == 0) {
                        System.arraycopy(payload, at, sum, 0, size);
                    } else {
                        kernels.add(payload, at, size, sum, 0);
                    }
                }
                kernels.add(sum, 0, size, residual, row * size);
            }
        }
    }

    /// Finds the terms of a row that are there, in the order in which they are added.
    ///
    /// @param owners receives the slot of each
    /// @param places receives its row in that slot's payload
    private static int terms(int row, Routing routing, int[] order, ExpertTargets[] targets, int[] owners,
            int[] places) {
        int terms = 0;
        for (int slot : order) {
            for (int entry = row * routing.top(); entry < (row + 1) * routing.top(); entry++) {
                int place = targets[slot].targets()[entry];
                if (place >= 0) {
                    owners[terms] = slot;
                    places[terms++] = place;
                }
            }
        }
        return terms;
    }

    /// Puts the parts of the vocabulary side by side.
    ///
    /// @param logits receives rows × vocabulary
    /// @return which logits are there; `null` if all are
    boolean[] logits(StageBarrier barrier, List<SlotPlan> slots, int rows, float[] logits) {
        int width = config.vocabularyPerSlice();
        boolean[] present = barrier.arrived() == barrier.slots() ? null : new boolean[config.vocabularySize()];
        for (int slot = 0; slot < barrier.slots(); slot++) {
            Contribution contribution = barrier.locked()[slot];
            if (contribution != null) {
                SlotPlan plan = slots.get(slot);
                for (int slice = 0; slice < plan.slices(); slice++) {
                    int first = (plan.firstSlice() + slice) * width;
                    if (present != null) {
                        Arrays.fill(present, first, first + width, true);
                    }
                    for (int row = 0; row < rows; row++) {
                        System.arraycopy(contribution.payload(), (slice * rows + row) * width, logits,
                                row * config.vocabularySize() + first, width);
                    }
                }
            }
        }
        return present;
    }
}
