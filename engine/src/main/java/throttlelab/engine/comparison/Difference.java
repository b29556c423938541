package throttlelab.engine.comparison;

/// How one position of two streams differs.
public enum Difference {

    /// Same token, same bits of the log-probability.
    EQUAL,

    /// Same token, different bits.
    LOGPROB,

    /// Different tokens, whatever the bits are.
    TOKEN
}
