package throttlelab.fxml.barrier;

/// For whom a barrier waits, and since when.
///
/// @param kind what there is to say
/// @param worker the one it waits or has waited for, or -1
/// @param count how many it waits for, or went on without
/// @param nanos how long
public record BarrierWait(Kind kind, int worker, int count, long nanos) {

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

        /// It has waited for the last one.
        WAITED,

        /// It did not wait for the rest.
        WENT_ON
    }
}
