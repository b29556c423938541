package throttlelab.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WindowMeasuringTest {

    private static final long MILLI = 1_000_000;

    @Test
    void ninetyNineOfAHundredFramesAreNoLaterThanThePercentile() {
        long[] one = frames(100);
        one[40] = 70 * MILLI;
        assertThat(Frames.of(one).p99Millis()).isEqualTo(10);
        assertThat(Frames.of(one).worstMillis()).isEqualTo(70);

        long[] two = one.clone();
        two[3] = 50 * MILLI;
        assertThat(Frames.of(two).p99Millis()).isEqualTo(50);
        assertThat(Frames.of(two[3]).p99Millis()).isEqualTo(50);
    }

    @Test
    void framesASecondAreThoseOfTheWholeTime() {
        assertThat(Frames.of(frames(50)).perSecond()).isEqualTo(100, within(1e-9));
        assertThat(Frames.of(10 * MILLI, 30 * MILLI)).isEqualTo(new Frames(50, 30, 30, 2));
        assertThatThrownBy(Frames::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void framesCountOnlyBetweenBeginAndEnd() {
        FrameClock clock = new FrameClock(Object::new);
        clock.run();
        assertThat(clock.take()).isEmpty();
        clock.begin();
        for (int frame = 0; frame < 5000; frame++) {
            clock.run();
        }
        clock.end();
        clock.run();
        assertThat(clock.take()).hasSize(5000);
        assertThat(clock.take()).isEmpty();
    }

    @Test
    void aFrameThatShowsWhatTheOneBeforeShowedDoesNotCount() {
        AtomicInteger picture = new AtomicInteger(7);
        FrameClock clock = new FrameClock(picture::get);
        clock.begin();
        clock.run();
        assertThat(clock.take()).as("as it was at the beginning").isEmpty();
        picture.set(8);
        clock.run();
        clock.run();
        picture.set(9);
        clock.run();
        assertThat(clock.take()).hasSize(2);
    }

    @Test
    void theLossIsOneLessTheRatioOfTheMedians() {
        assertThat(result(Sample.of(100, 200, 300), Sample.of(150, 190, 500)).loss()).isEqualTo(0.05, within(1e-9));
        assertThat(result(Sample.of(200), Sample.of(210)).loss()).isEqualTo(-0.05, within(1e-9));
    }

    private static WindowResult result(Sample headless, Sample windowed) {
        return new WindowResult(null, null, null, 50, headless, windowed, Optional.empty(), 35, null, Optional.empty());
    }

    private static long[] frames(int count) {
        long[] intervals = new long[count];
        Arrays.fill(intervals, 10 * MILLI);
        return intervals;
    }
}
