package throttlelab.engine.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.digest.Sha256;

class StageBarrierTest {

    private static final StageId STAGE = new StageId(0, 0, 0, StageKind.ATTENTION);
    private static final int FLOATS = 3;

    private static StageBarrier barrier(int slots, int required) {
        return new StageBarrier(STAGE, IntStream.range(0, slots).mapToObj(StageBarrierTest::address)
                .toArray(Sha256[]::new), IntStream.range(0, slots).map(slot -> FLOATS).toArray(), required);
    }

    private static Sha256 address(int slot) {
        return new Sha256(45, 0, 0, slot);
    }

    private static Contribution contribution(int slot) {
        return new Contribution(address(slot), new float[FLOATS], FLOATS, slot);
    }

    /// All 40,320 orders of eight arrivals.
    @Test
    void everyOrderOfEightArrivalsOpensTheGateExactlyAtTheLast() {
        assertThat(arrivals(new int[8], 0)).isEqualTo(40_320);
    }

    private static int arrivals(int[] order, int placed) {
        if (placed == order.length) {
            check(order);
            return 1;
        }
        int count = 0;
        for (int slot = 0; slot < order.length; slot++) {
            int candidate = slot;
            if (IntStream.of(order).limit(placed).noneMatch(taken -> taken == candidate)) {
                order[placed] = slot;
                count += arrivals(order, placed + 1);
            }
        }
        return count;
    }

    private static void check(int[] order) {
        StageBarrier barrier = barrier(order.length, order.length);
        for (int i = 0; i < order.length; i++) {
            if (barrier.open() || barrier.offer(order[i], contribution(order[i]), 100 + i) != Acceptance.LOCKED
                    || barrier.offer(order[i], contribution(order[i]), 200) != Acceptance.DUPLICATE) {
                throw new AssertionError("arrival " + i);
            }
        }
        boolean kept = barrier.open() && barrier.arrived() == order.length;
        for (int i = 0; i < order.length; i++) {
            kept &= barrier.arrival(i) == order[i] && barrier.arrivedAt(order[i]) == 100 + i
                    && barrier.locked()[i].address().equals(address(i));
        }
        assertThat(kept).as(() -> "what was kept of " + IntStream.of(order).boxed().toList()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CONTENT_ADDRESSED,8,8", "ARRIVAL_ORDER,8,8", "MAJORITY,8,5", "FIRST_RESPONSE,8,1", "MAJORITY,4,3",
            "MAJORITY,7,4", "CONTENT_ADDRESSED,1,1", "FIRST_RESPONSE,4,1"})
    void opensAsSoonAsThePolicyHasEnough(CombinePolicy policy, int slots, int required) {
        StageBarrier barrier = barrier(slots, policy.required(slots));
        for (int slot = 0; slot < slots; slot++) {
            assertThat(barrier.open()).isEqualTo(slot >= required);
            assertThat(barrier.offer(slot, contribution(slot), slot))
                    .isEqualTo(slot < required ? Acceptance.LOCKED : Acceptance.STALE);
        }
        assertThat(barrier.arrived()).isEqualTo(required);
        assertThat(barrier.locked()).filteredOn(contribution -> contribution != null).hasSize(required);
    }

    @Test
    void anAddressOpensOnlyItsOwnSlot() {
        StageBarrier barrier = barrier(8, 8);
        for (int slot = 0; slot < 8; slot++) {
            assertThat(barrier.slotOf(address(slot))).isEqualTo(slot);
        }
        assertThat(barrier.slotOf(address(8))).isEqualTo(-1);
        assertThat(barrier.slotOf(new Sha256(44, 0, 0, 0))).isEqualTo(-1);
    }

    @Test
    void aPayloadOfAnotherSizeDoesNotFit() {
        StageBarrier barrier = barrier(2, 2);
        float[] room = new float[9];

        assertThat(barrier.fits(1, new Contribution(address(1), room, FLOATS, 0))).isTrue();
        assertThat(barrier.fits(1, new Contribution(address(1), room, FLOATS - 1, 0))).isFalse();
        assertThat(barrier.fits(1, new Contribution(address(1), room, FLOATS + 1, 0))).isFalse();
        assertThat(barrier.fits(1, new Contribution(address(1), new float[FLOATS - 1], FLOATS, 0))).isFalse();
    }
}
