package throttlelab.engine.schedule;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.federation.StageTrial;
import throttlelab.engine.model.Model;
import throttlelab.engine.numerics.Choice;
import throttlelab.engine.numerics.SimdKernels;

/// Passes the attention and the experts of one layer in every order of arrival, under every policy.
///
/// A changed sum is carried through all later stages to the next token; equal sums are carried once.
public final class EveryOrder {

    private static final List<StageKind> STAGES = List.of(StageKind.ATTENTION, StageKind.EXPERTS);

    private final Model model;
    private final int[] prompt;
    private final int layer;
    private final int step;
    private final BooleanSupplier stopped;
    private final int threads = Runtime.getRuntime().availableProcessors();
    private final AtomicLong done = new AtomicLong();

    /// @param prompt token ids, begin token first
    /// @param layer whose stages, from 0; the later, the less there is to carry a changed sum through
    /// @param step 1 tries every order, n only every n-th
    /// @param stopped asked again and again whether to end early
    /// @throws throttlelab.engine.UsageException if the model has no such layer
    public EveryOrder(Model model, int[] prompt, int layer, int step, BooleanSupplier stopped) {
        this.model = model;
        this.prompt = prompt.clone();
        this.layer = layer;
        this.step = step;
        this.stopped = stopped;
    }

    /// How many orders have been tried so far, of all stages and policies; may be asked by any thread.
    public long done() {
        return done.get();
    }

    /// How many there are to try.
    public long total() {
        int orders = Orders.count(FederationSettings.DEFAULT.workers());
        return (long) STAGES.size() * CombinePolicy.values().length * ((orders + step - 1) / step);
    }

    /// Tries them all, on all processors.
    ///
    /// @throws InterruptedException if the calling thread is interrupted
    public OrdersResult run() throws InterruptedException {
        long began = System.nanoTime();
        Map<StageKind, List<Share>> shares = new EnumMap<>(StageKind.class);
        List<OrdersResult.Tried> tried = new ArrayList<>();
        for (StageKind kind : STAGES) {
            shares.put(kind, Parallel.each(threads, "orders", thread -> new Share(kind, thread)));
        }
        long real = System.nanoTime();
        for (CombinePolicy policy : CombinePolicy.values()) {
            for (StageKind kind : STAGES) {
                List<Share> parts = shares.get(kind);
                Parallel.each(parts.size(), "orders", thread -> parts.get(thread).run(policy));
                tried.add(merged(kind, policy, parts));
            }
            if (!policy.broken()) {
                real = System.nanoTime() - real;
            }
        }
        return new OrdersResult(layer, Orders.count(FederationSettings.DEFAULT.workers()), done.get() == total(), tried, real, System.nanoTime() - began);
    }

    private static OrdersResult.Tried merged(StageKind kind, CombinePolicy policy, List<Share> parts) {
        Set<Sha256> sums = new HashSet<>();
        parts.forEach(part -> sums.addAll(part.outcomes.keySet()));
        return new OrdersResult.Tried(kind, policy, parts.stream().mapToLong(part -> part.tried).sum(), sums.size(),
                parts.stream().mapToLong(part -> part.bits).sum(), parts.stream().mapToLong(part -> part.logprob).sum(),
                parts.stream().mapToLong(part -> part.token).sum(),
                parts.stream().map(part -> part.refused).reduce(new Refusals(0, 0, 0, 0), EveryOrder::plus));
    }

    private static Refusals plus(Refusals a, Refusals b) {
        return new Refusals(a.duplicate() + b.duplicate(), a.stale() + b.stale(), a.foreign() + b.foreign(),
                a.corrupted() + b.corrupted());
    }

    private static Refusals minus(Refusals a, Refusals b) {
        return new Refusals(a.duplicate() - b.duplicate(), a.stale() - b.stale(), a.foreign() - b.foreign(),
                a.corrupted() - b.corrupted());
    }

    /// One thread's share of the orders: every n-th.
    private final class Share {
        private final StageTrial trial;
        private final int first;
        private final float[] expected;
        private final Choice choice;
        private final Hasher hasher = new Hasher();
        private final Map<Sha256, Choice> outcomes = new HashMap<>();
        private long tried;
        private long bits;
        private long logprob;
        private long token;
        private Refusals refused;

        Share(StageKind kind, int first) throws InterruptedException {
            this.first = first;
            trial = StageTrial.of(model, kind, layer, prompt, new SimdKernels());
            expected = trial.pass(CombinePolicy.CONTENT_ADDRESSED, Orders.order(0, trial.slots()), 0).clone();
            choice = trial.carry();
        }

        Share run(CombinePolicy policy) throws InterruptedException {
            outcomes.clear();
            tried = bits = logprob = token = 0;
            Refusals before = trial.refusals();
            int orders = Orders.count(trial.slots());
            for (int number = first * step; number < orders && !stopped.getAsBoolean(); number += threads * step) {
                look(trial.pass(policy, Orders.order(number, trial.slots()), number));
                tried++;
                done.incrementAndGet();
            }
            refused = minus(trial.refusals(), before);
            return this;
        }

        private void look(float[] sum) throws InterruptedException {
            boolean changed = !sameBits(sum);
            Sha256 digest = hasher.add(sum, 0, sum.length).finish();
            Choice outcome = outcomes.get(digest);
            if (outcome == null) {
                outcome = changed ? trial.carry() : choice;
                outcomes.put(digest, outcome);
            }
            bits += changed ? 1 : 0;
            logprob += Float.floatToIntBits(outcome.logprob()) == Float.floatToIntBits(choice.logprob()) ? 0 : 1;
            token += outcome.token() == choice.token() ? 0 : 1;
        }

        private boolean sameBits(float[] sum) {
            for (int i = 0; i < sum.length; i++) {
                if (Float.floatToRawIntBits(sum[i]) != Float.floatToRawIntBits(expected[i])) {
                    return false;
                }
            }
            return sum.length == expected.length;
        }
    }
}
