package throttlelab.engine.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelayMeterTest {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private final DelayMeter meter = new DelayMeter();
    private long now = -5 * MILLI;

    @Test
    void delayIsInProportionToTheWorkJustDone() {
        assertThat(meter.deadline(100, 5, 1_000)).isEqualTo(1_400);
        meter.delivered(1_400);
        assertThat(meter.deadline(300, 5, 2_000)).isEqualTo(3_200);
        meter.delivered(3_200);

        assertThat(meter.computeNanos()).isEqualTo(400);
        assertThat(meter.delayNanos()).isEqualTo(1_600);
        assertThat(meter.factorSet()).isEqualTo(5);
        assertThat(meter.factorMeasured()).isEqualTo(5);
    }

    @Test
    void overshootIsTakenOffTheNextDelay() {
        meter.deadline(100, 5, 0);
        meter.delivered(460);

        assertThat(meter.creditNanos()).isEqualTo(60);
        assertThat(meter.deadline(100, 5, 1_000)).isEqualTo(1_340);
        meter.delivered(1_340);
        assertThat(meter.creditNanos()).isZero();
        assertThat(meter.factorMeasured()).isEqualTo(5);
    }

    @Test
    void overshootLargerThanADelayIsTakenOffSeveral() {
        meter.deadline(100, 2, 0);
        meter.delivered(350);

        assertThat(meter.deadline(100, 2, 1_000)).isEqualTo(1_000);
        meter.delivered(1_000);
        assertThat(meter.deadline(100, 2, 2_000)).isEqualTo(2_000);
        meter.delivered(2_000);
        assertThat(meter.deadline(100, 2, 3_000)).isEqualTo(3_050);
        meter.delivered(3_050);
        assertThat(meter.factorMeasured()).isEqualTo(2);
    }

    /// A timer that is always 60 µs late, small work, and the least factor of the ramp: without credit the measured
    /// factor would be 1 + (12.5 + 60) / 25 = 3.9.
    @Test
    void aLateTimerDoesNotMakeTheWorkerSlowerThanSet() {
        work(2_000, 25 * MICRO, 1.5, deadline -> deadline > now ? deadline + 60 * MICRO : now);

        assertThat(meter.factorMeasured()).isBetween(1.5, 1.51);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 4.5, 5, 10})
    void measuredFactorIsNeverBelowTheOneSet(double factor) {
        var random = new SplittableRandom(45);
        for (int i = 0; i < 5_000; i++) {
            work(1, random.nextLong(5 * MILLI), factor, deadline -> deadline + random.nextLong(3 * MILLI));
            assertThat(meter.factorMeasured()).isGreaterThanOrEqualTo(meter.factorSet() - 1e-6);
        }
    }

    /// The control: what must never happen is seen when it is forced.
    @Test
    void deliveringBeforeTheDeadlineShows() {
        work(100, MILLI, 5, deadline -> deadline - 2 * MILLI);

        assertThat(meter.factorMeasured()).isCloseTo(3, within(1e-9));
        assertThat(meter.factorSet()).isEqualTo(5);
    }

    @Test
    void noiseAtFullSpeedCountsAsDelayButEarnsNoCredit() {
        work(1_000, MILLI, 1, deadline -> deadline + 100 * MICRO);

        assertThat(meter.delayNanos()).isEqualTo(100 * MILLI);
        assertThat(meter.creditNanos()).isZero();
        assertThat(meter.deadline(MILLI, 5, 0)).isEqualTo(4 * MILLI);
    }

    @Test
    void aRaisedThrottleActsOnTheNextStageInFull() {
        work(1, MILLI, 2, deadline -> deadline + 15 * MILLI);
        assertThat(meter.creditNanos()).isEqualTo(15 * MILLI);

        assertThat(meter.deadline(MILLI, 10, now)).isEqualTo(now + 9 * MILLI);
    }

    @Test
    void aLoweredThrottleKeepsTheCredit() {
        work(1, MILLI, 10, deadline -> deadline + MILLI);

        assertThat(meter.deadline(MILLI, 3, now)).isEqualTo(now + MILLI);
    }

    @Test
    void creditOfAThrottleThatWasTakenOffIsNotLeftForTheNext() {
        work(1, MILLI, 5, deadline -> deadline + 15 * MILLI);
        work(1, MILLI, 1, deadline -> deadline);

        assertThat(meter.deadline(MILLI, 5, now)).isEqualTo(now + 4 * MILLI);
    }

    @Test
    void aLongPauseDoesNotBuyALongRunWithoutThrottle() {
        work(1, MILLI, 5, deadline -> deadline + 10_000 * MILLI);

        assertThat(meter.creditNanos()).isEqualTo(DelayMeter.CREDIT_LIMIT_NANOS);
    }

    @Test
    void factorSetIsWeightedByCompute() {
        work(1, 100, 2, deadline -> deadline);
        work(1, 300, 6, deadline -> deadline);

        assertThat(meter.factorSet()).isEqualTo(5);
    }

    @Test
    void aWorkerThatHadNothingToDoHasFactorOne() {
        assertThat(meter.factorSet()).isEqualTo(1);
        assertThat(meter.factorMeasured()).isEqualTo(1);
    }

    @Test
    void aStageThatIsNeverDeliveredIsNotBooked() {
        meter.deadline(100, 5, 0);
        meter.deadline(200, 2, 1_000);
        meter.delivered(1_200);

        assertThat(meter.computeNanos()).isEqualTo(200);
        assertThat(meter.factorSet()).isEqualTo(2);
        assertThatThrownBy(() -> meter.delivered(1_300)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deadlinesSurviveTheWrapOfTheClock() {
        long end = Long.MAX_VALUE - 10;

        long deadline = meter.deadline(100, 5, end);

        assertThat(deadline - end).isEqualTo(400);
    }

    @Test
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> meter.deadline(-1, 2, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.deadline(1, 0.5, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.deadline(1, Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> meter.deadline(1, Double.POSITIVE_INFINITY, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void work(int stages, long compute, double factor, LongUnaryOperator delivery) {
        for (int i = 0; i < stages; i++) {
            now += compute;
            now = delivery.applyAsLong(meter.deadline(compute, factor, now));
            meter.delivered(now);
        }
    }
}
