package throttlelab.fxml.barrier;

import throttlelab.engine.live.RunTrace;
import throttlelab.engine.live.StageTrace;

/// Chooses which stage of a run is shown and at which moment of its life, so that eyes can follow.
///
/// Where stages take long enough, it is the present one, now; after its gate has opened it lingers for a moment, or
/// nobody would ever see an open gate. Where they go by faster than that, slots that fill and empty would only flicker:
/// then it is a sample of the completed ones. In slow motion a sample is shown over again, slowed down, as it came to
/// be; at full speed, where the workers need the processor, it is shown as it is, long enough to be read.
final class ShownStageViewModel {

    /// How a stage is shown.
    enum Mode {

        /// As it is now.
        LIVE,

        /// A sample, slowed down.
        REPLAY,

        /// A sample, complete.
        SAMPLE
    }

    private static final long MILLIS = 1_000_000;
    private static final long HOLD = 250 * MILLIS;
    private static final long REPLAY_FILLS = 350 * MILLIS;
    private static final long REPLAY_ENDS = 650 * MILLIS;
    private static final long LONGEST_LINGER = 300 * MILLIS;
    private static final int PACE_OVER = 4;
    private static final int LATELY = 16;

    private final RunTrace trace;
    private final long nominal;
    private final long fastBelow;
    private final long liveFrom;
    private Mode mode;
    private int shown = -1;
    private long since;
    private int sampled = 1;
    private long pace;

    /// @param nominal what a stage takes in slow motion without throttles, in nanoseconds; 0 at full speed
    /// @param slots how many slots a stage has: one alone may change faster than eight before they flicker
    ShownStageViewModel(RunTrace trace, long nominal, int slots) {
        this.trace = trace;
        this.nominal = nominal;
        this.fastBelow = (slots == 1 ? 25 : 80) * MILLIS;
        this.liveFrom = (slots == 1 ? 33 : 120) * MILLIS;
        this.mode = nominal >= fastBelow ? Mode.LIVE : fast();
    }

    private Mode fast() {
        return nominal > 0 ? Mode.REPLAY : Mode.SAMPLE;
    }

    /// The number of the stage to show, or -1 before the first.
    int shown() {
        return shown;
    }

    /// How it is shown.
    Mode mode() {
        return mode;
    }

    /// Of how many stages it is a sample.
    int sampled() {
        return mode == Mode.LIVE ? 1 : sampled;
    }

    /// How many times slower than it was it is shown.
    double slowed() {
        return mode == Mode.REPLAY ? REPLAY_FILLS / (double) duration() : 1;
    }

    /// How long a stage takes at present, in nanoseconds.
    long pace() {
        return pace;
    }

    /// The moment of the shown stage's life that is shown.
    long moment(long now) {
        if (mode != Mode.REPLAY) {
            return now;
        }
        return trace.stage(shown).began() + Math.round((now - since) / slowed());
    }

    /// From which moment on its slots fill: where it was first shown only after it had begun, from then.
    long from() {
        return mode == Mode.LIVE ? since : trace.stage(shown).began();
    }

    private long duration() {
        StageTrace stage = trace.stage(shown);
        return Math.max(1, stage.openedAt() == 0 ? nominal : stage.openedAt() - stage.began());
    }

    /// Looks at the run.
    ///
    /// @param held whether it stands still, so that its newest stage is shown at once
    void look(boolean held, long now) {
        int newest = trace.size() - 1;
        if (newest < 0) {
            return;
        }
        pace = paceAt(newest, held, now);
        Mode before = mode;
        mode = pace < (before == Mode.LIVE ? fastBelow : liveFrom) ? fast() : Mode.LIVE;
        if (held) {
            show(newest, now, 1);
        } else if (mode == Mode.LIVE) {
            if (before != Mode.LIVE || shown < 0 || !lingers(now)) {
                show(newest, now, 1);
            }
        } else if (shown < 0 || now - since >= (mode == Mode.REPLAY ? REPLAY_ENDS : HOLD)) {
            int complete = Math.max(shown, complete(newest));
            show(complete, now, Math.max(1, complete - shown));
        }
    }

    private long paceAt(int newest, boolean held, long now) {
        int first = Math.max(0, newest - PACE_OVER);
        long sum = 0;
        int count = 0;
        for (int number = first; number <= newest; number++) {
            StageTrace stage = trace.stage(number);
            if (stage.openedAt() != 0) {
                sum += stage.openedAt() - stage.began();
                count++;
            }
        }
        long mean = count == 0 ? nominal : sum / count;
        StageTrace last = trace.stage(newest);
        return last.openedAt() == 0 && !held ? Math.max(mean, now - last.began()) : mean;
    }

    /// The newest stage whose gate has opened and whose arrivals have all been told.
    private int complete(int newest) {
        for (int number = newest; number > Math.max(0, newest - LATELY); number--) {
            StageTrace stage = trace.stage(number);
            int arrived = 0;
            for (int slot = 0; slot < stage.slots(); slot++) {
                arrived += stage.arrival(slot) != 0 ? 1 : 0;
            }
            if (stage.openedAt() != 0 && arrived >= stage.required()) {
                return number;
            }
        }
        return Math.max(0, newest - LATELY);
    }

    private boolean lingers(long now) {
        long opened = trace.stage(shown).openedAt();
        return opened == 0 || now - opened < Math.min(LONGEST_LINGER, pace / 4);
    }

    private void show(int number, long now, int of) {
        if (number != shown) {
            shown = number;
            since = now;
            sampled = of;
        }
    }
}
