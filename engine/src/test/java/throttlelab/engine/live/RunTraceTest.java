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
}
