package throttlelab.engine.schedule;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageObserver;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.ThrottleProfile;

/// A throttle profile that follows from its seed alone, and may know which stage a worker is at: it is to be the
/// observer of the federation that it throttles, too. For simulated time, where all is one thread; not for two runs.
public final class SeededSchedule implements ThrottleProfile, StageObserver {

    /// How a schedule slows its workers. The kinds take turns with the seed, so that any six seeds in a row have all.
    public enum Kind {

        /// One factor for each worker, from 1 to 32, for the whole run.
        STEADY,

        /// Another factor for each worker at each stage, from 1 to 32.
        RANDOM,

        /// Workers that heat up, throttle and recover: [Profiles#bursty(long)].
        BURSTY,

        /// One worker always last, 64 times slower; the others as in [#RANDOM], up to 32.
        LAST,

        /// An order that is reversed at each stage; from 1 to 29.
        REVERSING,

        /// As [#RANDOM], and one worker stalls at one of the first stages for an hour.
        STALL;

        /// Its name in files and on screens.
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// How long the worker of a [Kind#STALL] stalls: an hour of simulated time.
    public static final long STALL_NANOS = 3_600_000_000_000L;

    private static final double MOST = 32;
    private static final double LAST = 64;
    private static final int STALLING_STAGES = 64;

    private final long seed;
    private final Kind kind;
    private final long stageNanos;
    private final double[] fixed;
    private final int[] places;
    private final int chosen;
    private final long stallsAt;
    private final ThrottleProfile bursty;
    private final double[] factors;
    private final Map<StageId, Long> numbers = new HashMap<>();

    /// @param stageNanos nominal time of a stage, in nanoseconds
    public SeededSchedule(long seed, int workers, long stageNanos) {
        this.seed = seed;
        this.kind = kind(seed);
        this.stageNanos = stageNanos;
        SplittableRandom random = new SplittableRandom(seed);
        this.fixed = random.doubles(workers).map(SeededSchedule::factor).toArray();
        this.places = Orders.order(random.nextInt(Orders.count(workers)), workers);
        this.chosen = random.nextInt(workers);
        this.stallsAt = random.nextInt(STALLING_STAGES);
        this.bursty = Profiles.bursty(seed);
        this.factors = fixed.clone();
    }

    /// The kind that a seed has.
    public static Kind kind(long seed) {
        return Kind.values()[(int) Math.floorMod(seed, (long) Kind.values().length)];
    }

    /// How it slows its workers.
    public Kind kind() {
        return kind;
    }

    @Override
    public String name() {
        return kind.id() + "-" + seed;
    }

    @Override
    public boolean changing() {
        return kind != Kind.STEADY;
    }

    @Override
    public void began(StageId stage, List<SlotPlan> slots,
            Sha256[] addresses, int required, long now) {
        numbers.put(stage, (long) numbers.size());
    }

    @Override
    public void computing(StageId stage, int worker, int slot, long now) {
        long number = numbers.get(stage);
        factors[worker] = factorAt(worker, number);
    }

    @Override
    public double factor(int worker, int workers, long elapsedNanos) {
        return kind == Kind.BURSTY ? bursty.factor(worker, workers, elapsedNanos) : factors[worker];
    }

    private double factorAt(int worker, long stage) {
        return switch (kind) {
            case STEADY, BURSTY -> fixed[worker];
            case RANDOM -> random(worker, stage);
            case LAST -> worker == chosen ? LAST : random(worker, stage);
            case REVERSING -> 1 + 4.0 * (stage % 2 == 0 ? places[worker] : fixed.length - 1 - places[worker]);
            case STALL -> worker == chosen && stage == stallsAt ? 1 + (double) STALL_NANOS / stageNanos
                    : random(worker, stage);
        };
    }

    private double random(int worker, long stage) {
        return factor(new SplittableRandom(seed ^ (stage * fixed.length + worker + 1) * 0x9e3779b97f4a7c15L)
                .nextDouble());
    }

    /// From 1 to the most, small ones more often: half of them are below a quarter of the most.
    private static double factor(double chance) {
        return 1 + (MOST - 1) * chance * chance;
    }
}
