package throttlelab.engine.federation;

import java.util.List;
import java.util.stream.IntStream;
import throttlelab.engine.UsageException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;
import throttlelab.engine.numerics.Choice;
import throttlelab.engine.numerics.Kernels;
import throttlelab.engine.words.Sentence;

/// One stage of a real forward pass, to be passed over and over, each time with another order of arrival.
///
/// Eight workers, sliced. The prompt is read and all stages before are passed by the real policy; then the stage stands
/// as it would in any run: real addresses, desk, barrier, contributions, combiner. Not for use by two threads at once.
public final class StageTrial {

    private final Model model;
    private final StageKind kind;
    private final int layer;
    private final ContributionDesk desk;
    private final OrderedCrew crew;
    private final Coordinator coordinator;
    private final Step step;
    private final float[] before;
    private final Sha256 chain;
    private float[] after;

    private StageTrial(Model model, StageKind kind, int layer, int[] prompt, Kernels kernels)
            throws InterruptedException {
        this.model = model;
        this.kind = kind;
        this.layer = layer;
        FederationSettings settings = FederationSettings.DEFAULT;
        Partition partition = Partition.of(settings.partition(), settings.workers(), model.config());
        desk = new ContributionDesk(true, Parts.SOUND, this::pause);
        crew = new OrderedCrew(IntStream.range(0, settings.workers()).mapToObj(number -> new Worker(number, model,
                partition, kernels, model.rotary(), Federation.MAX_ROWS, true)).toList(), desk);
        coordinator = new Coordinator(model, partition, settings.policy(),
                FederationOptions.DEFAULT.withKernels(kernels).withClock(new VirtualTime()), crew, desk,
                new TimingLedger(settings.workers()), new AuditLog(AuditSink.NONE), Federation.MAX_ROWS);
        Batch batch = new Batch(List.of(prompt), 2, Federation.MAX_ROWS);
        coordinator.begin(batch.positions());
        List<Step> prefill = batch.prefill(0);
        for (Step reading : prefill) {
            batch.grow(reading, coordinator.forward(reading), RunListener.NONE);
        }
        step = batch.decode(prefill.size(), 1).getFirst();
        before = coordinator.enter(step);
        for (int l = 0; l < layer; l++) {
            coordinator.attention(step, l, before);
            coordinator.experts(step, l, before);
        }
        if (kind == StageKind.EXPERTS) {
            coordinator.attention(step, layer, before);
        }
        chain = coordinator.chain();
    }

    /// The stage of the step that leads to the second token after a prompt.
    ///
    /// @param kind attention or experts
    /// @param layer of which layer, from 0; the first attention has no stage before it in its step
    /// @throws UsageException if there is no such stage
    /// @throws InterruptedException if the calling thread is interrupted
    public static StageTrial of(Model model, StageKind kind, int layer, int[] prompt, Kernels kernels)
            throws InterruptedException {
        if (kind == StageKind.HEAD || layer < 0 || layer >= model.config().layers()) {
            throw new UsageException(Sentence.of("federation.orders-of-arrival-are-tried", model.name(),
                    model.config().layers()));
        }
        return new StageTrial(model, kind, layer, prompt, kernels);
    }

    private void pause(Object waiter) {
        crew.pause(waiter);
    }

    /// How many contributions the stage expects.
    public int slots() {
        return FederationSettings.DEFAULT.workers();
    }

    /// Passes the stage with all its contributions in this order, and among them a stale one, a foreign one and a
    /// duplicate, at places that `number` chooses.
    ///
    /// @return the residual after it; valid until the next call
    /// @throws InterruptedException if the calling thread is interrupted
    public float[] pass(CombinePolicy policy, int[] order, int number) throws InterruptedException {
        int places = order.length + 1;
        after = before.clone();
        coordinator.goBackTo(chain);
        coordinator.follow(policy);
        crew.next(order, new OrderedCrew.Intruders(number % places, number / places % places,
                1 + number / places / places % order.length));
        if (kind == StageKind.ATTENTION) {
            coordinator.attention(step, layer, after);
        } else {
            coordinator.experts(step, layer, after);
        }
        return after;
    }

    /// Carries what the last call of [#pass(CombinePolicy, int[], int)] gave through all later stages, by the real
    /// policy, to the token.
    ///
    /// @throws InterruptedException if the calling thread is interrupted
    public Choice carry() throws InterruptedException {
        coordinator.follow(CombinePolicy.CONTENT_ADDRESSED);
        if (kind == StageKind.ATTENTION) {
            coordinator.experts(step, layer, after);
        }
        for (int l = layer + 1; l < model.config().layers(); l++) {
            coordinator.attention(step, l, after);
            coordinator.experts(step, l, after);
        }
        return coordinator.leave(step, after).getFirst();
    }

    /// What has been refused so far.
    public Refusals refusals() {
        return desk.refusals();
    }
}
