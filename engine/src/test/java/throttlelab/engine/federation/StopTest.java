package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;
import throttlelab.engine.throttle.ThrottleProfile;

/// A stop is prompt at any moment, keeps what is complete, and leaves no thread.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StopTest {

    private static final int TOKENS = 6;
    private static final long PROMPT_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static Model model;
    private static List<int[]> prompts;

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint().expertsPerToken(2));
        prompts = Runs.prompts(model, 5, 60 - TOKENS);
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Runs.workerThreads()).isEmpty();
    }

    /// Counts all that can be observed, and says when it has come to `number`.
    private static class Moment implements StageObserver {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch over = new CountDownLatch(1);
        private final AtomicInteger seen = new AtomicInteger();
        private final int number;
        private final boolean holds;

        /// @param holds whether the run stands still at that moment until it has been stopped
        Moment(int number, boolean holds) {
            this.number = number;
            this.holds = holds;
        }

        void event(String what) {
            if (seen.incrementAndGet() == number) {
                reached.countDown();
                if (holds) {
                    holdOn(over);
                }
            }
        }

        @Override
        public final void began(StageId stage, List<SlotPlan> slots, Sha256[] addresses, int required, long now) {
            event("began");
        }

        @Override
        public final void computing(StageId stage, int worker, int slot, long now) {
            event("computing");
        }

        @Override
        public final void delayed(StageId stage, int worker, int slot, long compute, long now, long until) {
            event("delayed");
        }

        @Override
        public final void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
            event("delivered");
        }

        @Override
        public final void opened(StageId stage, int[] arrival, long now) {
            event("opened");
        }
    }

    /// Runs, and stops from another thread when the moment has come; checks what is always to hold.
    private static List<Runs.Bits> stoppedAt(FederationSettings settings, ThrottleProfile profile,
            FederationOptions options, Moment moment) throws Exception {
        List<GeneratedStream> streams;
        long[] stoppedAt = new long[1];
        try (Federation federation = Runs.open(model, settings, profile, options.withObserver(moment))) {
            Thread stopper = new Thread(() -> {
                await(moment.reached);
                stoppedAt[0] = System.nanoTime();
                federation.stop();
                moment.over.countDown();
            });
            stopper.start();
            streams = federation.run(prompts, TOKENS, RunListener.NONE);
            moment.reached.countDown();
            stopper.join();
            assertThat(federation.stopped()).isTrue();
            // Asked again it does nothing, and does not hang.
            assertThat(federation.run(prompts, TOKENS, RunListener.NONE))
                    .allSatisfy(stream -> assertThat(stream.tokens()).isEmpty());
        }
        assertThat(System.nanoTime() - stoppedAt[0]).isLessThan(PROMPT_NANOS);
        assertThat(Runs.workerThreads()).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        return streams.stream().map(Runs.Bits::of).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Arguments> settings() {
        return Stream.of(
                Arguments.of(PartitionKind.SLICED, 8, CombinePolicy.CONTENT_ADDRESSED, DeliveryOrder.AS_THEY_COME),
                Arguments.of(PartitionKind.SLICED, 8, CombinePolicy.MAJORITY, DeliveryOrder.REVERSED),
                Arguments.of(PartitionKind.SLICED, 4, CombinePolicy.FIRST_RESPONSE, DeliveryOrder.SLOT_ORDER),
                Arguments.of(PartitionKind.EXPERTS, 4, CombinePolicy.ARRIVAL_ORDER, Runs.shuffled(4)),
                Arguments.of(PartitionKind.PIPELINE, 2, CombinePolicy.CONTENT_ADDRESSED, DeliveryOrder.AS_THEY_COME));
    }

    @ParameterizedTest(name = "{0}, {1} workers, {2}")
    @MethodSource("settings")
    void atAnyMomentWhatIsCompleteIsKept(PartitionKind partition, int workers, CombinePolicy policy,
            DeliveryOrder order) throws Exception {
        FederationSettings settings = Runs.settings(partition, workers, policy);
        FederationOptions options = FederationOptions.DEFAULT.withOrder(order);
        Moment all = new Moment(Integer.MAX_VALUE, false);
        List<Runs.Bits> expected = Runs.run(model, settings, Profiles.RAMP, options.withObserver(all), prompts, TOKENS)
                .streams();
        SplittableRandom random = new SplittableRandom(45);
        int total = all.seen.get();
        int cut = 0;
        for (int i = 0; i < 20; i++) {
            int number = i == 0 ? 1 : i == 1 ? total : random.nextInt(1, total);
            List<Runs.Bits> streams = stoppedAt(settings, Profiles.RAMP, options, new Moment(number, i % 2 == 1));
            assertThat(streams).hasSameSizeAs(expected);
            for (int prompt = 0; prompt < expected.size(); prompt++) {
                int length = streams.get(prompt).tokens().size();
                assertThat(streams.get(prompt)).isEqualTo(expected.get(prompt).prefix(length));
                cut += length < TOKENS ? 1 : 0;
            }
        }
        // The control: the stops came in the midst of the runs, not after them.
        assertThat(cut).isGreaterThan(10);
    }

    /// Twenty times a second for every stage: whoever waits for the delay to pass waits a minute.
    @ParameterizedTest
    @CsvSource({"computing,CONTENT_ADDRESSED", "delayed,CONTENT_ADDRESSED", "delayed,FIRST_RESPONSE"})
    void inTheMiddleOfALongDelayItIsPrompt(String what, CombinePolicy policy) throws Exception {
        FederationSettings slow = new FederationSettings(PartitionKind.SLICED, 8, policy, Tempo.ofMillis(1_000));
        Moment moment = new Moment(1, false) {
            @Override
            void event(String event) {
                if (event.equals(what)) {
                    super.event(event);
                }
            }
        };

        assertThat(stoppedAt(slow, new ThrottleProfile() {
            @Override
            public String name() {
                return "twenty";
            }

            @Override
            public double factor(int worker, int workers, long elapsedNanos) {
                return 20;
            }
        }, FederationOptions.DEFAULT, moment)).hasSize(5).allSatisfy(bits -> assertThat(bits.tokens()).isEmpty());
    }

    @Test
    void beforeARunItLeavesNothingToDo() throws Exception {
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT)) {
            federation.stop();
            assertThat(federation.run(prompts, TOKENS, RunListener.NONE)).hasSize(5)
                    .allSatisfy(stream -> assertThat(stream.tokens()).isEmpty());
            assertThat(federation.report().stages()).isZero();
        }
    }

    @Test
    void fromTheCoordinatorsOwnThreadItKeepsTheTokensHeardSoFar() throws Exception {
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT)) {
            AtomicInteger heard = new AtomicInteger();
            List<GeneratedStream> streams = federation.run(prompts, TOKENS, (prompt, position, token, logprob, margin) -> {
                if (heard.incrementAndGet() == 13) {
                    federation.stop();
                }
            });
            assertThat(streams.stream().mapToInt(stream -> stream.tokens().length).sum()).isEqualTo(heard.get())
                    .isEqualTo(15);
        }
    }

    @Test
    void closingFromAnotherThreadEndsARun() throws Exception {
        Moment moment = new Moment(100, false);
        Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.STEADY,
                FederationOptions.DEFAULT.withObserver(moment));
        Thread closer = new Thread(() -> {
            await(moment.reached);
            federation.close();
        });
        closer.start();
        List<GeneratedStream> streams = federation.run(prompts, TOKENS, RunListener.NONE);
        closer.join();

        assertThat(streams).hasSize(5).anySatisfy(stream -> assertThat(stream.tokens().length).isLessThan(TOKENS));
    }

    @Test
    void anInterruptOfTheCoordinatorEndsTheRun() {
        Thread coordinator = Thread.currentThread();
        CountDownLatch interrupted = new CountDownLatch(1);
        StageObserver observer = new StageObserver() {
            @Override
            public void computing(StageId stage, int worker, int slot, long now) {
                if (stage.token() == 2 && stage.kind() == StageKind.HEAD && worker == 5) {
                    coordinator.interrupt();
                    interrupted.countDown();
                }
            }
        };
        List<Integer> heard = new ArrayList<>();
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT.withObserver(observer))) {
            assertThatThrownBy(() -> federation.run(prompts, TOKENS,
                    (prompt, position, token, logprob, margin) -> heard.add(position)))
                    .isInstanceOf(InterruptedException.class);
            assertThat(federation.stopped()).isTrue();
        }
        assertThat(interrupted.getCount()).isZero();
        // Even where it never had to wait, it noticed before the next stage.
        assertThat(heard).contains(1).doesNotContain(3);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    /// On a busy machine the coordinator may never have to wait.
    @Test
    void anInterruptIsNoticedBeforeTheNextStage() {
        AtomicInteger passed = new AtomicInteger();
        StageGate gate = stage -> {
            if (passed.incrementAndGet() == 7) {
                Thread.currentThread().interrupt();
            }
        };
        try (Federation federation = Runs.open(model, Runs.settings(PartitionKind.SLICED, 8,
                CombinePolicy.FIRST_RESPONSE), Profiles.NONE, FederationOptions.DEFAULT.withGate(gate))) {
            assertThatThrownBy(() -> federation.run(prompts, TOKENS, RunListener.NONE))
                    .isInstanceOf(InterruptedException.class);
            assertThat(federation.report().stages()).isEqualTo(6);
        }
    }

    /// Pause, as a window does it: the coordinator stands at the gate.
    @Test
    void aPausedRunIsStoppedToo() throws Exception {
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        StageGate gate = stage -> {
            if (stage.token() == 2) {
                paused.countDown();
                never.await();
            }
        };
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT.withGate(gate))) {
            Thread stopper = new Thread(() -> {
                await(paused);
                federation.stop();
            });
            stopper.start();
            List<GeneratedStream> streams = federation.run(prompts, TOKENS, RunListener.NONE);

            assertThat(streams).allSatisfy(stream -> assertThat(stream.tokens()).hasSize(2));
            // The caller goes on to write files: the interrupt that ended the pause is not left to it.
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void aPauseChangesNothing() {
        FederationOptions pausing = FederationOptions.DEFAULT.withGate(stage -> TimeUnit.MICROSECONDS.sleep(50));

        assertThat(Runs.run(model, FederationSettings.DEFAULT, Profiles.NONE, pausing, prompts, TOKENS).streams())
                .isEqualTo(Runs.run(model, FederationSettings.DEFAULT, Profiles.NONE, FederationOptions.DEFAULT,
                        prompts, TOKENS).streams());
    }

    /// A worker that has fallen behind by many stages does not work them off first.
    @Test
    void workThatIsLeftIsNotDoneAfterAStop() throws Exception {
        CountDownLatch fallsBehind = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        StageObserver observer = new StageObserver() {
            @Override
            public void computing(StageId stage, int worker, int slot, long now) {
                if (worker == 3) {
                    begun.incrementAndGet();
                    fallsBehind.countDown();
                    holdOn(release);
                }
            }
        };
        AtomicInteger heard = new AtomicInteger();
        try (Federation federation = Runs.open(model, Runs.settings(PartitionKind.SLICED, 4,
                CombinePolicy.FIRST_RESPONSE), Profiles.NONE, FederationOptions.DEFAULT.withObserver(observer))) {
            List<GeneratedStream> streams = federation.run(prompts, TOKENS, (prompt, position, token, logprob, margin) -> {
                if (heard.incrementAndGet() == prompts.size() * TOKENS) {
                    await(fallsBehind);
                    federation.stop();
                    release.countDown();
                }
            });
            // It was alone in not answering, so the others finished.
            assertThat(streams).allSatisfy(stream -> assertThat(stream.tokens()).hasSize(TOKENS));
        }
        assertThat(begun.get()).isEqualTo(1);
    }

    /// Waits whatever happens, and leaves an interrupt standing.
    private static void holdOn(CountDownLatch latch) {
        boolean interrupted = false;
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aFederationThatWasNeverRunClosesAndClosesAgain() {
        Federation federation = Federation.open(model, FederationSettings.DEFAULT, new Throttle(Profiles.NONE, 8));
        assertThat(Runs.workerThreads()).hasSize(8);
        federation.close();
        federation.close();
        assertThat(Runs.workerThreads()).isEmpty();
    }
}
