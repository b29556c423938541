package throttlelab.fxml.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineClockTest {

    private static final long MILLI = 1_000_000;
    private static final long ORIGIN = 5_000 * MILLI;

    private final TimelineClock clock = new TimelineClock(ORIGIN);

    @Test
    void withoutPausesTimeIsTimeSinceTheRunBegan() {
        clock.gap(ORIGIN + 10 * MILLI, ORIGIN + 11 * MILLI);

        assertThat(clock.axis(ORIGIN)).isZero();
        assertThat(clock.axis(ORIGIN + 300 * MILLI)).isEqualTo(300 * MILLI);
        assertThat(clock.gaps()).isZero();
    }

    @Test
    void aPauseIsCutOutButForItsFirstMoments() {
        clock.gap(ORIGIN + 100 * MILLI, ORIGIN + 10_100 * MILLI);

        assertThat(clock.axis(ORIGIN + 100 * MILLI)).isEqualTo(100 * MILLI);
        assertThat(clock.axis(ORIGIN + 115 * MILLI)).isEqualTo(115 * MILLI);
        assertThat(clock.axis(ORIGIN + 5_000 * MILLI)).isEqualTo(120 * MILLI);
        assertThat(clock.axis(ORIGIN + 10_100 * MILLI)).isEqualTo(120 * MILLI);
        assertThat(clock.axis(ORIGIN + 10_130 * MILLI)).isEqualTo(150 * MILLI);
        assertThat(clock.pause(0)).isTrue();
        assertThat(clock.place(0)).isEqualTo(120 * MILLI);
    }

    @Test
    void manyPausesAddUpAndTimeNeverGoesBack() {
        for (int i = 0; i < 100; i++) {
            clock.gap(ORIGIN + (i * 1000 + 100) * MILLI, ORIGIN + (i * 1000 + 1000) * MILLI);
        }

        assertThat(clock.gaps()).isEqualTo(100);
        assertThat(clock.axis(ORIGIN + 100_000 * MILLI)).isEqualTo(100 * 120 * MILLI);
        long last = -1;
        for (long time = ORIGIN; time < ORIGIN + 101_000 * MILLI; time += 7 * MILLI) {
            assertThat(clock.axis(time)).isGreaterThanOrEqualTo(last);
            last = clock.axis(time);
        }
    }

    @Test
    void aHiccupIsCutOutTooButIsNoPause() {
        clock.gap(ORIGIN + 100 * MILLI, ORIGIN + 160 * MILLI);

        assertThat(clock.axis(ORIGIN + 160 * MILLI)).isEqualTo(120 * MILLI);
        assertThat(clock.pause(0)).isFalse();
    }
}
