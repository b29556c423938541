package throttlelab.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrdersTest {

    @Test
    void numberAndOrderAreEachOthersInverse() {
        Set<String> all = new HashSet<>();
        for (int number = 0; number < 40_320; number++) {
            int[] order = Orders.order(number, 8);
            assertThat(Orders.number(order)).isEqualTo(number);
            all.add(Arrays.toString(order));
        }
        assertThat(all).hasSize(Orders.count(8)).hasSize(40_320);
    }

    @Test
    void theFirstIsTheOrderOfSlotsAndTheLastItsReverse() {
        assertThat(Orders.order(0, 8)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(Orders.order(40_319, 8)).containsExactly(7, 6, 5, 4, 3, 2, 1, 0);
        assertThat(Orders.order(1, 3)).containsExactly(0, 2, 1);
    }
}
