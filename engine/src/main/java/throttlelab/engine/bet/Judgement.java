package throttlelab.engine.bet;

import java.util.List;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.words.Sentence;

/// What a bet comes to.
///
/// @param verdict the verdict
/// @param sayings why it is not STRICT: divergences first, then why less was measured than was asked for;
///         empty if it is STRICT
/// @param comparisons how each run differs from the first, in the order of the runs
/// @param totals what they come to; what was never run is missing
public record Judgement(Verdict verdict, List<Sentence> sayings, List<Comparison> comparisons, Totals totals) {

    /// @throws NullPointerException if a list is null or holds null
    public Judgement {
        sayings = List.copyOf(sayings);
        comparisons = List.copyOf(comparisons);
    }

    /// The sayings in English.
    public List<String> reasons() {
        return sayings.stream().map(Sentence::english).toList();
    }
}
