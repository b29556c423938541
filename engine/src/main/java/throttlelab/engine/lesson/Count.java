package throttlelab.engine.lesson;

import java.util.Locale;
import java.util.function.ToLongFunction;
import throttlelab.engine.comparison.Verdict;

/// What can be counted of a run. What may still turn out otherwise counts only when the run has come to its end.
public enum Count {

    /// Positions that were compared, if none differs by a bit; when the run has come to its end.
    EQUAL(sight -> sight.complete() && sight.judgement().totals().verdict() == Verdict.STRICT
            ? sight.judgement().totals().comparisons() : 0),

    /// Log-probabilities with other bits than in the baseline.
    BITS_DIFFER(sight -> sight.judgement().totals().logprobDivergences()),

    /// Tokens that are other ones than in the baseline.
    TOKENS_DIFFER(sight -> sight.judgement().totals().tokenDivergences()),

    /// Contributions that were refused.
    REFUSED(sight -> sight.report().refusals().total()),

    /// Stages that have passed.
    STAGES(Sight::stages),

    /// Different orders in which contributions arrived.
    ORDERS(Sight::orders),

    /// Workers that died and live again; when the run has come to its end.
    REVIVED(sight -> sight.complete() ? sight.revived() : 0);

    private final ToLongFunction<Sight> count;

    Count(ToLongFunction<Sight> count) {
        this.count = count;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    long in(Sight sight) {
        return count.applyAsLong(sight);
    }
}
