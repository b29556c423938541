package throttlelab.fxml.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.FederationSettings;
import throttlelab.engine.federation.PartitionKind;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.live.RunTrace;
import throttlelab.engine.model.ModelConfig;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// The trace of a run that never was: eight layers, eight workers, each with its factor, every compute equally long.
/// What would have happened by a moment is told to a trace in the order in which it would have happened.
public final class ForgedTrace {

    /// When a forged run begins.
    public static final long ORIGIN = 1_000_000_000_000L;
    /// A millisecond in nanoseconds.
    public static final long MILLI = 1_000_000;

    private static final int LAYERS = 8;
    private static final int WORKERS = 8;

    private record Event(long time, Consumer<RunTrace> told) {
    }

    private FederationSettings settings;
    private final long compute;
    private final double[] factors;
    private final long[] free = new long[WORKERS];
    private final List<Event> events = new ArrayList<>();
    private int stages;
    private long opened = ORIGIN;

    /// @param computeMillis what a stage's work takes, as in slow motion
    /// @param factors the slowdown of each worker
    public ForgedTrace(PartitionKind partition, CombinePolicy policy, double computeMillis, double... factors) {
        this.settings = new FederationSettings(partition, WORKERS, policy, Tempo.ofMillis(computeMillis));
        this.compute = Math.round(computeMillis * MILLI);
        this.factors = factors;
    }

    /// A sliced run with one phone: the last worker 10×.
    public static ForgedTrace phone(CombinePolicy policy, double computeMillis) {
        return new ForgedTrace(PartitionKind.SLICED, policy, computeMillis, 1, 1, 1.5, 1, 2, 1, 1.5, 10);
    }

    /// Says that this is what stages take at full speed, and not slow motion.
    public ForgedTrace atFullSpeed() {
        settings = new FederationSettings(settings.partition(), WORKERS, settings.policy(), Tempo.FULL);
        return this;
    }

    /// Lets more stages pass.
    public ForgedTrace stages(int count) {
        for (int i = 0; i < count; i++) {
            stage();
        }
        return this;
    }

    /// Lets time pass between two stages.
    public ForgedTrace pause(long millis) {
        opened += millis * MILLI;
        return this;
    }

    private void stage() {
        boolean pipeline = settings.partition() == PartitionKind.PIPELINE;
        int perToken = pipeline ? 2 * LAYERS : 2 * LAYERS + 1;
        int token = stages / perToken;
        int place = stages % perToken;
        StageId id = new StageId(token, token, place / 2, place == 2 * LAYERS ? StageKind.HEAD
                : place % 2 == 0 ? StageKind.ATTENTION : StageKind.EXPERTS);
        List<SlotPlan> plans = pipeline ? List.of(new SlotPlan(id.layer(), 0, 8, 0, 16))
                : IntStream.range(0, WORKERS).mapToObj(worker -> new SlotPlan(worker, worker, worker + 1, 0, 16)).toList();
        pass(id, plans, settings.policy().required(plans.size()));
        stages++;
    }

    private void pass(StageId id, List<SlotPlan> plans, int required) {
        long began = opened;
        Sha256[] addresses = IntStream.range(0, plans.size())
                .mapToObj(slot -> new Sha256((stages * 31L + slot + 1) * 0x9E3779B97F4A7C15L, 0, 0, 0))
                .toArray(Sha256[]::new);
        tell(began, trace -> trace.began(id, plans, addresses, required, began));
        long[] delivered = new long[plans.size()];
        for (int slot = 0; slot < delivered.length; slot++) {
            delivered[slot] = work(id, slot, plans.get(slot).worker(), began);
        }
        List<Integer> order = IntStream.range(0, delivered.length).boxed()
                .sorted(Comparator.comparingLong(slot -> delivered[slot])).toList();
        for (int i = 0; i < order.size(); i++) {
            int slot = order.get(i);
            Acceptance acceptance = i < required ? Acceptance.LOCKED : Acceptance.STALE;
            tell(delivered[slot], trace -> trace.delivered(id, plans.get(slot).worker(), slot, acceptance,
                    delivered[slot]));
        }
        opened = delivered[order.get(required - 1)];
        long gate = opened;
        int[] arrival = order.stream().limit(required).mapToInt(slot -> slot).toArray();
        tell(gate, trace -> trace.opened(id, arrival, gate));
    }

    private long work(StageId id, int slot, int worker, long began) {
        long from = Math.max(began, free[worker]);
        long computed = from + compute;
        long until = computed + Math.round(compute * (factors[worker] - 1)) + worker * 1000L;
        tell(from, trace -> trace.computing(id, worker, slot, from));
        tell(computed, trace -> trace.delayed(id, worker, slot, compute, computed, until));
        free[worker] = until;
        return until;
    }

    private void tell(long time, Consumer<RunTrace> told) {
        events.add(new Event(time, told));
    }

    /// A trace that grows as time goes by.
    public final class Growing {

        private final RunTrace trace = new RunTrace();
        private final List<Event> ahead = events.stream().sorted(Comparator.comparingLong(Event::time)).toList();
        private int told;

        /// Tells what would have happened by a moment.
        public RunTrace until(long time) {
            while (told < ahead.size() && ahead.get(told).time() <= time) {
                ahead.get(told++).told().accept(trace);
            }
            return trace;
        }

        /// What has been told so far.
        public RunTrace trace() {
            return trace;
        }
    }

    /// A trace to which nothing has been told yet.
    public Growing growing() {
        return new Growing();
    }

    /// The trace as it is at a moment.
    public RunTrace at(long time) {
        return growing().until(time);
    }

    /// The trace when everything is over.
    public RunTrace whole() {
        return at(Long.MAX_VALUE);
    }

    /// When the last gate opened.
    public long end() {
        return opened;
    }

    /// How the run was set up.
    public FederationSettings settings() {
        return settings;
    }

    /// The numbers of its model.
    public static ModelConfig config() {
        return new ModelConfig(1024, 256, LAYERS, 8, 8, 64, 16, 1, 256, false, 1e-6f, 10_000, 512, true, 0, 1);
    }

    /// The factors as a throttle.
    public Throttle throttle() {
        Throttle throttle = new Throttle(Profiles.NONE, WORKERS);
        for (int worker = 0; worker < WORKERS; worker++) {
            throttle.set(worker, factors[worker]);
        }
        return throttle;
    }
}
