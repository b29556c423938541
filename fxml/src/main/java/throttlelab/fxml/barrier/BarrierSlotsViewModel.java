package throttlelab.fxml.barrier;

import throttlelab.engine.live.RunTrace;
import throttlelab.engine.live.SlotState;
import throttlelab.engine.live.StageTrace;
import throttlelab.engine.throttle.Throttle;

/// The slots of the stage that is shown: how far each is filled.
///
/// A slot is full when its contribution is delivered, so that its height stands for its worker's own way there: compute
/// below, injected delay above.
final class BarrierSlotsViewModel {

    private static final int DIGITS = 4;

    private final RunTrace trace;
    private final long nominal;
    private final Throttle throttle;
    private StageTrace stage;
    private String[] addresses;

    /// @param nominal what a stage takes in slow motion without throttles, in nanoseconds; 0 at full speed
    BarrierSlotsViewModel(RunTrace trace, long nominal, Throttle throttle) {
        this.trace = trace;
        this.nominal = nominal;
        this.throttle = throttle;
    }

    /// Turns to another stage.
    void show(StageTrace other) {
        stage = other;
        addresses = new String[other.slots()];
        for (int slot = 0; slot < addresses.length; slot++) {
            addresses[slot] = other.address(slot, DIGITS);
        }
    }

    /// What a slot shows at a moment of the stage's life.
    ///
    /// @param from from which moment on it fills: what began before is full in time all the same
    /// @param floor contributions of its worker that have fallen so far, where that is counted
    BarrierSlot slot(int slot, long from, long moment, int floor) {
        long began = stage.computingAt(slot);
        BarrierPhase phase = phase(slot, moment);
        double filled = 0;
        double solid = 1;
        if (phase.over()) {
            solid = share(stage.delayedAt(slot) - began, stage.deliveredAt(slot) - began);
            filled = 1;
        } else if (phase == BarrierPhase.COMPUTING || phase == BarrierPhase.DELAYED) {
            long end = end(slot, moment);
            long compute = stage.delayedAt(slot) == 0 ? nominal : stage.delayedAt(slot) - began;
            solid = share(compute, end - began);
            long start = Math.max(began, from);
            filled = share(moment - start, end - start);
            filled = phase == BarrierPhase.COMPUTING ? Math.min(solid, filled) : filled;
        }
        return new BarrierSlot(stage.worker(slot), phase, filled, solid, addresses[slot],
                phase == BarrierPhase.LOCKED ? stage.arrival(slot) : 0, Math.max(floor, phase == BarrierPhase.LATE ? 1 : 0));
    }

    private BarrierPhase phase(int slot, long moment) {
        if (reached(stage.deliveredAt(slot), moment)) {
            return over(stage.state(slot));
        }
        if (reached(stage.diedAt(slot), moment)) {
            return BarrierPhase.DEAD;
        }
        if (reached(stage.delayedAt(slot), moment)) {
            return BarrierPhase.DELAYED;
        }
        return reached(stage.computingAt(slot), moment) ? BarrierPhase.COMPUTING : BarrierPhase.WAITING;
    }

    private static boolean reached(long time, long moment) {
        return time != 0 && time <= moment;
    }

    /// When its contribution comes, or will come.
    private long end(int slot, long moment) {
        if (stage.deliveredAt(slot) != 0) {
            return stage.deliveredAt(slot);
        }
        return stage.delayedAt(slot) != 0 ? Math.max(moment, stage.delayedUntil(slot))
                : stage.computingAt(slot) + Math.round(nominal * factor(slot, moment));
    }

    private double factor(int slot, long now) {
        return throttle.factor(stage.worker(slot), Math.max(0, now - trace.stage(0).began()));
    }

    private static double share(long part, long whole) {
        return whole <= 0 ? 1 : Math.clamp(part / (double) whole, 0, 1);
    }

    private static BarrierPhase over(SlotState state) {
        return switch (state) {
            case LOCKED -> BarrierPhase.LOCKED;
            case LATE -> BarrierPhase.LATE;
            case WAITING, COMPUTING, DELAYED, DEAD, REFUSED -> BarrierPhase.REFUSED;
        };
    }
}
