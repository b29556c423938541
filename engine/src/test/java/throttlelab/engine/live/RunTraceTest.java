package throttlelab.engine.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        List<SlotPlan> slots =
                IntStream.range(0, 3).mapToObj(worker -> new SlotPlan(worker, worker, worker + 1, 0, 1)).toList();
        Sha256[] addresses =
                IntStream.range(0, 3).mapToObj(slot -> new Sha256(slot, 0, 0, 0)).toArray(Sha256[]::new);
        trace.began(STAGE, slots, addresses, required, 10);
    }

    private void deliver(int slot, Acceptance acceptance, long now) {
        trace.delivered(STAGE, slot, slot, acceptance, now);
    }

    private List<Integer> arrivals() {
        return IntStream.range(0, 3).mapToObj(slot -> trace.stage(0).arrival(slot)).toList();
    }

    @Test
    void whileTheGateIsClosedArrivalsAreCountedAsTheyAreTold() {
        begin(3);
        deliver(2, Acceptance.LOCKED, 20);
        deliver(0, Acceptance.LOCKED, 21);

        assertThat(arrivals()).containsExactly(2, 0, 1);
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
}
