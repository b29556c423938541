package throttlelab.engine.comparison;

/// What there is to see at one position of two streams: [Difference], and what became of the positions that it does not
/// speak of.
public enum Mark {

    /// Same token, same bits of the log-probability.
    EQUAL,

    /// Same token, different bits.
    LOGPROB,

    /// The first different token of the prompt.
    TOKEN,

    /// After a different token: the streams continue different texts there, and may well be equal by chance.
    CONSEQUENCE,

    /// Only one of the two has it.
    MISSING
}
