package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.InputException;
import throttlelab.engine.RunException;
import throttlelab.engine.UsageException;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.TinyCheckpoint;
import throttlelab.engine.numerics.PackedMatrix;
import throttlelab.engine.numerics.RotaryTable;
import throttlelab.engine.numerics.Rows;
import throttlelab.engine.throttle.Profiles;
import throttlelab.engine.throttle.SystemClock;
import throttlelab.engine.throttle.Tempo;
import throttlelab.engine.throttle.Throttle;

/// Without patience, whatever goes wrong ends the run with one sentence, and nothing waits for ever.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailureTest {

    private static final String REMEDY = ": the run is over; start it again, and see the log if it fails again.";
    private static Model model;

    @BeforeAll
    static void load() {
        model = Runs.tiny(new TinyCheckpoint());
    }

    @AfterEach
    void noThreadIsLeft() {
        assertThat(Runs.workerThreads()).isEmpty();
    }

    /// Does something in the middle of one worker's computation for one stage: at its first matrix product.
    private static final class Fault extends ForwardingKernels implements StageObserver {
        private final int worker;
        private final StageId stage;
        private final Runnable fault;
        private final ThreadLocal<Boolean> armed = ThreadLocal.withInitial(() -> false);

        Fault(int worker, StageId stage, Runnable fault) {
            this.worker = worker;
            this.stage = stage;
            this.fault = fault;
        }

        @Override
        public void computing(StageId at, int number, int slot, long now) {
            armed.set(number == worker && at.equals(stage));
        }

        @Override
        public void matmul(PackedMatrix w, Rows x, Rows y) {
            if (armed.get()) {
                armed.set(false);
                fault.run();
            }
            super.matmul(w, x, y);
        }

        FederationOptions options() {
            return FederationOptions.DEFAULT.withKernels(this).withObserver(this).withPatience(Patience.NONE);
        }
    }

    private static Runnable throwing(Supplier<? extends Error> error) {
        return () -> {
            throw error.get();
        };
    }

    private static void endlessly() {
        endlessly();
    }

    static Stream<Arguments> faults() {
        Runnable exception = () -> {
            throw new IllegalStateException("broken");
        };
        return Stream.of(
                Arguments.of(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED, 5,
                        new StageId(0, 0, 0, StageKind.ATTENTION), exception,
                        "worker-5 failed at token 1, layer 1, attention (java.lang.IllegalStateException: broken)"),
                Arguments.of(PartitionKind.SLICED, CombinePolicy.CONTENT_ADDRESSED, 0,
                        new StageId(3, 3, 2, StageKind.HEAD), exception,
                        "worker-0 failed at token 4, output head (java.lang.IllegalStateException: broken)"),
                Arguments.of(PartitionKind.EXPERTS, CombinePolicy.ARRIVAL_ORDER, 7,
                        new StageId(4, 4, 1, StageKind.ATTENTION), throwing(() -> new OutOfMemoryError("Java heap space")),
                        "worker-7 failed at token 5, layer 2, attention (java.lang.OutOfMemoryError: Java heap space)"),
                Arguments.of(PartitionKind.SLICED, CombinePolicy.MAJORITY, 3,
                        new StageId(2, 2, 1, StageKind.EXPERTS), (Runnable) FailureTest::endlessly,
                        "worker-3 failed at token 3, layer 2, experts (java.lang.StackOverflowError)"),
                Arguments.of(PartitionKind.SLICED, CombinePolicy.FIRST_RESPONSE, 6,
                        new StageId(4, 4, 2, StageKind.HEAD), exception,
                        "worker-6 failed at token 5, output head (java.lang.IllegalStateException: broken)"),
                Arguments.of(PartitionKind.PIPELINE, CombinePolicy.CONTENT_ADDRESSED, 4,
                        new StageId(1, 1, 1, StageKind.EXPERTS), exception,
                        "worker-4 failed at token 2, layer 2, experts (java.lang.IllegalStateException: broken)"));
    }

    @ParameterizedTest(name = "{0}, {1}, worker {2}, {3}")
    @MethodSource("faults")
    void aWorkerThatThrowsEndsTheRunWithOneSentence(PartitionKind partition, CombinePolicy policy, int worker,
            StageId stage, Runnable fault, String sentence) {
        for (DeliveryOrder order : List.of(DeliveryOrder.AS_THEY_COME, DeliveryOrder.REVERSED)) {
            try (Federation federation = Runs.open(model, Runs.settings(partition, 8, policy), Profiles.RAMP,
                    new Fault(worker, stage, fault).options().withOrder(order))) {
                assertFails(federation, sentence + REMEDY);
                assertThat(federation.stopped()).isTrue();
            }
        }
    }

    /// Fails now, and with the same sentence when it is asked again.
    private static void assertFails(Federation federation, String sentence) {
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatThrownBy(() -> federation.run(Runs.prompts(model, 3, 4), 5, RunListener.NONE))
                    .isInstanceOf(RunException.class).hasMessage(sentence);
        }
    }

    /// The control: the same setting without a fault gives every token.
    @ParameterizedTest
    @EnumSource(CombinePolicy.class)
    void withoutAFaultNothingFails(CombinePolicy policy) {
        Fault none = new Fault(5, new StageId(99, 0, 0, StageKind.HEAD), FailureTest::endlessly);

        assertThat(Runs.run(model, Runs.settings(PartitionKind.SLICED, 8, policy), Profiles.RAMP, none.options(),
                Runs.prompts(model, 3, 4), 5).tokens()).allSatisfy(tokens -> assertThat(tokens).hasSize(5));
    }

    /// The last worker's contribution is in, and the gate is open, when it dies.
    @Test
    void aWorkerThatThrowsAfterItsLastDeliveryEndsTheRun() {
        StageObserver observer = new StageObserver() {
            @Override
            public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
                if (worker == 2 && stage.token() == 4 && stage.kind() == StageKind.HEAD) {
                    throw new IllegalStateException("an observer that should not have");
                }
            }
        };
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT.withObserver(observer).withPatience(Patience.NONE))) {
            assertFails(federation, "worker-2 failed at token 5, output head (java.lang.IllegalStateException: an "
                    + "observer that should not have)" + REMEDY);
        }
    }

    /// In slow motion, where it sleeps: an interrupt of a worker that never waits harms nobody.
    @Test
    void aWorkerThatSomebodyElseInterruptsEndsTheRun() {
        Fault interrupt = new Fault(2, new StageId(0, 0, 0, StageKind.ATTENTION),
                () -> Thread.currentThread().interrupt());
        FederationSettings slow = new FederationSettings(PartitionKind.SLICED, 8, CombinePolicy.CONTENT_ADDRESSED,
                Tempo.ofMillis(40_000));
        try (Federation federation = Runs.open(model, slow, Profiles.NONE, interrupt.options())) {
            assertFails(federation, "worker-2 failed at token 1, layer 1, attention (java.lang.InterruptedException)"
                    + REMEDY);
        }
    }

    @Test
    void aFailureAtTheBeginningOfABatchNamesNoStage() throws Exception {
        Partition partition = Partition.of(PartitionKind.SLICED, 1, model.config());
        ContributionDesk desk = new ContributionDesk(true);
        WorkHistory history = new WorkHistory(model, partition, 0);
        Worker worker = new Worker(0, model, partition, new ForwardingKernels(), new RotaryTable(64, 4, 10_000), 128,
                true);
        WorkerPost post = new WorkerPost(0, () -> new WorkerSteps(0, worker, desk, new TimingLedger(1),
                new Throttle(Profiles.NONE, 1), Tempo.FULL, new SystemClock(), StageObserver.NONE), desk,
                new PastStages(false), Tempo.FULL, new SystemClock(), StageObserver.NONE, false);
        desk.beginRun();
        open(desk, history, 0);
        post.begin(history.positions());
        post.hand(history.works().getFirst());
        // No memory has so few places: stands for one that has too few.
        post.begin(new int[] {-100});
        post.start();

        desk.awaitGate();
        desk.awaitDrained();
        open(desk, history, 1);
        assertThatThrownBy(desk::awaitGate).isInstanceOfSatisfying(WorkerFailed.class, failed -> {
            assertThat(failed.worker()).isZero();
            assertThat(failed.stage()).isNull();
        });
        for (Thread thread : post.close()) {
            thread.join();
        }
    }

    private static void open(ContributionDesk desk, WorkHistory history, int work) {
        int[] lengths = {history.works().get(work).input().length * 8};
        desk.open(new StageBarrier(history.works().get(work).stage(), new Sha256[] {history.expected().get(work)},
                lengths, 1), 1);
    }

    /// One worker damages the input that all share; the others are held until it has.
    @Test
    void contributionsFromACorruptedInputEndTheRunInsteadOfHangingIt() {
        StageId stage = new StageId(1, 1, 1, StageKind.ATTENTION);
        CountDownLatch damaged = new CountDownLatch(1);
        ForwardingKernels damaging = new ForwardingKernels() {
            @Override
            public void matmul(PackedMatrix w, Rows x, Rows y) {
                if (damaged.getCount() == 1 && Thread.currentThread().getName().equals("worker-0") && AT.get()) {
                    x.data()[x.offset(0)] = Math.nextUp(x.data()[x.offset(0)]);
                    damaged.countDown();
                }
                super.matmul(w, x, y);
            }
        };
        StageObserver holding = new StageObserver() {
            @Override
            public void computing(StageId at, int worker, int slot, long now) {
                AT.set(at.equals(stage));
                if (AT.get() && worker != 0) {
                    await(damaged);
                }
            }
        };
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT.withKernels(damaging).withObserver(holding)
                        .withOrder(DeliveryOrder.SLOT_ORDER).withPatience(Patience.NONE))) {
            assertFails(federation, "worker-1 failed at token 2, layer 2, attention (java.lang.IllegalStateException: "
                    + "its contribution was refused as foreign)" + REMEDY);
            assertThat(federation.report().refusals()).isEqualTo(new Refusals(0, 0, 1, 0));
        }
    }

    private static final ThreadLocal<Boolean> AT = ThreadLocal.withInitial(() -> false);

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Weights that are finite, and an answer that is not: in the output head, or in the middle of the model.
    @ParameterizedTest
    @ValueSource(strings = {"lm_head.weight", "model.layers.0.self_attn.v_proj.weight", "model.layers.1.mlp.gate.weight"})
    void weightsThatLeadToInfinitiesAreNamed(String tensor) {
        TinyCheckpoint checkpoint = new TinyCheckpoint();
        Map<String, TinyCheckpoint.Values> tensors = checkpoint.tensors();
        float[] values = tensors.get(tensor).values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= 2e38f;
        }
        Model overflowing = Runs.tiny(checkpoint, tensors);
        for (PartitionKind partition : PartitionKind.values()) {
            try (Federation federation = Runs.open(overflowing,
                    Runs.settings(partition, 8, CombinePolicy.CONTENT_ADDRESSED), Profiles.NONE,
                    FederationOptions.DEFAULT)) {
                assertFails(federation, "The log-probability of token 1 of prompt 1 of the batch is not a number: the "
                        + "weights of " + overflowing.name() + " lead to infinities; use another checkpoint.");
            }
        }
    }

    @Test
    void whatCannotBeRunIsRefusedBeforeAnythingIsDone() throws Exception {
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT)) {
            assertRefused(federation, List.of(), 1, UsageException.class, "at least one prompt and one token");
            assertRefused(federation, List.of(new int[] {1}), 0, UsageException.class, "at least one prompt");
            assertRefused(federation, List.of(new int[] {1}, new int[0]), 1, InputException.class,
                    "Prompt 2 of the batch is empty");
            assertRefused(federation, List.of(new int[] {1, 264}), 1, InputException.class, "has token 264, which is not");
            assertRefused(federation, List.of(new int[] {-1}), 1, InputException.class, "has token -1, which is not");
            assertRefused(federation, List.of(new int[60]), 6, InputException.class, "passes the 64 positions");
            assertRefused(federation, List.of(new int[5]), Integer.MAX_VALUE, InputException.class,
                    "passes the 64 positions");

            // Nothing was done: the longest that fits still runs.
            assertThat(federation.run(List.of(new int[60]), 5, RunListener.NONE).getFirst().tokens()).hasSize(5);
            assertThat(federation.report().stages()).isEqualTo(25);
        }
    }

    private static void assertRefused(Federation federation, List<int[]> prompts, int tokens,
            Class<? extends Exception> type, String words) {
        assertThatThrownBy(() -> federation.run(prompts, tokens, RunListener.NONE)).isInstanceOf(type)
                .hasMessageContaining(words);
    }

    @Test
    void settingsThatDoNotFitAreRefusedBeforeAThreadStarts() {
        assertThatThrownBy(() -> Partition.of(PartitionKind.SLICED, 3, model.config()))
                .isInstanceOf(UsageException.class).hasMessage("A federation has 1, 2, 4 or 8 workers, not 3.");
        assertThatThrownBy(() -> Federation.open(model, FederationSettings.DEFAULT, new Throttle(Profiles.NONE, 4)))
                .isInstanceOf(UsageException.class).hasMessageContaining("for 4 workers, the federation has 8");
        Model fourExperts = Runs.tiny(new TinyCheckpoint().experts(4));
        assertThatThrownBy(() -> Runs.open(fourExperts, Runs.settings(PartitionKind.EXPERTS, 8,
                CombinePolicy.CONTENT_ADDRESSED), Profiles.NONE, FederationOptions.DEFAULT))
                .isInstanceOf(UsageException.class).hasMessageContaining("cannot divide 4 experts");
    }

    /// A slot that is never named would wait for its turn for ever.
    @ParameterizedTest
    @ValueSource(strings = {"0,1,2,3,4,5,6", "0,0,1,2,3,4,5,6", "1,2,3,4,5,6,7,8", "0,1,2,3,4,5,6,7,7"})
    void anOrderThatIsNoPermutationIsRefused(String order) {
        int[] slots = Stream.of(order.split(",")).mapToInt(Integer::parseInt).toArray();
        try (Federation federation = Runs.open(model, FederationSettings.DEFAULT, Profiles.NONE,
                FederationOptions.DEFAULT.withOrder((stage, count) -> slots))) {
            assertThatThrownBy(() -> federation.run(List.of(new int[] {1}), 1, RunListener.NONE))
                    .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("names each of 8 slots once");
        }
    }
}
