package throttlelab.engine.comparison.divergence;

/// How something was found.
public enum Source {

    /// In the recorded streams.
    STREAMS,

    /// In the audit log that the run left.
    LOG,

    /// In the audit log of running it again.
    RUN_AGAIN
}
