package throttlelab.app.bench;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;

/// Takes the time between the frames of a scene. It asks for none itself: a clock that did would measure its own frames.
/// A pulse that has something new to paint waits until the one before is painted. On the FX thread.
final class FrameClock implements Runnable {

    private final Supplier<?> picture;
    private long[] intervals = new long[4096];
    private int count;
    private boolean going;
    private Object painted;
    private long last;

    /// @param picture what a frame shows: one that shows the same as the one before does not count
    FrameClock(Supplier<?> picture) {
        this.picture = picture;
    }

    /// From now on frames count; the first one from here.
    void begin() {
        going = true;
        painted = picture.get();
        last = System.nanoTime();
    }

    /// Until now frames have counted.
    void end() {
        going = false;
    }

    /// A frame.
    @Override
    public void run() {
        if (!going) {
            return;
        }
        Object now = picture.get();
        if (!Objects.equals(now, painted)) {
            painted = now;
            frame(System.nanoTime());
        }
    }

    private void frame(long now) {
        if (count == intervals.length) {
            intervals = Arrays.copyOf(intervals, 2 * count);
        }
        intervals[count++] = now - last;
        last = now;
    }

    /// What has been counted since the last time this was asked.
    long[] take() {
        long[] taken = Arrays.copyOf(intervals, count);
        count = 0;
        return taken;
    }
}
