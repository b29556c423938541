package throttlelab.engine.schedule;

import java.util.List;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.StageKind;

/// What came of passing two stages of a model in every order of arrival, under every policy.
///
/// @param layer whose attention and experts, from 0
/// @param orders how many orders there are
/// @param complete whether all of them were tried; else it was stopped
/// @param stages what each stage gave under each policy, the real policy first
/// @param realNanos time taken by the real policy, both stages
/// @param nanos time taken by all
public record OrdersResult(int layer, int orders, boolean complete, List<Tried> stages, long realNanos, long nanos) {

    /// One stage under one policy. Everything is compared, bit by bit, with the real policy in slot order; only this
    /// one stage is combined by the policy, all others by the real one.
    ///
    /// @param stage attention or experts
    /// @param policy how the stage was combined
    /// @param tried how many orders
    /// @param distinct how many different sums came out
    /// @param bits how many orders changed a bit of the sum
    /// @param logprob how many orders changed a bit of the next token's log-probability, carried to the end
    /// @param token how many orders changed the next token
    /// @param refused what was refused: a stale, a foreign and a duplicate contribution in each order, and what came
    ///         late
    public record Tried(StageKind stage, CombinePolicy policy, long tried, long distinct, long bits, long logprob,
            long token, Refusals refused) {

        /// Whether it is as claimed: under the real policy one sum, and every intruder refused as what it was; under a
        /// broken one some order that changes bits.
        public boolean asClaimed() {
            return policy.broken() ? bits > 0 : bits == 0 && distinct == Math.min(1, tried)
                    && refused.equals(new Refusals(tried, tried, tried, 0));
        }
    }

    /// @throws NullPointerException if the list is null or holds null
    public OrdersResult {
        stages = List.copyOf(stages);
    }

    /// Whether the real policy gave one result for every order.
    public boolean holds() {
        return stages.stream().filter(tried -> !tried.policy().broken()).allMatch(Tried::asClaimed);
    }

    /// Whether every broken policy was caught: some order changed bits.
    public boolean controlsFail() {
        return stages.stream().filter(tried -> tried.policy().broken()).allMatch(Tried::asClaimed);
    }
}
