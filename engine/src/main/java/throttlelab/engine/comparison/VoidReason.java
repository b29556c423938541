package throttlelab.engine.comparison;

/// Why a run that somebody watched has measured nothing, the weightiest reason first.
public enum VoidReason {

    /// There is no baseline for its prompt.
    NO_BASELINE,

    /// The baseline is a recording of this very run.
    BASELINE_IS_THE_RUN,

    /// No token has come yet.
    NO_TOKEN_YET,

    /// It ended before its end.
    STOPPED,

    /// It gave more tokens than the baseline has.
    BASELINE_TOO_SHORT,

    /// A worker's delays fall short of its factor.
    THROTTLE_NOT_SHOWN,

    /// No worker was slowed down.
    NOBODY_THROTTLED
}
