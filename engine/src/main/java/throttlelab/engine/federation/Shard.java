package throttlelab.engine.federation;

import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.LayerWeights;
import throttlelab.engine.model.Model;

/// The part of a model that one worker holds.
final class Shard {

    private Shard() {
    }

    /// SHA-256 over the digests of all that the worker's slots are made of, in stage order.
    static Sha256 digest(Model model, Partition partition, int worker) {
        Hasher hasher = new Hasher();
        for (int l = 0; l < model.config().layers(); l++) {
            LayerWeights layer = model.layer(l);
            for (SlotPlan plan : partition.slots(StageKind.ATTENTION, l)) {
                for (int s = plan.firstSlice(); plan.worker() == worker && s < plan.endSlice(); s++) {
                    hasher.add("attention").add(l).add(s).add(layer.attention().get(s).digest());
                }
            }
            for (SlotPlan plan : partition.slots(StageKind.EXPERTS, l)) {
                for (int e = plan.firstExpert(); plan.worker() == worker && e < plan.endExpert(); e++) {
                    for (int s = plan.firstSlice(); s < plan.endSlice(); s++) {
                        hasher.add("expert").add(l).add(e).add(s).add(layer.experts().get(e).get(s).digest());
                    }
                }
            }
        }
        if (!partition.coordinatorOwnsHead()) {
            for (SlotPlan plan : partition.slots(StageKind.HEAD, model.config().layers())) {
                for (int s = plan.firstSlice(); plan.worker() == worker && s < plan.endSlice(); s++) {
                    hasher.add("head").add(s).add(model.head(s).digest());
                }
            }
        }
        return hasher.finish();
    }
}
