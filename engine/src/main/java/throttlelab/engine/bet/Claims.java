package throttlelab.engine.bet;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;

/// What may be said after a bet, worded no stronger than what was measured.
///
/// @param validates what it shows; nothing unless the verdict is STRICT under the content-addressed policy
/// @param doesNotValidate what it does not show
/// @param observed "0 of n" with its 95 % bound, or "k of n"
/// @param bound95 the share of diverging positions that is excluded with 95 % confidence if none of n diverged:
///        1 − 0.05^(1/n); not a number where some diverged, or none was compared
/// @param openQuestion what remains to be tried
/// @param sufficiency how far it carries
public record Claims(List<String> validates, List<String> doesNotValidate, String observed, double bound95,
        String openQuestion, String sufficiency) {

    private static final double MISS_CHANCE = 0.05;

    /// @throws NullPointerException if a list is null or holds null
    public Claims {
        validates = List.copyOf(validates);
        doesNotValidate = List.copyOf(doesNotValidate);
    }

    /// What may be said.
    ///
    /// @param selfComparisons positions among those compared at which the first run of `none` met itself
    static Claims of(Criteria.ClaimTexts texts, CombinePolicy policy, Verdict verdict, Totals totals,
            long selfComparisons) {
        boolean shown = verdict == Verdict.STRICT && policy == CombinePolicy.CONTENT_ADDRESSED;
        String but = "Not shown by this run (" + verdict + " under " + policy.id() + "): ";
        return new Claims(shown ? texts.validates() : List.of(),
                shown ? texts.doesNotValidate()
                        : Stream.concat(texts.validates().stream().map(but::concat), texts.doesNotValidate().stream())
                                .toList(),
                observed(totals, selfComparisons), bound95(totals), texts.openQuestion(), texts.sufficiency());
    }

    /// The upper 95 % bound on the share of diverging positions after none of `n` diverged: the share p at which n
    /// positions in a row would agree with a chance of 0.05, if positions were independent of each other.
    public static double boundOfNone(long n) {
        return n <= 0 ? Double.NaN : -Math.expm1(Math.log(MISS_CHANCE) / n);
    }

    private static double bound95(Totals totals) {
        return diverging(totals) == 0 ? boundOfNone(totals.comparisons()) : Double.NaN;
    }

    /// Positions that differ in token, bits or both are at least as many as the larger of the two numbers.
    private static long diverging(Totals totals) {
        return Math.max(totals.tokenDivergences(), totals.logprobDivergences());
    }

    private static String observed(Totals totals, long selfComparisons) {
        long n = totals.comparisons();
        if (n == 0) {
            return "No position was compared.";
        }
        if (diverging(totals) > 0) {
            return String.format(Locale.ROOT,
                    "%,d of %,d positions differ in the token, %,d of %,d in the bits of the log-probability.",
                    totals.tokenDivergences(), n, totals.logprobDivergences(), n);
        }
        long crossed = n - selfComparisons;
        String without = crossed <= 0 ? "all of them none against itself, which can never differ"
                : String.format(Locale.ROOT, "without the %,d of none against itself 0 of %,d and %s", selfComparisons,
                        crossed, percent(boundOfNone(crossed)));
        return String.format(Locale.ROOT, "0 of %,d positions differ: with 95 %% confidence fewer than %s of positions"
                + " would, if positions were independent (%s).", n, percent(boundOfNone(n)), without);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3g %%", share * 100);
    }
}
