package throttlelab.engine.comparison.divergence;

/// How far the search came.
public enum Outcome {

    /// The stage where the runs part is known.
    LOCATED,

    /// Only the streams are known: there are no audit logs that could be laid side by side, and nothing was run again.
    NO_LOG,

    /// The audit logs are equal: whatever differs came after the last barrier.
    LOGS_EQUAL,

    /// What was recorded did not come again when it was run again.
    NOT_REPRODUCED,

    /// Somebody stopped the run that was to find out.
    STOPPED
}
