package throttlelab.fxml.barrier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

class BarrierMotionTest {

    @Test
    void anOpeningGateMovesForAMomentAndThenRests() throws Exception {
        BarrierMotion motion = new BarrierMotion();
        motion.turn(shown(0, false, 0), true);
        assertThat(motion.going()).isFalse();
        assertThat(motion.aperture()).isZero();

        motion.turn(shown(0, true, 0), true);

        assertThat(motion.going()).isTrue();
        assertThat(motion.aperture()).isLessThan(1);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> !motion.going());
        assertThat(motion.aperture()).isEqualTo(1);
        assertThat(motion.flow()).isEqualTo(1);
    }

    @Test
    void nothingMovesWhereMotionIsNotWanted() {
        BarrierMotion motion = new BarrierMotion();
        motion.turn(shown(0, false, 0), false);

        motion.turn(shown(0, true, 1), false);

        assertThat(motion.going()).isFalse();
        assertThat(motion.aperture()).isEqualTo(1);
        assertThat(motion.fall(0)).isEqualTo(1);
    }

    @Test
    void whatComesTooLateFalls() {
        BarrierMotion motion = new BarrierMotion();
        motion.turn(shown(3, true, 0), true);

        motion.turn(shown(4, false, 1), true);

        assertThat(motion.fall(0)).isLessThan(1);
        assertThat(motion.fall(1)).isEqualTo(1);
    }

    @Test
    void nothingMovesAtFullSpeed() {
        BarrierMotion motion = new BarrierMotion();
        motion.turn(shown(0, false, 0), true);

        motion.turn(shown(0, true, 1, true), true);

        assertThat(motion.going()).isFalse();
        assertThat(motion.aperture()).isEqualTo(1);
        assertThat(motion.fall(0)).isEqualTo(1);
    }

    private static BarrierSnapshot shown(int number, boolean open, int fallen) {
        return shown(number, open, fallen, false);
    }

    private static BarrierSnapshot shown(int number, boolean open, int fallen, boolean still) {
        List<BarrierSlot> slots = IntStream.range(0, 2).mapToObj(slot -> new BarrierSlot(slot, BarrierPhase.LOCKED, 1, 1,
                "abcd", slot + 1, slot == 0 ? fallen : 0)).toList();
        return new BarrierSnapshot(new BarrierStage(number, "", false, 17, 16), "", 0, false, 1, 1, still,
                new BarrierGate(BarrierCombining.EARLY, 2, 2, 2, open), BarrierWait.NONE, slots, null);
    }
}
