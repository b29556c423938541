package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import throttlelab.engine.digest.Checksum;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.AttentionForward;
import throttlelab.engine.model.ExpertForward;
import throttlelab.engine.model.HeadForward;
import throttlelab.engine.model.KeyValueCache;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TokenRows;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.numerics.RotaryTable;

/// A worker as a step function: work in, contribution out. Its thread, its clock and the order of delivery are somebody
/// else's, so that the same code runs on real threads and in simulated time.
final class Worker {

    private final int number;
    private final Model model;
    private final Partition partition;
    private final Sha256 identity;
    private final boolean verify;
    private final ContributionMemory memory;
    private final AttentionForward attention;
    private final ExpertForward experts;
    private final HeadForward head;
    private final Hasher hasher = new Hasher();
    private final Checksum crc = new Checksum();
    private final Addressing addressing = new Addressing(hasher);
    private final TokenHistory history = new TokenHistory(hasher);
    private final List<List<Owed>> owed = new ArrayList<>();
    private KeyValueCache[][][] caches;
    private float[] payload = new float[0];
    private Step step;
    private Sha256 rowsDigest;
    private Sha256 headDigest;

    Worker(int number, Model model, Partition partition, Kernels kernels, RotaryTable rotary, int maxRows,
            boolean verify) {
        this(number, model, partition, kernels, rotary, maxRows, verify, ContributionMemory.NONE);
    }

    /// @param memory what it need not compute; asked only where there are content addresses
    Worker(int number, Model model, Partition partition, Kernels kernels, RotaryTable rotary, int maxRows,
            boolean verify, ContributionMemory memory) {
        this.number = number;
        this.model = model;
        this.partition = partition;
        this.verify = verify;
        this.memory = verify ? memory : ContributionMemory.NONE;
        this.identity = Addressing.identity(model.digest(), Shard.digest(model, partition, number), partition);
        this.attention = new AttentionForward(model.config(), kernels, rotary, maxRows);
        this.experts = new ExpertForward(model.config(), kernels, maxRows);
        this.head = new HeadForward(model.config(), kernels, maxRows);
    }

    /// Begins a batch.
    ///
    /// @param positions how many positions each sequence can come to
    void begin(int[] positions) {
        history.begin(positions.length);
        step = null;
        owed.clear();
        KeyValueCache[][][] before = caches;
        caches = new KeyValueCache[model.config().layers()][][];
        for (int layer = 0; layer < caches.length; layer++) {
            owed.add(new ArrayList<>());
            for (SlotPlan plan : partition.slots(StageKind.ATTENTION, layer)) {
                if (plan.worker() == number) {
                    caches[layer] = caches(plan, positions, before == null ? null : before[layer]);
                }
            }
        }
    }

    /// @param before the caches of the batch before, whose memory is used again; `null` if there was none
    private KeyValueCache[][] caches(SlotPlan plan, int[] positions, KeyValueCache[][] before) {
        KeyValueCache[][] slices = new KeyValueCache[plan.slices()][positions.length];
        for (int s = 0; s < slices.length; s++) {
            for (int sequence = 0; sequence < positions.length; sequence++) {
                if (before == null || sequence >= before[s].length) {
                    slices[s][sequence] = new KeyValueCache(model.config(), positions[sequence]);
                } else {
                    slices[s][sequence] = before[s][sequence];
                    slices[s][sequence].begin(positions[sequence]);
                }
            }
        }
        return slices;
    }

    /// Does the work of one stage. The payload of what it gives stays valid until the next call.
    Contribution process(StageWork work) {
        Sha256 address = address(work);
        ContributionMemory.Remembered known = memory.recall(address);
        if (known != null) {
            if (work.stage().kind() == StageKind.ATTENTION) {
                owed.get(work.stage().layer()).add(new Owed(work, known.cached()));
            }
            return new Contribution(address, known.payload(), known.payload().length, known.checksum());
        }
        int length = compute(work);
        int checksum = verify ? Contribution.checksum(address, payload, length, crc) : 0;
        if (memory.remembers()) {
            float[] cached = new float[cachedFloats(work)];
            eachCached(work, cached, KeyValueCache::copyOut);
            memory.computed(address,
                    new ContributionMemory.Remembered(Arrays.copyOf(payload, length), checksum, cached));
        }
        return new Contribution(address, payload, length, checksum);
    }

    /// What the caches of a layer have not been given yet, because nothing was computed from them since.
    private record Owed(StageWork work, float[] cached) {
    }

    private void payCaches(int layer) {
        owed.get(layer).forEach(one -> eachCached(one.work(), one.cached(), KeyValueCache::copyIn));
        owed.get(layer).clear();
    }

    private interface CacheCopy {
        void copy(KeyValueCache cache, int position, float[] floats, int at);
    }

    private int cachedFloats(StageWork work) {
        return work.stage().kind() != StageKind.ATTENTION ? 0
                : work.plan().slices() * work.rows() * caches[work.stage().layer()][0][0].floatsPerPosition();
    }

    /// Copies what the caches hold of the rows of an attention stage, or are to hold.
    private void eachCached(StageWork work, float[] floats, CacheCopy copy) {
        if (work.stage().kind() == StageKind.ATTENTION) {
            TokenRows rows = work.step().rows();
            int at = 0;
            for (int s = 0; s < work.plan().slices(); s++) {
                for (int row = 0; row < rows.count(); row++) {
                    KeyValueCache cache = caches[work.stage().layer()][s][rows.sequences()[row]];
                    copy.copy(cache, rows.positions()[row], floats, at);
                    at += cache.floatsPerPosition();
                }
            }
        }
    }

    /// Takes in an attention stage that has been handed out before: its tokens, and the keys and values of the slots
    /// that are this worker's. A worker that has taken in all of them, in order, is where the one before it was.
    ///
    /// @throws IllegalStateException if the input is not the one that the stage was addressed with
    void remember(PastStage past) {
        advance(past.step());
        for (SlotPlan plan : partition.slots(StageKind.ATTENTION, past.layer())) {
            if (plan.worker() == number) {
                check(past);
                for (int s = 0; s < plan.slices(); s++) {
                    attention.remember(model.layer(past.layer()), plan.firstSlice() + s, past.input(),
                            past.step().rows(), caches[past.layer()][s]);
                }
            }
        }
    }

    /// A damaged input would give keys and values that no address shows: addresses bind inputs, not caches.
    private void check(PastStage past) {
        int floats = past.step().rows().count() * model.config().hiddenSize();
        if (verify && !addressing.input(past.chain(), past.input(), floats, null).equals(past.digest())) {
            throw new IllegalStateException("the input that was kept of layer " + (past.layer() + 1) + " of step "
                    + past.step().number() + " has been changed since");
        }
    }

    private void advance(Step next) {
        if (next != step) {
            step = next;
            if (verify) {
                rowsDigest = history.advance(step.rows());
                headDigest = history.select(step.rows(), step.headRows());
            }
        }
    }

    private Sha256 address(StageWork work) {
        advance(work.step());
        if (!verify) {
            return Unverified.address(work.stage(), work.slot());
        }
        int floats = work.rows() * model.config().hiddenSize();
        Sha256 input = addressing.input(work.chain(), work.input(), floats, work.routing());
        Sha256 rows = work.stage().kind() == StageKind.HEAD ? headDigest : rowsDigest;
        return addressing.address(identity, work.stage(), work.slot(), input, rows);
    }

    private int compute(StageWork work) {
        return switch (work.stage().kind()) {
            case ATTENTION -> attention(work);
            case EXPERTS -> experts(work);
            case HEAD -> head(work);
        };
    }

    private int attention(StageWork work) {
        SlotPlan plan = work.plan();
        int layer = work.stage().layer();
        int slice = work.rows() * model.config().hiddenSize();
        room(plan.slices() * slice);
        payCaches(layer);
        for (int s = 0; s < plan.slices(); s++) {
            attention.forward(model.layer(layer), plan.firstSlice() + s, work.input(), work.step().rows(),
                    caches[layer][s], payload, s * slice);
        }
        return plan.slices() * slice;
    }

    private int experts(StageWork work) {
        SlotPlan plan = work.plan();
        ExpertTargets targets = ExpertTargets.of(work.routing(), plan, partition.dealsExperts());
        int slice = targets.rows() * model.config().hiddenSize();
        room(plan.slices() * slice);
        for (int s = 0; s < plan.slices(); s++) {
            experts.forward(model.layer(work.stage().layer()), plan.firstSlice() + s, plan.firstExpert(),
                    plan.endExpert(), work.input(), work.routing(), targets.targets(), payload, s * slice);
        }
        return plan.slices() * slice;
    }

    private int head(StageWork work) {
        SlotPlan plan = work.plan();
        int width = model.config().vocabularyPerSlice();
        int slice = work.rows() * width;
        room(plan.slices() * slice);
        for (int s = 0; s < plan.slices(); s++) {
            head.forward(model.head(plan.firstSlice() + s), work.input(), work.rows(), payload, s * slice, width);
        }
        return plan.slices() * slice;
    }

    private void room(int floats) {
        if (payload.length < floats) {
            payload = new float[floats];
        }
    }
}
