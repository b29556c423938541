package throttlelab.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.Acceptance;
import throttlelab.engine.federation.SlotPlan;
import throttlelab.engine.federation.StageId;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.federation.WorkerLife;

/// The order of arrival is the barrier's, whatever order the trace is told in.
class RunTraceTest {

    private static final StageId STAGE = new StageId(0, 0, 0, StageKind.ATTENTION);

    private final RunTrace trace = new RunTrace();

    private void begin(int required) {
        begin(STAGE, required);
    }

    private void begin(StageId stage, int required) {
        List<SlotPlan> slots =
                IntStream.range(0, 3).mapToObj(worker -> new SlotPlan(worker, worker, worker + 1, 0, 1)).toList();
        Sha256[] addresses =
                IntStream.range(0, 3).mapToObj(slot -> new Sha256(slot, 0, 0, 0)).toArray(Sha256[]::new);
        trace.began(stage, slots, addresses, required, 10);
    }

    private void deliver(int slot, Acceptance acceptance, long now) {
        trace.delivered(STAGE, slot, slot, acceptance, now);
    }

    private List<Integer> arrivals() {
        return IntStream.range(0, 3).mapToObj(slot -> trace.stage(0).arrival(slot)).toList();
    }

    @Test
    void whileTheGateIsClosedArrivalsGoByTheTimesOfDelivery() {
        begin(3);
        deliver(0, Acceptance.LOCKED, 21);
        assertThat(arrivals()).containsExactly(1, 0, 0);
        deliver(2, Acceptance.LOCKED, 20);

        assertThat(arrivals()).as("who is told of late has not come late").containsExactly(2, 0, 1);
        assertThat(trace.stage(0).openedAt()).isZero();
    }

    @Test
    void theBarriersOrderStandsOnceTheGateHasOpened() {
        begin(3);
        deliver(2, Acceptance.LOCKED, 20);
        deliver(0, Acceptance.LOCKED, 21);
        deliver(1, Acceptance.LOCKED, 22);
        trace.opened(STAGE, new int[] {0, 2, 1}, 22);

        assertThat(arrivals()).containsExactly(1, 3, 2);
    }

    @Test
    void aDeliveryThatIsToldAfterTheOpeningKeepsItsPlace() {
        begin(2);
        deliver(2, Acceptance.LOCKED, 20);
        trace.opened(STAGE, new int[] {1, 2}, 21);
        deliver(1, Acceptance.LOCKED, 21);
        deliver(0, Acceptance.STALE, 30);

        assertThat(arrivals()).containsExactly(0, 1, 2);
        assertThat(trace.stage(0).state(1)).isEqualTo(SlotState.LOCKED);
        assertThat(trace.stage(0).state(0)).isEqualTo(SlotState.LATE);
    }

    private static WorkerLife dead(int worker, long since) {
        return new WorkerLife(worker, true, since, STAGE, "", 1);
    }

    @Test
    void aDeadWorkersSlotIsDeadUntilItIsRevivedAndBeginsAnew() {
        begin(3);
        trace.computing(STAGE, 1, 1, 15);
        trace.delayed(STAGE, 1, 1, 3, 18, 40);
        deliver(0, Acceptance.LOCKED, 20);
        trace.died(dead(1, 25));
        trace.died(dead(0, 26));

        assertThat(trace.dead()).containsExactly(0, 1);
        assertThat(trace.stage(0).state(0)).as("what it has delivered counts").isEqualTo(SlotState.LOCKED);
        assertThat(trace.stage(0).state(1)).isEqualTo(SlotState.DEAD);
        assertThat(trace.stage(0).diedAt(1)).isEqualTo(25);

        trace.revived(1, 30);
        assertThat(trace.dead()).containsExactly(0);
        assertThat(trace.stage(0).diedAt(1)).isZero();
        trace.computing(STAGE, 1, 1, 31);
        assertThat(trace.stage(0).state(1)).isEqualTo(SlotState.COMPUTING);
        assertThat(trace.stage(0).computingAt(1)).isEqualTo(31);
        deliver(1, Acceptance.LOCKED, 35);
        assertThat(trace.stage(0).state(1)).isEqualTo(SlotState.LOCKED);
    }

    @Test
    void whoIsDeadWhenAStageBeginsIsDeadInIt() {
        trace.died(dead(2, 5));
        begin(3);

        assertThat(trace.stage(0).state(2)).isEqualTo(SlotState.DEAD);
        assertThat(trace.stage(0).diedAt(2)).isEqualTo(10);
        assertThat(trace.stage(0).state(1)).isEqualTo(SlotState.WAITING);
    }

    /// The one that was given up had locked the slot; the revived one comes with the same once more.
    @Test
    void whatIsDeliveredTwiceStaysLocked() {
        begin(3);
        deliver(1, Acceptance.DUPLICATE, 20);
        deliver(1, Acceptance.LOCKED, 21);
        deliver(1, Acceptance.STALE, 22);
        trace.computing(STAGE, 1, 1, 23);
        deliver(0, Acceptance.LOCKED, 24);
        deliver(2, Acceptance.LOCKED, 25);
        // The stage is over for the trace: what else comes is not its concern.
        trace.computing(STAGE, 2, 2, 26);
        trace.delayed(STAGE, 2, 2, 1, 27, 28);
        deliver(2, Acceptance.DUPLICATE, 29);

        assertThat(trace.stage(0).state(1)).isEqualTo(SlotState.LOCKED);
        assertThat(trace.stage(0).deliveredAt(1)).isEqualTo(21);
        assertThat(trace.stage(0).deliveredAt(2)).isEqualTo(25);
        assertThat(arrivals()).containsExactly(2, 1, 3);
    }

    /// Under first-response work piles up behind a slow worker.
    @Test
    void aStageThatManyOthersHaveFollowedIsToldOfItsLateContributions() {
        List<StageId> stages = IntStream.range(0, 200).mapToObj(step -> new StageId(step, step, 0, StageKind.ATTENTION)).toList();
        for (StageId stage : stages) {
            begin(stage, 1);
            trace.computing(stage, 0, 0, 11);
            trace.delivered(stage, 0, 0, Acceptance.LOCKED, 12);
            trace.opened(stage, new int[] {0}, 12);
            trace.computing(stage, 1, 1, 11);
        }
        trace.died(dead(2, 30));
        for (StageId stage : stages) {
            trace.delivered(new StageId(stage.step(), stage.token(), 0, StageKind.ATTENTION), 1, 1, Acceptance.STALE, 40);
        }
        for (int number = 0; number < stages.size(); number++) {
            StageTrace stage = trace.stage(number);
            assertThat(stage.stage()).isEqualTo(stages.get(number));
            assertThat(IntStream.range(0, 3).mapToObj(stage::state)).as("stage %d", number)
                    .containsExactly(SlotState.LOCKED, SlotState.LATE, SlotState.DEAD);
            assertThat(stage.deliveredAt(1)).isEqualTo(40);
            assertThat(stage.address(1, 16)).isEqualTo("0000000000000001");
        }
        trace.revived(2, 50);
        assertThat(IntStream.range(0, 200).mapToObj(number -> trace.stage(number).state(2))).containsOnly(SlotState.WAITING);
    }

    /// Who kills a worker, and the worker itself, tell of it from two threads: here the delivery comes in the midst of the
    /// telling of the death.
    @Test
    void whatIsLockedWhileItsWorkerIsToldToBeDeadStaysLocked() {
        AtomicReference<Runnable> meanwhile = new AtomicReference<>(() -> { });
        List<SlotPlan> slots = new AbstractList<>() {
            @Override
            public SlotPlan get(int worker) {
                meanwhile.getAndSet(() -> { }).run();
                return new SlotPlan(worker, worker, worker + 1, 0, 1);
            }

            @Override
            public int size() {
                return 1;
            }
        };
        trace.began(STAGE, slots, new Sha256[] {new Sha256(0, 0, 0, 0)}, 1, 10);
        deliver(0, Acceptance.CORRUPTED, 19);
        AtomicInteger came = new AtomicInteger();
        meanwhile.set(() -> {
            deliver(0, Acceptance.LOCKED, 20);
            came.incrementAndGet();
        });
        trace.died(dead(0, 25));

        assertThat(came).hasValue(1);
        assertThat(trace.stage(0).state(0)).isEqualTo(SlotState.LOCKED);
        assertThat(trace.stage(0).deliveredAt(0)).isEqualTo(20);
        assertThat(trace.stage(0).diedAt(0)).isZero();
    }
}
