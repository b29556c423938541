package throttlelab.engine.federation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import throttlelab.engine.RunException;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.HeadForward;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.model.Routing;
import throttlelab.engine.model.TokenRows;
import throttlelab.engine.numerics.Choice;
import throttlelab.engine.words.Sentence;

/// Drives the stages of a forward pass: addresses the work, hands it out, waits for the specific contributions of the
/// specific workers, combines, and goes on.
final class Coordinator {

    private final Model model;
    private final ModelConfig config;
    private final Partition partition;
    private CombinePolicy policy;
    private final FederationOptions options;
    private final Crew crew;
    private final Sha256[] identities;
    private final ContributionDesk desk;
    private final TimingLedger ledger;
    private final AuditLog audit;
    private final Parts parts;
    /// Whether the memory of inputs is used again: not where a worker may be revived, which computes once more what has
    /// passed, nor where contributions are remembered.
    private final boolean reuses;
    private Combiner combiner;
    private final HeadForward ownHead;
    private final Hasher hasher = new Hasher();
    private final Addressing addressing = new Addressing(hasher);
    private final TokenHistory history = new TokenHistory(hasher);
    private final StageInputs inputs = new StageInputs();
    private float[] passResidual = {};
    private float[] logits = {};
    private long stagesHandedOut;
    private Sha256 rowsDigest;
    private Sha256 headDigest;
    private Sha256 chain;
    private volatile Awaited awaited;

    Coordinator(Model model, Partition partition, CombinePolicy policy, FederationOptions options,
            Crew crew, ContributionDesk desk, TimingLedger ledger, AuditLog audit, int maxRows) {
        this(model, partition, policy, options, crew, desk, ledger, audit, maxRows, Parts.SOUND);
    }

    /// @param parts barriers, and what is combined of what locked them
    Coordinator(Model model, Partition partition, CombinePolicy policy, FederationOptions options,
            Crew crew, ContributionDesk desk, TimingLedger ledger, AuditLog audit, int maxRows, Parts parts) {
        this.model = model;
        this.config = model.config();
        this.partition = partition;
        this.options = options;
        this.crew = crew;
        this.desk = desk;
        this.ledger = ledger;
        this.audit = audit;
        this.parts = parts;
        this.reuses = parts == Parts.SOUND && !options.patience().waits() && !options.memory().remembers();
        follow(policy);
        this.ownHead = partition.coordinatorOwnsHead() ? new HeadForward(config, options.kernels(), maxRows) : null;
        this.identities = new Sha256[partition.workers()];
        for (int worker = 0; worker < identities.length; worker++) {
            identities[worker] = Addressing.identity(model.digest(), Shard.digest(model, partition, worker), partition);
        }
    }

    /// Combines by another policy from the next stage on.
    void follow(CombinePolicy other) {
        policy = other;
        combiner = new Combiner(config, options.kernels(), partition, other, parts);
    }

    /// Begins a batch.
    ///
    /// @param positions how many positions each sequence can come to
    void begin(int[] positions) {
        desk.beginRun();
        history.begin(positions.length);
        crew.begin(positions);
    }

    /// What the coordinator waits for.
    ///
    /// @param barrier the barrier whose gate is closed; `null` at the end of a batch, where it waits for all to be done
    /// @param slots whose contributions the barrier expects
    /// @param since when that was handed out, by the federation's clock
    private record Awaited(StageBarrier barrier, List<SlotPlan> slots, long since) {
    }

    /// For whom the run waits at present, from any thread; empty where it waits for nobody.
    Optional<Stall> stall(long now) {
        Awaited waits = awaited;
        if (waits == null) {
            return Optional.empty();
        }
        IntStream workers = waits.barrier == null ? IntStream.range(0, identities.length).filter(crew::behind)
                : IntStream.of(desk.missing(waits.barrier)).map(slot -> waits.slots.get(slot).worker());
        List<Stall.Missing> missing = workers.sorted()
                .mapToObj(worker -> new Stall.Missing(crew.life(worker), crew.heldBack(worker))).toList();
        return missing.isEmpty() ? Optional.empty()
                : Optional.of(new Stall(waits.barrier == null ? null : waits.barrier.stage(), now - waits.since, missing));
    }

    /// A run is over, for whatever reason.
    void end() {
        awaited = null;
        crew.end();
    }

    /// One forward pass.
    ///
    /// @return the choice for each of the step's head rows, in their order
    List<Choice> forward(Step step) throws InterruptedException {
        int floats = step.rows().count() * config.hiddenSize();
        if (passResidual.length < floats) {
            passResidual = new float[floats];
        }
        float[] residual = passResidual;
        enter(step, residual);
        for (int layer = 0; layer < config.layers(); layer++) {
            attention(step, layer, residual);
            experts(step, layer, residual);
        }
        return leave(step, residual);
    }

    /// Begins a forward pass.
    ///
    /// @return the residual before its first stage, rows × hidden
    float[] enter(Step step) {
        float[] residual = new float[step.rows().count() * config.hiddenSize()];
        enter(step, residual);
        return residual;
    }

    private void enter(Step step, float[] residual) {
        TokenRows rows = step.rows();
        if (options.verify()) {
            rowsDigest = history.advance(rows);
            headDigest = history.select(rows, step.headRows());
            chain = addressing.firstChain(rowsDigest);
        }
        int size = config.hiddenSize();
        for (int row = 0; row < rows.count(); row++) {
            System.arraycopy(model.embedding(), rows.tokens()[row] * size, residual, row * size, size);
        }
    }

    /// Ends a forward pass: the output head, and what it leads to.
    List<Choice> leave(Step step, float[] residual) throws InterruptedException {
        return step.headRows().length == 0 ? List.of() : head(step, residual);
    }

    /// What the next stage is chained to.
    Sha256 chain() {
        return chain;
    }

    /// Goes back in the pass, to where [#chain()] was this.
    void goBackTo(Sha256 earlier) {
        chain = earlier;
    }

    /// Ends a batch: waits until the last late contribution has come and been refused.
    void drain() throws InterruptedException {
        awaited = new Awaited(null, List.of(), options.clock().nanoTime());
        desk.awaitDrained();
        audit.refused(desk.takeRefused());
    }

    private float[] normalised(float[] residual, int rows, float[] weight) {
        int size = config.hiddenSize();
        float[] input = inputs.take(rows * size);
        for (int row = 0; row < rows; row++) {
            options.kernels().rmsNorm(residual, row * size, weight, config.rmsEpsilon(), input, row * size);
        }
        return input;
    }

    /// Passes the attention of a layer.
    ///
    /// @param residual what it adds to
    void attention(Step step, int layer, float[] residual) throws InterruptedException {
        float[] input = normalised(residual, step.rows().count(), model.layer(layer).attentionNorm());
        StageId stage = new StageId(step.number(), step.token(), layer, StageKind.ATTENTION);
        List<SlotPlan> slots = partition.slots(stage.kind(), layer);
        int rows = step.rows().count();
        StageBarrier barrier = pass(stage, step, slots, lengths(slots, rows * config.hiddenSize()), rows, input, null);
        combiner.residual(barrier, slots, null, rows, residual);
    }

    /// Passes the experts of a layer.
    ///
    /// @param residual what they add to
    void experts(Step step, int layer, float[] residual) throws InterruptedException {
        float[] input = normalised(residual, step.rows().count(), model.layer(layer).expertNorm());
        StageId stage = new StageId(step.number(), step.token(), layer, StageKind.EXPERTS);
        List<SlotPlan> slots = partition.slots(stage.kind(), layer);
        int rows = step.rows().count();
        Routing routing = Routing.of(config, model.layer(layer), options.kernels(), input, rows);
        int[] lengths = partition.dealsExperts() ? slots.stream().mapToInt(plan -> plan.slices() * config.hiddenSize()
                * ExpertTargets.of(routing, plan, true).rows()).toArray() : lengths(slots, rows * config.hiddenSize());
        StageBarrier barrier = pass(stage, step, slots, lengths, rows, input, routing);
        combiner.residual(barrier, slots, routing, rows, residual);
    }

    /// How long the payload of each slot is.
    ///
    /// @param slice how many floats a slice has
    private static int[] lengths(List<SlotPlan> slots, int slice) {
        int[] lengths = new int[slots.size()];
        for (int slot = 0; slot < lengths.length; slot++) {
            lengths[slot] = slots.get(slot).slices() * slice;
        }
        return lengths;
    }

    private List<Choice> head(Step step, float[] residual) throws InterruptedException {
        int size = config.hiddenSize();
        int rows = step.headRows().length;
        float[] input = inputs.take(rows * size);
        for (int i = 0; i < rows; i++) {
            options.kernels().rmsNorm(residual, step.headRows()[i] * size, model.finalNorm(), config.rmsEpsilon(), input,
                    i * size);
        }
        if (logits.length < rows * config.vocabularySize()) {
            logits = new float[rows * config.vocabularySize()];
        }
        boolean[] present = null;
        if (partition.coordinatorOwnsHead()) {
            for (int slice = 0; slice < ModelConfig.SLICES; slice++) {
                ownHead.forward(model.head(slice), input, rows, logits, slice * config.vocabularyPerSlice(),
                        config.vocabularySize());
            }
        } else {
            StageId stage = new StageId(step.number(), step.token(), config.layers(), StageKind.HEAD);
            List<SlotPlan> slots = partition.slots(stage.kind(), config.layers());
            int[] lengths = lengths(slots, rows * config.vocabularyPerSlice());
            present = combiner.logits(pass(stage, step, slots, lengths, rows, input, null), slots, rows, logits);
        }
        return choices(step, rows, present);
    }

    private List<Choice> choices(Step step, int rows, boolean[] present) {
        List<Choice> choices = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            Choice choice = options.kernels().choose(logits, row * config.vocabularySize(), config.vocabularySize(),
                    present);
            if (Float.isNaN(choice.logprob())) {
                int sequence = step.rows().sequences()[step.headRows()[row]];
                throw new RunException(Sentence.of("federation.the-log-probability-of-token", step.token() + 1,
                        sequence + 1, model.name()));
            }
            choices.add(choice);
        }
        return choices;
    }

    /// Passes one stage: from addressing its work to the opening of its gate.
    private StageBarrier pass(StageId stage, Step step, List<SlotPlan> slots, int[] lengths, int rows, float[] input,
            Routing routing) throws InterruptedException {
        desk.passGate(options.gate(), stage);
        Sha256 inputDigest = null;
        Sha256[] addresses = new Sha256[slots.size()];
        if (options.verify()) {
            inputDigest = addressing.input(chain, input, rows * config.hiddenSize(), routing);
            Sha256 rowsOfStage = stage.kind() == StageKind.HEAD ? headDigest : rowsDigest;
            for (int slot = 0; slot < addresses.length; slot++) {
                addresses[slot] = addressing.address(identities[slots.get(slot).worker()], stage, slot, inputDigest,
                        rowsOfStage);
            }
        } else {
            Arrays.setAll(addresses, slot -> Unverified.address(stage, slot));
        }
        StageBarrier barrier = parts.barrier(stage, addresses, lengths, policy.required(addresses.length));
        desk.open(barrier, addresses.length);
        long began = options.clock().nanoTime();
        boolean needsAll = policy.required(addresses.length) == addresses.length;
        options.observer().began(stage, slots, addresses.clone(), policy.required(addresses.length), began);
        awaited = new Awaited(barrier, slots, began);
        if (stage.kind() == StageKind.ATTENTION) {
            crew.keep(new PastStage(step, stage.layer(), input, chain, inputDigest));
        }
        StageTurns turns = StageTurns.of(options.order().order(stage, slots.size()), slots.size());
        // Another slot first at every stage: on fewer cores than workers the last one told computes last, and it
        // should not always be the same one that the others wait for.
        int first = (int) (stagesHandedOut++ % slots.size());
        for (int i = 0; i < slots.size(); i++) {
            int slot = (first + i) % slots.size();
            SlotPlan plan = slots.get(slot);
            crew.hand(plan.worker(), new StageWork(stage, step, slot, plan, rows, input, routing, chain, turns));
        }
        boolean waited = desk.awaitGate();
        awaited = null;
        options.observer().opened(stage, barrier.arrivals(), barrier.arrivedAt(barrier.arrival(barrier.arrived() - 1)));
        ledger.passed(barrier, slots, began, waited);
        if (options.verify()) {
            audit.passed(passed(barrier, slots, inputDigest, began));
            audit.refused(desk.takeRefused());
            chain = addressing.chain(barrier.locked());
        }
        if (needsAll && reuses) {
            // All workers have computed from it.
            inputs.giveBack(input);
        }
        return barrier;
    }

    private PassedStage passed(StageBarrier barrier, List<SlotPlan> slots, Sha256 input, long began) {
        int[] place = new int[barrier.slots()];
        for (int i = 0; i < barrier.arrived(); i++) {
            place[barrier.arrival(i)] = i;
        }
        List<PassedStage.Entry> entries = new ArrayList<>(barrier.arrived());
        int[] locked = barrier.arrivals();
        Arrays.sort(locked);
        for (int slot : parts.combined(barrier.stage(), locked)) {
            Contribution contribution = barrier.locked()[slot];
            audit.combined(barrier.stage(), slot, contribution);
            entries.add(new PassedStage.Entry(slot, slots.get(slot).worker(), contribution.address(),
                    contribution.checksum(), place[slot], barrier.arrivedAt(slot)));
        }
        return new PassedStage(barrier.stage(), input, began, entries);
    }
}
