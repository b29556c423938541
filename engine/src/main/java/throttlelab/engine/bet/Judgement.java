package throttlelab.engine.bet;

import java.util.List;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;

/// What a bet comes to.
///
/// @param verdict the verdict
/// @param reasons why it is not STRICT, in sentences: divergences first, then why less was measured than was asked for;
///         empty if it is STRICT
/// @param comparisons how each run differs from the first, in the order of the runs
/// @param totals what they come to; what was never run is missing
public record Judgement(Verdict verdict, List<String> reasons, List<Comparison> comparisons, Totals totals) {

    /// @throws NullPointerException if a list is null or holds null
    public Judgement {
        reasons = List.copyOf(reasons);
        comparisons = List.copyOf(comparisons);
    }
}
