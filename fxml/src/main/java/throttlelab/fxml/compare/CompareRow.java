package throttlelab.fxml.compare;

/// A line of the list: one position of both sides, in words and figures.
///
/// @param index its index on the map
/// @param prompt the prompt's id
/// @param position which token after the prompt, from 1
/// @param mark how it differs
/// @param tokenA what A's token reads; empty if A has none
/// @param tokenB what B's token reads; empty if B has none
/// @param logprobA A's log-probability as a decimal
/// @param logprobB B's log-probability as a decimal
/// @param bitsA A's log-probability as bits
/// @param bitsB B's log-probability as bits
/// @param ulps how far apart the log-probabilities are, in units in the last place; empty where it means nothing
/// @param margin how near A was to another token; empty where it is not known
public record CompareRow(int index, String prompt, int position, PositionMark mark, String tokenA, String tokenB,
        String logprobA, String logprobB, String bitsA, String bitsB, String ulps, String margin) {
}
