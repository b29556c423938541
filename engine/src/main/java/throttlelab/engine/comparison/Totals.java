package throttlelab.engine.comparison;

/// What comparing many positions came to.
///
/// @param comparisons positions compared
/// @param tokenDivergences positions whose tokens differ
/// @param logprobDivergences positions whose log-probability bits differ, also where the tokens differ; two different
///         tokens may have the same bits, so this is not simply the larger number
/// @param consequences diverging positions that come after a different token of the same prompt, contained in the two
///         numbers before
/// @param missing positions that should have been compared and could not be
/// @param maxUlps the largest distance of two log-probabilities of the same token of the same text
public record Totals(long comparisons, long tokenDivergences, long logprobDivergences, long consequences, long missing,
        long maxUlps) {

    /// Nothing compared yet.
    public static final Totals NOTHING = new Totals(0, 0, 0, 0, 0, 0);

    /// Both together.
    public Totals plus(Totals other) {
        return new Totals(comparisons + other.comparisons, tokenDivergences + other.tokenDivergences,
                logprobDivergences + other.logprobDivergences, consequences + other.consequences,
                missing + other.missing, Math.max(maxUlps, other.maxUlps));
    }

    /// The verdict on the positions compared, as if nothing else mattered.
    public Verdict verdict() {
        if (tokenDivergences > 0) {
            return Verdict.CATASTROPHIC;
        }
        return logprobDivergences > 0 ? Verdict.LENIENT : Verdict.STRICT;
    }
}
