package throttlelab.engine.federation;

import throttlelab.engine.model.Routing;

/// Where each routing entry goes in the payload of one slot of an experts stage.
///
/// Where every worker has a slice of all experts, an entry goes to its row. Where experts are dealt, a payload has a row
/// for each entry of the worker's own experts, by row and then by expert, so that nothing is summed before the
/// coordinator.
///
/// @param targets the payload row of each entry; −1 where the entry is another worker's
/// @param rows how many rows a slice of the payload has
record ExpertTargets(int[] targets, int rows) {

    static ExpertTargets of(Routing routing, SlotPlan plan, boolean dealt) {
        int[] targets = new int[routing.experts().length];
        int own = 0;
        for (int entry = 0; entry < targets.length; entry++) {
            int expert = routing.experts()[entry];
            if (!dealt) {
                targets[entry] = routing.row(entry);
            } else {
                targets[entry] = expert >= plan.firstExpert() && expert < plan.endExpert() ? own++ : -1;
            }
        }
        return new ExpertTargets(targets, dealt ? own : routing.rows());
    }
}
