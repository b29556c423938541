package throttlelab.engine.comparison;

import java.util.Collection;

/// What a comparison comes to. The order of the constants is fixed: programs are told a verdict by its place.
public enum Verdict {

    /// Tokens and log-probability bits are equal.
    STRICT,

    /// Tokens are equal, some bits differ.
    LENIENT,

    /// Some token differs.
    CATASTROPHIC,

    /// It would be STRICT, but nothing was measured.
    VOID;

    /// The worse of two divergences, or STRICT if neither is one. VOID is not a divergence and never wins here.
    public static Verdict worse(Verdict a, Verdict b) {
        if (a == CATASTROPHIC || b == CATASTROPHIC) {
            return CATASTROPHIC;
        }
        return a == LENIENT || b == LENIENT ? LENIENT : STRICT;
    }

    /// This verdict, or VOID if it is STRICT and there is a reason why nothing was measured. A divergence stays one: it
    /// was seen, however little else was.
    public Verdict unlessVoid(Collection<?> reasons) {
        return this == STRICT && !reasons.isEmpty() ? VOID : this;
    }
}
