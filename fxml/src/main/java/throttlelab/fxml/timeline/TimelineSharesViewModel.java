package throttlelab.fxml.timeline;

import java.util.Arrays;
import throttlelab.engine.live.RunTrace;

/// Works out how the workers spent their time, stretch by stretch of an even grid. From every stretch a few stages are
/// taken, so that the cost depends on how wide the view is and not on how much there is to see; what is past is kept.
final class TimelineSharesViewModel {

    private static final int KEPT = 1024;
    private static final int SAMPLES = 4;

    private final RunTrace trace;
    private final TimelineRunViewModel run;
    private final int workers;
    private final float[][] compute;
    private final float[][] delay;
    private final long[] known = new long[KEPT];
    private long stretch;

    TimelineSharesViewModel(RunTrace trace, TimelineRunViewModel run) {
        this.trace = trace;
        this.run = run;
        this.workers = run.lanes().workers();
        this.compute = new float[workers][KEPT];
        this.delay = new float[workers][KEPT];
    }

    /// The shares in a stretch of the axis, in at most so many steps.
    TimelineShares of(long from, long span, int steps) {
        int most = Math.clamp(steps, 1, KEPT - 2);
        long wanted = Math.max(1, span / most);
        if (wanted != stretch) {
            stretch = wanted;
            Arrays.fill(known, -1);
        }
        long first = from / stretch;
        int count = (int) (Math.min(from + span, run.end()) / stretch - first) + 1;
        count = Math.clamp(count, 0, KEPT);
        float[][] computes = new float[workers][count];
        float[][] delays = new float[workers][count];
        for (int i = 0; i < count; i++) {
            long number = first + i;
            int at = (int) (number % KEPT);
            if (known[at] != number) {
                work(number, at);
                known[at] = (number + 1) * stretch < run.end() ? number : -1;
            }
            for (int worker = 0; worker < workers; worker++) {
                computes[worker][i] = compute[worker][at];
                delays[worker][i] = delay[worker][at];
            }
        }
        return new TimelineShares(first * stretch, stretch, computes, delays);
    }

    private void work(long number, int at) {
        long from = number * stretch;
        if (run.lanes().everybody()) {
            for (int worker = 0; worker < workers; worker++) {
                lane(worker, from, at);
            }
        } else {
            pipeline(from, at);
        }
    }

    private void lane(int worker, long from, int at) {
        int first = run.lanes().firstDelivered(worker, from);
        int last = run.lanes().firstAfter(worker, from + stretch, first) - 1;
        int step = Math.max(1, (last - first + SAMPLES) / SAMPLES);
        long computed = 0;
        long delayed = 0;
        long all = 0;
        for (int stage = first; stage <= last; stage += step) {
            TimelineBar bar = run.lanes().bar(stage, worker);
            TimelineBar next = stage + 1 < trace.size() ? run.lanes().bar(stage + 1, worker) : null;
            if (bar != null) {
                computed += bar.computed() - bar.from();
                delayed += bar.delivered() - bar.computed();
                all += (next == null ? bar.until() : next.from()) - bar.from();
            }
        }
        compute[worker][at] = all == 0 ? 0 : computed / (float) all;
        delay[worker][at] = all == 0 ? 0 : delayed / (float) all;
    }

    private void pipeline(long from, int at) {
        int first = run.stageAt(from);
        int last = run.stageAt(from + stretch);
        // An odd step meets every worker as often as the next one; an even one would pass by some of them.
        int samples = SAMPLES * workers;
        int step = Math.max(1, (last - first + 1) / samples - 1 | 1);
        int end = step == 1 ? last : first + (samples - 1) * step;
        long[] computed = new long[workers];
        long[] delayed = new long[workers];
        long all = 0;
        for (int stage = first; stage <= end; stage += step) {
            TimelineBar bar = run.lanes().bar(stage, 0);
            if (bar != null) {
                int worker = trace.stage(stage).worker(0);
                computed[worker] += bar.computed() - bar.from();
                delayed[worker] += bar.delivered() - bar.computed();
                all += bar.until() - bar.from();
            }
        }
        for (int worker = 0; worker < workers; worker++) {
            compute[worker][at] = all == 0 ? 0 : computed[worker] / (float) all;
            delay[worker][at] = all == 0 ? 0 : delayed[worker] / (float) all;
        }
    }
}
