package throttlelab.engine.federation;

import java.util.concurrent.atomic.AtomicLong;
import throttlelab.engine.throttle.Clock;

/// A clock that stands still unless a contribution arrives. Arrivals are forced into an order; between one and the next
/// that count for the gate passes a time that [#gap(StageId, int)] gives, so that all that is booked is known exactly.
final class ScriptedClock implements Clock, StageObserver {

    static final long START = 1_000_000;

    private final AtomicLong time = new AtomicLong(START);
    private final DeliveryOrder order;
    private final int slots;
    private final int required;

    /// @param required how many arrivals open a gate
    ScriptedClock(DeliveryOrder order, int slots, int required) {
        this.order = order;
        this.slots = slots;
        this.required = required;
    }

    /// How long after the `i`-th arrival at a stage the next one comes, in nanoseconds.
    static long gap(StageId stage, int i) {
        return 100 + 7 * i + 13 * stage.layer() + 17 * stage.kind().ordinal() + stage.step();
    }

    @Override
    public void delivered(StageId stage, int worker, int slot, Acceptance acceptance, long now) {
        int[] arrivals = order.order(stage, slots);
        // Not after the last: the next stage may have begun by then.
        for (int i = 0; i < required - 1; i++) {
            if (arrivals[i] == slot) {
                time.addAndGet(gap(stage, i));
            }
        }
    }

    @Override
    public long nanoTime() {
        return time.get();
    }

    @Override
    public long cpuTime() {
        return 0;
    }

    @Override
    public void sleepUntil(long deadline) {
        throw new IllegalStateException("nobody is throttled");
    }

    FederationOptions options() {
        return FederationOptions.DEFAULT.withClock(this).withObserver(this).withOrder(order);
    }
}
