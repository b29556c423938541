package throttlelab.fxml.barrier;

import java.util.List;

/// For whom a barrier waits, and since when.
///
/// @param kind what there is to say
/// @param worker the one it waits or has waited for, or -1
/// @param count how many it waits for, or went on without
/// @param nanos how long
/// @param missing where nothing comes by itself: all that it waits for, dead or silent, ascending; else empty
public record BarrierWait(Kind kind, int worker, int count, long nanos, List<Integer> missing) {

    BarrierWait(Kind kind, int worker, int count, long nanos) {
        this(kind, worker, count, nanos, List.of());
    }

    /// It waits for workers that are dead or silent.
    static BarrierWait missing(Kind kind, List<Integer> missing, long nanos) {
        return new BarrierWait(kind, missing.size() == 1 ? missing.getFirst() : -1, missing.size(), nanos, missing);
    }

    /// Nothing to say.
    static final BarrierWait NONE = new BarrierWait(Kind.NOTHING, -1, 0, 0);

    /// What there is to say.
    public enum Kind {

        /// Nothing.
        NOTHING,

        /// Nothing has come yet, all compute.
        WORKING,

        /// It waits for one worker.
        FOR_ONE,

        /// It waits for several.
        FOR_SEVERAL,

        /// It waits for the dead.
        FOR_DEAD,

        /// It waits for longer than the lab's patience, for workers that live and are not held back.
        STALLED,

        /// All tokens have come, and the run waits for the last contributions of the dead.
        AT_END,

        /// It has waited for the last one.
        WAITED,

        /// It did not wait for the rest.
        WENT_ON
    }
}
