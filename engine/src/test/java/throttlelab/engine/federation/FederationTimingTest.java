package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Clock;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

class FederationTimingTest {

    private static final int TOKENS = 20;
    private static Model model;
    private static List<int[]> prompts;

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint());
        prompts = Runs.prompts(model, 3, 5);
    }

    /// What a worker announced about one delay.
    private record Delay(StageId stage, int worker, long compute, long length) {
    }

    private static final class Delays implements StageObserver {
        private final List<Delay> seen = Collections.synchronizedList(new ArrayList<>());

        @Override
        public void delayed(StageId stage, int worker, int slot, long compute, long now, long until) {
            seen.add(new Delay(stage, worker, compute, until - now));
        }
    }

    private static FederationReport report(FederationSettings settings, Throttle throttle, FederationOptions options,
            RunListener listener) throws InterruptedException {
        try (Federation federation = Federation.open(model, settings, throttle, options)) {
            federation.run(prompts, TOKENS, listener);
            return federation.report();
        }
    }

    @Test
    void theMeasuredFactorIsTheOneSet() throws Exception {
        FederationReport report = report(FederationSettings.DEFAULT, new Throttle(Profiles.STEADY, 8),
                FederationOptions.DEFAULT.withClock(new VirtualClock(VirtualClock.LATE)), RunListener.NONE);

        assertThat(report.workers()).hasSize(8).allSatisfy(timing -> {
            assertThat(timing.factorSet()).isEqualTo(5);
            assertThat(timing.factorMeasured()).isBetween(5.0, 5.01);
            assertThat(timing.computeNanos()).isGreaterThan(report.stages() * 20_000);
        });
    }

    @Test
    void everyWorkerHasItsOwnFactor() throws Exception {
        FederationReport report = report(FederationSettings.DEFAULT, new Throttle(Profiles.RAMP, 8),
                FederationOptions.DEFAULT.withClock(new VirtualClock(VirtualClock.LATE)), RunListener.NONE);

        assertThat(report.workers()).allSatisfy(timing -> {
            assertThat(timing.factorSet()).isCloseTo(1 + 0.5 * timing.worker(), within(1e-9));
            assertThat(timing.factorMeasured()).isBetween(timing.factorSet() - 1e-9, timing.factorSet() + 0.01);
        });
    }

    /// Real time, on a machine that may be busy with anything: the factor is never below the one set, and the run takes
    /// at least as long as its slowest worker.
    @Test
    void inRealTimeThrottlingShowsInTheTiming() throws Exception {
        FederationReport none = report(FederationSettings.DEFAULT, new Throttle(Profiles.NONE, 8),
                FederationOptions.DEFAULT, RunListener.NONE);
        FederationReport phone = report(FederationSettings.DEFAULT, new Throttle(Profiles.PHONE, 8),
                FederationOptions.DEFAULT, RunListener.NONE);

        assertThat(phone.workers()).allSatisfy(timing -> {
            assertThat(timing.factorSet()).isEqualTo(timing.worker() == 7 ? 10 : 1);
            assertThat(timing.factorMeasured()).isGreaterThanOrEqualTo(timing.factorSet() - 1e-6);
            assertThat(phone.wallNanos()).isGreaterThanOrEqualTo(timing.computeNanos() + timing.delayNanos());
        });
        assertThat(phone.prefillNanos()).isBetween(1L, phone.wallNanos());
        assertThat(none.workers()).allSatisfy(timing -> assertThat(timing.factorSet()).isEqualTo(1));
        assertThat(phone.stages()).isEqualTo(none.stages()).isEqualTo(TOKENS * 5L);
        assertThat(phone.stagesWaited()).isBetween(1L, phone.stages());
    }

    /// What is booked for each worker, as plain sums over the script.
    @ParameterizedTest
    @EnumSource(CombinePolicy.class)
    void waitsAndBlameAreThoseOfTheScript(CombinePolicy policy) throws Exception {
        int required = policy.required(8);
        DeliveryOrder order = Runs.shuffled(45);
        long[] wait = new long[8];
        long[] blame = new long[8];
        long[] last = new long[8];
        StageGate script = stage -> {
            int[] arrivals = order.order(stage, 8);
            for (int i = 0; i < required; i++) {
                for (int later = i; later < required - 1; later++) {
                    wait[arrivals[i]] += ScriptedClock.gap(stage, later);
                }
            }
            last[arrivals[required - 1]]++;
            blame[arrivals[required - 1]] += required > 1 ? ScriptedClock.gap(stage, required - 2) : 0;
        };

        FederationReport report = report(Runs.settings(PartitionKind.SLICED, 8, policy),
                new Throttle(Profiles.NONE, 8), new ScriptedClock(order, 8, required).options().withGate(script),
                RunListener.NONE);

        assertThat(report.workers()).allSatisfy(timing -> {
            assertThat(timing.waitNanos()).isEqualTo(wait[timing.worker()]);
            assertThat(timing.blameNanos()).isEqualTo(blame[timing.worker()]);
            assertThat(timing.lastArrivals()).isEqualTo(last[timing.worker()]).isPositive();
            assertThat(timing.computeNanos()).isZero();
            assertThat(timing.factorMeasured()).isEqualTo(1);
        });
    }

    /// Where one worker has the stage to itself, all of it is waiting for that worker.
    @Test
    void atABarrierWithOneSlotBlameCountsFromTheBeginningOfTheStage() throws Exception {
        Clock ticking = new Clock() {
            private long now = Long.MAX_VALUE - 500;

            @Override
            public synchronized long nanoTime() {
                return now;
            }

            @Override
            public synchronized long cpuTime() {
                now += 50;
                return now;
            }

            @Override
            public void sleepUntil(long deadline) {
                throw new IllegalStateException("nobody is throttled");
            }
        };

        FederationReport report = report(Runs.settings(PartitionKind.PIPELINE, 2, CombinePolicy.CONTENT_ADDRESSED),
                new Throttle(Profiles.NONE, 2), FederationOptions.DEFAULT.withClock(ticking), RunListener.NONE);

        assertThat(report.workers()).hasSize(2).allSatisfy(timing -> {
            assertThat(timing.lastArrivals()).isEqualTo(2 * TOKENS);
            assertThat(timing.blameNanos()).isEqualTo(100L * 2 * TOKENS);
            assertThat(timing.computeNanos()).isEqualTo(50L * 2 * TOKENS);
            assertThat(timing.waitNanos()).isZero();
        });
        assertThat(report.wallNanos()).isEqualTo(100L * 4 * TOKENS);
    }

    @Test
    void aChangedFactorActsOnTheNextStage() throws Exception {
        Throttle throttle = new Throttle(Profiles.NONE, 8);
        Delays delays = new Delays();

        FederationReport report = report(FederationSettings.DEFAULT, throttle,
                FederationOptions.DEFAULT.withClock(new VirtualClock(0)).withObserver(delays),
                (prompt, position, token, logprob, margin) -> {
                    if (position == 6) {
                        throttle.set(3, 7);
                    }
                    if (position == 12) {
                        throttle.apply(Profiles.STEADY);
                    }
                });

        assertThat(delays.seen).hasSize(TOKENS * 5 * 8).allSatisfy(delay -> {
            int token = delay.stage().token();
            int factor = token > 12 ? 5 : token > 6 && delay.worker() == 3 ? 7 : 1;
            assertThat(delay.length()).isEqualTo((factor - 1) * delay.compute());
        });
        assertThat(report.workers().get(3).factorSet()).isBetween(report.workers().get(2).factorSet() + 1, 7.0);
    }

    /// A worker that sleeps looks at its throttle every 20 ms.
    private static final class SleeperClock implements Clock {
        private static final long SLICE = 20_000_000;
        private final AtomicInteger sleeps = new AtomicInteger();
        private final Throttle throttle;
        private final double changed;
        private long now;
        private long cpu;

        SleeperClock(Throttle throttle, double changed) {
            this.throttle = throttle;
            this.changed = changed;
        }

        @Override
        public synchronized long nanoTime() {
            return now;
        }

        @Override
        public synchronized long cpuTime() {
            cpu += 100_000_000;
            return cpu;
        }

        @Override
        public synchronized void sleepUntil(long deadline) {
            assertThat(deadline - now).isBetween(1L, SLICE);
            now = deadline;
            if (sleeps.incrementAndGet() == 3) {
                throttle.set(0, changed);
            }
        }
    }

    @Test
    void aFactorThatFallsEndsADelayThatHasBegun() throws Exception {
        Delays delays = new Delays();
        SleeperClock clock = sleeper(10, 1, delays);

        assertThat(clock.sleeps.get()).isEqualTo(3);
        assertThat(delays.seen.stream().map(Delay::length)).startsWith(900_000_000L, 0L, 0L);
    }

    @Test
    void aFactorThatRisesProlongsADelayThatHasBegun() throws Exception {
        Delays delays = new Delays();
        SleeperClock clock = sleeper(2, 4, delays);

        assertThat(delays.seen.stream().map(Delay::length)).startsWith(100_000_000L, 300_000_000L, 300_000_000L);
        assertThat(clock.sleeps.get()).isEqualTo(15 * delays.seen.stream().map(Delay::stage).distinct().count());
    }

    private static SleeperClock sleeper(double factor, double changed, Delays delays) throws InterruptedException {
        Throttle throttle = new Throttle(Profiles.NONE, 1);
        throttle.set(0, factor);
        SleeperClock clock = new SleeperClock(throttle, changed);
        report(Runs.settings(PartitionKind.SLICED, 1, CombinePolicy.CONTENT_ADDRESSED), throttle,
                FederationOptions.DEFAULT.withClock(clock).withObserver(delays), RunListener.NONE);
        return clock;
    }

    @Test
    void inSlowMotionComputeIsTheNominalTime() throws Exception {
        Delays delays = new Delays();
        FederationSettings slow = new FederationSettings(PartitionKind.SLICED, 4, CombinePolicy.CONTENT_ADDRESSED,
                Tempo.ofMillis(250));

        FederationReport report = report(slow, new Throttle(Profiles.RAMP, 4),
                FederationOptions.DEFAULT.withClock(new VirtualClock(0)).withObserver(delays), RunListener.NONE);

        assertThat(report.workers()).hasSize(4).allSatisfy(timing -> {
            assertThat(timing.computeNanos()).isEqualTo(250_000_000L * report.stages());
            assertThat(timing.factorMeasured()).isEqualTo(1 + 0.5 * timing.worker());
        });
        assertThat(delays.seen).allSatisfy(delay -> {
            assertThat(delay.compute()).isEqualTo(250_000_000);
            assertThat(delay.length()).isEqualTo(125_000_000L * delay.worker());
        });
    }

    /// Slow motion and throttle are in nobody's sums.
    @Test
    void neitherSlowMotionNorALateTimerChangesABit() {
        FederationSettings slow = new FederationSettings(PartitionKind.SLICED, 4, CombinePolicy.CONTENT_ADDRESSED,
                Tempo.ofMillis(250));
        Runs.Result result = Runs.run(model, slow, Profiles.BURSTY,
                FederationOptions.DEFAULT.withClock(new VirtualClock(VirtualClock.LATE)), prompts, TOKENS);
        Runs.Result plain = Runs.run(model, Runs.settings(PartitionKind.SLICED, 4, CombinePolicy.CONTENT_ADDRESSED),
                Profiles.NONE, FederationOptions.DEFAULT, prompts, TOKENS);

        assertThat(result.streams()).isEqualTo(plain.streams());
        assertThat(result.report().auditDigest()).isEqualTo(plain.report().auditDigest());
    }
}
