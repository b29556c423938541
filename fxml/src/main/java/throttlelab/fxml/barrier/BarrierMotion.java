package throttlelab.fxml.barrier;

import java.util.Arrays;

/// What moves by itself in a barrier, each for a moment: the gate, the combined value that flows on, what falls, the
/// token that walks. Where motion is not wanted, or stages go by too fast for it, things are at once where they belong.
final class BarrierMotion {

    private static final double MILLI = 1e6;
    private static final double GATE = 140 * MILLI;
    private static final double FLOW = 420 * MILLI;
    private static final double FALL = 380 * MILLI;
    private static final double WALK = 180 * MILLI;
    private static final long LONG_AGO = -1;

    private BarrierSnapshot last;
    private long gateAt = LONG_AGO;
    private long flowAt = LONG_AGO;
    private long walkAt = LONG_AGO;
    private double walkFrom;
    private long[] fallAt = {};

    /// Takes note of what has changed.
    void turn(BarrierSnapshot next, boolean wanted) {
        boolean sampled = next.sampled() > 1;
        boolean still = last == null || !wanted || next.still() || sampled || next.past() || last.past();
        long now = System.nanoTime();
        if (last == null || fallAt.length != next.slots().size()) {
            fallAt = new long[next.slots().size()];
            Arrays.fill(fallAt, LONG_AGO);
        }
        boolean sameStage = last != null && last.stage().number() == next.stage().number();
        if (last != null && last.gate().open() != next.gate().open()) {
            gateAt = still ? LONG_AGO : now;
        }
        if (next.gate().open() && !(sameStage && last.gate().open())) {
            flowAt = still ? LONG_AGO : now;
        }
        for (int slot = 0; slot < fallAt.length && slot < (last == null ? 0 : last.slots().size()); slot++) {
            if (next.slots().get(slot).fallen() > last.slots().get(slot).fallen()) {
                fallAt[slot] = still ? LONG_AGO : now;
            }
        }
        walk(next, still, now);
        last = next;
    }

    private void walk(BarrierSnapshot next, boolean still, long now) {
        if (next.walk() == null || last == null || last.walk() == null) {
            walkAt = LONG_AGO;
        } else if (last.walk().at() != next.walk().at()) {
            walkFrom = walked(last.walk().at());
            walkAt = still ? LONG_AGO : now;
        }
    }

    /// How far the gate is open, from 0 to 1.
    double aperture() {
        double way = way(gateAt, GATE);
        return last != null && last.gate().open() ? way : 1 - way;
    }

    /// How far the combined value has flowed on since the gate opened, from 0 to 1; 1 when it has arrived.
    double flow() {
        return way(flowAt, FLOW);
    }

    /// How far what fell last from a slot has fallen, from 0 to 1.
    double fall(int slot) {
        return way(fallAt[slot], FALL);
    }

    /// Where the token is between the workers, on its way to `at`.
    double walked(int at) {
        double way = way(walkAt, WALK);
        return walkFrom + (at - walkFrom) * (way >= 1 ? 1 : way * (2 - way));
    }

    /// Whether something moves.
    boolean going() {
        boolean falls = false;
        for (int slot = 0; slot < fallAt.length; slot++) {
            falls |= fall(slot) < 1;
        }
        return falls || way(gateAt, GATE) < 1 || flow() < 1 || way(walkAt, WALK) < 1;
    }

    private static double way(long since, double duration) {
        return since == LONG_AGO ? 1 : Math.clamp((System.nanoTime() - since) / duration, 0, 1);
    }
}
