package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import throttlelab.engine.digest.Hasher;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Clock;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.SystemClock;
import throttlelab.engine.throttle.Tempo;

/// A dead worker is waited for and named, and a revived one computes what the dead one would have.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class RevivalTest {

    private static final int TOKENS = 5;
    private static final StageId STAGE = new StageId(3, 3, 1, StageKind.EXPERTS);
    private static final ExecutorService OTHER = Executors.newCachedThreadPool(
            task -> Thread.ofPlatform().daemon(true).unstarted(task));
    private static Model model;
    private static List<int[]> prompts;
    private static List<Runs.Bits> expected;

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint().expertsPerToken(2));
        prompts = Runs.prompts(model, 3, 6);
        expected = Runs.run(model, FederationSettings.DEFAULT, Profiles.NONE, FederationOptions.DEFAULT, prompts, TOKENS)
                .streams();
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Runs.workerThreads()).isEmpty();
    }

    /// Does something once, when a worker begins with a stage.
    private static class At implements StageObserver {
        final AtomicInteger times = new AtomicInteger();
        final List<WorkerLife> deaths = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch died = new CountDownLatch(1);
        private final int worker;
        private final Runnable what;

        At(int worker, Runnable what) {
            this.worker = worker;
            this.what = what;
        }

        @Override
        public void computing(StageId stage, int number, int slot, long now) {
            if (number == worker && stage.equals(STAGE) && times.incrementAndGet() == 1) {
                what.run();
            }
        }

        @Override
        public void died(WorkerLife life) {
            deaths.add(life);
            died.countDown();
        }
    }

    private static FederationOptions options(StageObserver observer) {
        return FederationOptions.DEFAULT.withObserver(observer).withPatience(Patience.WATCHED);
    }

    private static void throwing() {
        throw new OutOfMemoryError("Java heap space");
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs, does something from another thread once a worker is dead, and gives what came of it.
    private static List<Runs.Bits> run(At at, FederationSettings settings, Consumer<Federation> whenDead)
            throws Exception {
        try (Federation federation = Runs.open(model, settings, Profiles.NONE, options(at))) {
            Future<?> other = OTHER.submit(() -> {
                await(at.died);
                whenDead.accept(federation);
            });
            List<GeneratedStream> streams = federation.run(prompts, TOKENS, RunListener.NONE);
            other.get();
            return streams.stream().map(Runs.Bits::of).toList();
        }
    }

    /// The run stands still and says for whom, as long as nobody does anything.
    private static Stall awaitStall(Federation federation, int worker) {
        while (true) {
            Stall stall = federation.stall().orElse(null);
            if (stall != null && stall.missing().size() == 1 && stall.missing().getFirst().life().worker() == worker) {
                return stall;
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void aDeadWorkerIsWaitedForAndNamedAndARevivedOneGoesOn() throws Exception {
        At at = new At(5, RevivalTest::throwing);
        List<Runs.Bits> streams = run(at, FederationSettings.DEFAULT, federation -> {
            Stall stall = awaitStall(federation, 5);
            assertThat(stall.stage()).isEqualTo(STAGE);
            assertThat(stall.nanos()).isPositive();
            WorkerLife life = stall.missing().getFirst().life();
            assertThat(life.dead()).isTrue();
            assertThat(life.stage()).isEqualTo(STAGE);
            assertThat(life.cause()).isEqualTo("java.lang.OutOfMemoryError: Java heap space");
            assertThat(federation.lives()).filteredOn(WorkerLife::dead).containsExactly(life);
            assertThat(Runs.workerThreads()).hasSize(7);
            federation.revive(5);
            assertThat(federation.lives()).noneMatch(WorkerLife::dead);
        });

        assertThat(streams).isEqualTo(expected);
        assertThat(at.deaths).extracting(WorkerLife::worker).containsExactly(5);
        assertThat(at.times).as("the same stage is computed twice").hasValue(2);
    }

    @Test
    void allWorkersMayDieAtOnce() throws Exception {
        Federation[] own = new Federation[1];
        StageObserver killing = new StageObserver() {
            @Override
            public void opened(StageId stage, int[] arrival, long now) {
                // Between two stages, by the coordinator itself; revived before the next in the other order.
                for (int worker = 0; worker < 8; worker++) {
                    own[0].kill(worker);
                }
                for (int worker = 7; worker >= 0; worker--) {
                    own[0].revive(worker);
                }
            }
        };
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE, options(killing))) {
            own[0] = federation;
            assertThat(federation.run(prompts, 2, RunListener.NONE).stream().map(Runs.Bits::of).toList())
                    .isEqualTo(expected.stream().map(bits -> bits.prefix(2)).toList());
            assertThat(federation.lives()).allSatisfy(life -> assertThat(life.deaths()).isEqualTo(10));
        }
    }

    /// The end of a batch waits for late contributions, so also for those of the dead.
    @ParameterizedTest
    @EnumSource(value = CombinePolicy.class, names = {"MAJORITY", "FIRST_RESPONSE"})
    void aPolicyThatDoesNotWaitGoesOnAndWaitsAtTheEnd(CombinePolicy policy) throws Exception {
        At at = new At(7, RevivalTest::throwing);
        List<Runs.Bits> streams = run(at, Runs.settings(PartitionKind.SLICED, 8, policy), federation -> {
            Stall stall;
            do {
                stall = awaitStall(federation, 7);
            } while (stall.stage() != null);
            assertThat(stall.missing().getFirst().life().dead()).isTrue();
            federation.revive(7);
        });

        assertThat(streams).allSatisfy(bits -> assertThat(bits.tokens()).hasSize(TOKENS));
    }

    /// Dead, it gets the next batch all the same, and takes in what it missed of the one before only if that still counts.
    @Test
    void aWorkerThatDiesBetweenTwoBatchesIsRevivedInTheNext() throws Exception {
        CountDownLatch began = new CountDownLatch(1);
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                options(StageObserver.NONE))) {
            federation.run(List.of(new int[] {1, 2, 3}), 3, RunListener.NONE);
            federation.kill(2);
            Future<?> other = OTHER.submit(() -> {
                awaitStall(federation, 2);
                federation.revive(2);
                began.countDown();
            });
            assertThat(federation.run(prompts, TOKENS, RunListener.NONE).stream().map(Runs.Bits::of).toList())
                    .isEqualTo(expected);
            other.get();
        }
        assertThat(began.getCount()).isZero();
    }

    /// It hangs between the last look and the delivery, is given up, and comes to itself before or after the revived one
    /// has delivered. Either way one of the two contributions counts, and it has the same bits.
    @ParameterizedTest
    @EnumSource(Late.class)
    void aContributionOfAWorkerThatWasGivenUp(Late late) throws Exception {
        CountDownLatch hung = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        CountDownLatch revivedMayWork = new CountDownLatch(1);
        List<Acceptance> fates = Collections.synchronizedList(new ArrayList<>());
        DeafClock clock = new DeafClock(hung, release);
        StageObserver observer = new StageObserver() {
            @Override
            public void computing(StageId stage, int worker, int slot, long now) {
                if (worker == 4 && stage.equals(STAGE) && hung.getCount() == 0 && late == Late.BEFORE_THE_REVIVED) {
                    await(revivedMayWork);
                }
            }

            @Override
            public void delayed(StageId stage, int worker, int slot, long compute, long now, long until) {
                clock.arm(worker == 4 && stage.equals(STAGE) && hung.getCount() == 1);
            }

            @Override
            public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
                if (worker == 4 && stage.equals(STAGE)) {
                    fates.add(acceptance);
                    told.countDown();
                    if (late == Late.AFTER_THE_REVIVED) {
                        release.countDown();
                    } else {
                        revivedMayWork.countDown();
                    }
                }
            }
        };
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                options(observer).withClock(clock))) {
            Future<?> other = OTHER.submit(() -> {
                await(hung);
                federation.kill(4);
                federation.revive(4);
                if (late == Late.BEFORE_THE_REVIVED) {
                    release.countDown();
                }
            });
            assertThat(federation.run(prompts, TOKENS, RunListener.NONE).stream().map(Runs.Bits::of).toList())
                    .isEqualTo(expected);
            other.get();
            await(told);
        }
        assertThat(fates).hasSize(2).startsWith(Acceptance.LOCKED);
        assertThat(fates.getLast()).isIn(Acceptance.DUPLICATE, Acceptance.STALE);
    }

    private enum Late {
        BEFORE_THE_REVIVED, AFTER_THE_REVIVED
    }

    /// A clock that a thread hangs at once when it asks for the time of delivery, and does not hear interrupts.
    private static final class DeafClock implements Clock {
        private final Clock real = new SystemClock();
        private final ThreadLocal<Integer> asked = ThreadLocal.withInitial(() -> -1);
        private final CountDownLatch hung;
        private final CountDownLatch release;

        DeafClock(CountDownLatch hung, CountDownLatch release) {
            this.hung = hung;
            this.release = release;
        }

        void arm(boolean now) {
            asked.set(now ? 0 : -1);
        }

        @Override
        public long nanoTime() {
            if (asked.get() == 0) {
                asked.set(-1);
                hung.countDown();
                boolean over = false;
                while (!over) {
                    try {
                        release.await();
                        over = true;
                    } catch (InterruptedException e) {
                        // It is deaf.
                    }
                }
            }
            return real.nanoTime();
        }

        @Override
        public long cpuTime() {
            return real.cpuTime();
        }

        @Override
        public void sleepUntil(long deadline) throws InterruptedException {
            real.sleepUntil(deadline);
        }
    }

    /// In slow motion it sleeps: it is killed in its sleep, and its thread is gone at once.
    @Test
    void aSleepingWorkerDiesAtOnce() throws Exception {
        FederationSettings slow = new FederationSettings(PartitionKind.SLICED, 8, CombinePolicy.CONTENT_ADDRESSED,
                Tempo.ofMillis(60_000));
        CountDownLatch sleeping = new CountDownLatch(8);
        StageObserver observer = new StageObserver() {
            @Override
            public void computing(StageId stage, int worker, int slot, long now) {
                sleeping.countDown();
            }
        };
        try (Federation federation = Runs.open(model, slow, Profiles.NONE, options(observer))) {
            Future<?> other = OTHER.submit(() -> {
                await(sleeping);
                Thread victim = Runs.workerThreads().stream().filter(t -> t.getName().equals("worker-6")).findFirst()
                        .orElseThrow();
                federation.kill(6);
                federation.kill(6);
                assertThat(victim.join(Duration.ofSeconds(20))).isTrue();
                assertThat(federation.lives().get(6).deaths()).isEqualTo(1);
                federation.stop();
                federation.revive(6);
                return null;
            });
            federation.run(prompts, TOKENS, RunListener.NONE);
            other.get();
        }
    }

    @Test
    void aStallIsToldOnceAndAgainWhenAWorkerTurnsOutToBeDead() throws Exception {
        List<Stall> stalls = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch toldDead = new CountDownLatch(1);
        CountDownLatch toldHung = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        StageObserver observer = new StageObserver() {
            private final AtomicInteger hangs = new AtomicInteger();

            @Override
            public void computing(StageId stage, int worker, int slot, long now) {
                if (stage.equals(STAGE) && worker == 1 && hangs.incrementAndGet() == 1) {
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }

            @Override
            public void stalled(Stall stall) {
                // On a busy machine others may be late, too.
                if (stall.stage().equals(STAGE)) {
                    stall.missing().stream().filter(missing -> missing.life().worker() == 1).forEach(missing -> {
                        stalls.add(stall);
                        assertThat(missing.heldBack()).isFalse();
                        (missing.life().dead() ? toldDead : toldHung).countDown();
                    });
                }
            }
        };
        long patience = TimeUnit.MILLISECONDS.toNanos(40);
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                options(observer).withPatience(new Patience(true, patience, 0)))) {
            Future<?> other = OTHER.submit(() -> {
                await(toldHung);
                federation.kill(1);
                await(toldDead);
                federation.revive(1);
            });
            assertThat(federation.run(prompts, TOKENS, RunListener.NONE).stream().map(Runs.Bits::of).toList())
                    .isEqualTo(expected);
            other.get();
        }
        assertThat(stalls).hasSize(2)
                .allSatisfy(stall -> assertThat(stall.nanos()).isGreaterThanOrEqualTo(patience));
    }

    /// Nobody clicks where there is no window.
    @Test
    void theDeadAreRevivedByThemselvesWhereThatIsWished() {
        At at = new At(3, RevivalTest::throwing);

        assertThat(Runs.run(model, FederationSettings.DEFAULT, Profiles.NONE,
                options(at).withPatience(new Patience(true, 0, TimeUnit.MILLISECONDS.toNanos(20))), prompts, TOKENS)
                .streams()).isEqualTo(expected);
        assertThat(at.deaths).hasSize(1);
    }

    @Test
    void timesOfTheDeadStayInTheAccount() throws Exception {
        Federation[] own = new Federation[1];
        At at = new At(0, () -> {
            own[0].kill(0);
            own[0].revive(0);
        });
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                options(at).withClock(new VirtualClock(0)))) {
            own[0] = federation;
            long[] before = new long[1];
            federation.run(prompts, TOKENS, (prompt, position, token, logprob, margin) -> {
                if (position == 2) {
                    before[0] = federation.report().workers().getFirst().computeNanos();
                }
            });
            assertThat(before[0]).isPositive();
            assertThat(federation.report().workers().getFirst().computeNanos()).isGreaterThan(before[0]);
        }
    }

    /// The control: keys and values made of other inputs than those of the past lead to another answer, which no address
    /// and no checksum shows.
    @Test
    void withoutItsKeysAndValuesARevivedWorkerLeadsToAnotherAnswer() throws Exception {
        assertThat(revivedWith(true, past -> past)).isEqualTo(expected);
        assertThat(revivedWith(true, RevivalTest::emptied)).isNotEqualTo(expected);
    }

    /// Nothing but a control would do this: an input of zeros under a digest that fits it.
    private static PastStage emptied(PastStage past) {
        float[] zeros = new float[past.input().length];
        Sha256 digest = new Addressing(new Hasher()).input(past.chain(), zeros, zeros.length, null);
        return new PastStage(past.step(), past.layer(), zeros, past.chain(), digest);
    }

    private static List<Runs.Bits> revivedWith(boolean keeps, UnaryOperator<PastStage> change)
            throws InterruptedException {
        ThreadCrew[] crew = new ThreadCrew[1];
        At at = new At(5, () -> crew[0].kill(5)) {
            @Override
            public void died(WorkerLife life) {
                super.died(life);
                crew[0].revive(5);
            }
        };
        return new Assembled(model, FederationSettings.DEFAULT, options(at)).run(federation -> {
            crew[0] = federation.threads(keeps);
            return new ForwardingCrew(crew[0]) {
                @Override
                public void keep(PastStage stage) {
                    super.keep(change.apply(stage));
                }
            };
        }, prompts, TOKENS);
    }

    /// The control: without the past a revived worker does not even find the address, and is refused.
    @Test
    void withoutThePastARevivedWorkerIsRefused() throws Exception {
        ThreadCrew[] crew = new ThreadCrew[1];
        Assembled[] assembled = new Assembled[1];
        At at = new At(5, () -> crew[0].kill(5)) {
            @Override
            public void died(WorkerLife life) {
                super.died(life);
                if (life.deaths() == 1) {
                    crew[0].revive(5);
                } else {
                    assembled[0].desk.stop();
                }
            }
        };
        assembled[0] = new Assembled(model, FederationSettings.DEFAULT, options(at));
        assertThatThrownBy(() -> assembled[0].run(federation -> crew[0] =
                federation.threads(false), prompts, TOKENS)).isInstanceOf(RunStopped.class);

        assertThat(at.deaths).extracting(WorkerLife::cause).containsExactly("",
                "java.lang.IllegalStateException: its contribution was refused as foreign");
    }

    /// An input that was damaged after it had been used would be found by nobody else.
    @Test
    void aPastThatHasBeenDamagedIsNotTakenIn() throws Exception {
        ThreadCrew[] crew = new ThreadCrew[1];
        Assembled[] assembled = new Assembled[1];
        List<PastStage> kept = new ArrayList<>();
        At at = new At(5, () -> {
            kept.get(3).input()[0] = Math.nextUp(kept.get(3).input()[0]);
            crew[0].kill(5);
        }) {
            @Override
            public void died(WorkerLife life) {
                super.died(life);
                if (life.deaths() == 1) {
                    crew[0].revive(5);
                } else {
                    assembled[0].desk.stop();
                }
            }
        };
        assembled[0] = new Assembled(model, FederationSettings.DEFAULT, options(at));
        assertThatThrownBy(() -> assembled[0].run(federation -> {
            crew[0] = federation.threads(true);
            return new ForwardingCrew(crew[0]) {
                @Override
                public void keep(PastStage stage) {
                    kept.add(stage);
                    super.keep(stage);
                }
            };
        }, prompts, TOKENS)).isInstanceOf(RunStopped.class);

        assertThat(at.deaths.getLast().cause()).contains("the input that was kept of layer 2 of step 1 has been changed");
    }
}
