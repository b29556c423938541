package throttlelab.fxml.streams;

import java.util.Locale;

/// How a token compares with the baseline.
public enum Mark {

    /// It is the baseline's own.
    EXPECTED,

    /// Token and log-probability bits are equal.
    EQUAL,

    /// The token is equal, the bits of its log-probability differ.
    LOGPROB,

    /// The token differs.
    TOKEN,

    /// There is nothing to compare it with.
    UNCOMPARED;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
