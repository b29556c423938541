package throttlelab.engine.bet;

import java.util.List;
import java.util.stream.Stream;
import throttlelab.engine.comparison.Totals;
import throttlelab.engine.comparison.Verdict;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.words.Sentence;

/// What may be said after a bet, worded no stronger than what was measured.
///
/// @param shown what it shows; nothing unless the verdict is STRICT under the content-addressed policy
/// @param notShown what it does not show
/// @param seen "0 of n" with its 95 % bound, or "k of n"
/// @param bound95 the share of diverging positions that is excluded with 95 % confidence if none of n diverged:
///        1 − 0.05^(1/n); not a number where some diverged, or none was compared
/// @param question what remains to be tried
/// @param reach how far it carries
public record Claims(List<Sentence> shown, List<Sentence> notShown, Sentence seen, double bound95, Sentence question,
        Sentence reach) {

    private static final double MISS_CHANCE = 0.05;

    /// @throws NullPointerException if a list is null or holds null
    public Claims {
        shown = List.copyOf(shown);
        notShown = List.copyOf(notShown);
    }

    /// What it shows, in English.
    public List<String> validates() {
        return shown.stream().map(Sentence::english).toList();
    }

    /// What it does not show, in English.
    public List<String> doesNotValidate() {
        return notShown.stream().map(Sentence::english).toList();
    }

    /// "0 of n" with its bound, or "k of n", in English.
    public String observed() {
        return seen.english();
    }

    /// What remains to be tried, in English.
    public String openQuestion() {
        return question.english();
    }

    /// How far it carries, in English.
    public String sufficiency() {
        return reach.english();
    }

    /// What may be said.
    ///
    /// @param selfComparisons positions among those compared at which the first run of `none` met itself
    static Claims of(Criteria.ClaimTexts texts, CombinePolicy policy, Verdict verdict, Totals totals,
            long selfComparisons) {
        boolean holds = verdict == Verdict.STRICT && policy == CombinePolicy.CONTENT_ADDRESSED;
        List<Sentence> validates = texts.validates().stream().map(Criteria::saying).toList();
        Stream<Sentence> never = texts.doesNotValidate().stream().map(Criteria::saying);
        Stream<Sentence> notHere = validates.stream()
                .map(claim -> Sentence.of("bet.not-shown", verdict, policy.id(), claim));
        return new Claims(holds ? validates : List.of(), (holds ? never : Stream.concat(notHere, never)).toList(),
                observed(totals, selfComparisons), bound95(totals), Criteria.saying(texts.openQuestion()),
                Criteria.saying(texts.sufficiency()));
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

    private static Sentence observed(Totals totals, long selfComparisons) {
        long n = totals.comparisons();
        if (n == 0) {
            return Sentence.of("bet.none-compared");
        }
        if (diverging(totals) > 0) {
            return Sentence.of("bet.some-differ", count(totals.tokenDivergences()), count(n),
                    count(totals.logprobDivergences()));
        }
        long crossed = n - selfComparisons;
        Sentence without = crossed <= 0 ? Sentence.of("bet.only-itself") : Sentence.of("bet.without-itself",
                count(selfComparisons), count(crossed), percent(boundOfNone(crossed)));
        return Sentence.of("bet.none-differ", count(n), percent(boundOfNone(n)), without);
    }

    private static Sentence count(long number) {
        return Sentence.number("%,d", number);
    }

    private static Sentence percent(double share) {
        return Sentence.number("%.3g %%", share * 100);
    }
}
