package throttlelab.engine.federation;

import java.util.stream.IntStream;

/// In which order the contributions of a stage are delivered: the hook that forces an order of arrival.
@FunctionalInterface
public interface DeliveryOrder {

    /// As the workers finish.
    DeliveryOrder AS_THEY_COME = (stage, slots) -> null;

    /// Slot 0 first.
    DeliveryOrder SLOT_ORDER = (stage, slots) -> IntStream.range(0, slots).toArray();

    /// Slot 0 last.
    DeliveryOrder REVERSED = (stage, slots) -> IntStream.range(0, slots).map(i -> slots - 1 - i).toArray();

    /// The slots of a stage in the order in which they are to be delivered, or `null` to leave it to the workers.
    int[] order(StageId stage, int slots);
}
