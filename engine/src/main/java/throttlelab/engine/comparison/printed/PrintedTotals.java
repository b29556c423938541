package throttlelab.engine.comparison.printed;

import java.math.BigDecimal;

/// What comparing many positions of printed answers came to.
///
/// @param comparisons positions compared
/// @param tokenDivergences positions whose tokens differ
/// @param logprobDivergences positions with the same token whose log-probabilities differ as printed
/// @param oneSided positions with the same token whose log-probability is printed on one side only
/// @param unprinted positions with the same token whose log-probability neither side prints; they do not differ
/// @param consequences differing positions that come after a different token, contained in the numbers before
/// @param missing positions that only the longer answer has
/// @param farthest the largest distance of two log-probabilities of the same token of the same text
public record PrintedTotals(long comparisons, long tokenDivergences, long logprobDivergences, long oneSided,
        long unprinted, long consequences, long missing, BigDecimal farthest) {

    /// Nothing compared yet.
    public static final PrintedTotals NOTHING = new PrintedTotals(0, 0, 0, 0, 0, 0, 0, BigDecimal.ZERO);

    /// Both together.
    public PrintedTotals plus(PrintedTotals other) {
        return new PrintedTotals(comparisons + other.comparisons, tokenDivergences + other.tokenDivergences,
                logprobDivergences + other.logprobDivergences, oneSided + other.oneSided,
                unprinted + other.unprinted, consequences + other.consequences, missing + other.missing,
                farthest.max(other.farthest));
    }

    /// The verdict on the positions.
    public PrintedVerdict verdict() {
        if (tokenDivergences > 0) {
            return PrintedVerdict.DIFFERENT;
        }
        if (logprobDivergences + oneSided > 0) {
            return PrintedVerdict.SAME_TOKENS;
        }
        return comparisons == unprinted || missing > 0 ? PrintedVerdict.INCOMPLETE : PrintedVerdict.SAME_AS_PRINTED;
    }
}
