package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.LayerWeights;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Routing;
import throttlelab.engine.model.TokenRows;
import throttlelab.engine.numerics.SimdKernels;

/// The work that a coordinator hands to one worker, made up: real steps and plans, random inputs. A worker cannot tell.
final class WorkHistory {

    private final Model model;
    private final Partition partition;
    private final int worker;
    private final List<StageWork> works = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom(45);

    /// Three steps: two sequences of three and two tokens, then a token each, twice.
    WorkHistory(Model model, Partition partition, int worker) {
        this.model = model;
        this.partition = partition;
        this.worker = worker;
        step(new Step(0, 0, new TokenRows(new int[] {0, 0, 0, 1, 1}, new int[] {0, 1, 2, 0, 1},
                new int[] {7, 8, 9, 7, 7}), new int[] {2, 4}));
        step(new Step(1, 1, new TokenRows(new int[] {0, 1}, new int[] {3, 2}, new int[] {20, 21}), new int[] {0, 1}));
        step(new Step(2, 2, new TokenRows(new int[] {0, 1}, new int[] {4, 3}, new int[] {30, 31}), new int[] {0, 1}));
    }

    private void step(Step step) {
        int layers = model.config().layers();
        for (int layer = 0; layer < layers; layer++) {
            work(new StageId(step.number(), step.token(), layer, StageKind.ATTENTION), step, step.rows().count());
            work(new StageId(step.number(), step.token(), layer, StageKind.EXPERTS), step, step.rows().count());
        }
        if (!partition.coordinatorOwnsHead()) {
            work(new StageId(step.number(), step.token(), layers, StageKind.HEAD), step, step.headRows().length);
        }
    }

    private void work(StageId stage, Step step, int rows) {
        float[] input = new float[rows * model.config().hiddenSize()];
        for (int i = 0; i < input.length; i++) {
            input[i] = (float) random.nextGaussian();
        }
        Routing routing = null;
        if (stage.kind() == StageKind.EXPERTS) {
            LayerWeights layer = model.layer(stage.layer());
            routing = Routing.of(model.config(), layer, new SimdKernels(), input, rows);
        }
        Sha256 chain = new Sha256(random.nextLong(), 0, 0, works.size());
        List<SlotPlan> slots = partition.slots(stage.kind(), stage.layer());
        for (int slot = 0; slot < slots.size(); slot++) {
            if (slots.get(slot).worker() == worker) {
                works.add(new StageWork(stage, step, slot, slots.get(slot), rows, input, routing, chain,
                        StageTurns.of(null, slots.size())));
            }
        }
    }

    List<StageWork> works() {
        return works;
    }

    int[] positions() {
        return new int[] {5, 4};
    }

    /// The address that the coordinator expects for each work, found as the coordinator finds it.
    List<Sha256> expected() {
        Hasher hasher = new Hasher();
        Addressing addressing = new Addressing(hasher);
        TokenHistory history = new TokenHistory(hasher);
        history.begin(2);
        Sha256 identity = Addressing.identity(model.digest(), Shard.digest(model, partition, worker), partition);
        List<Sha256> addresses = new ArrayList<>();
        Step step = null;
        Sha256 rows = null;
        Sha256 heads = null;
        for (StageWork work : works) {
            if (work.step() != step) {
                step = work.step();
                rows = history.advance(step.rows());
                heads = history.select(step.rows(), step.headRows());
            }
            Sha256 input = addressing.input(work.chain(), work.input(), work.input().length, work.routing());
            addresses.add(addressing.address(identity, work.stage(), work.slot(), input,
                    work.stage().kind() == StageKind.HEAD ? heads : rows));
        }
        return addresses;
    }
}
