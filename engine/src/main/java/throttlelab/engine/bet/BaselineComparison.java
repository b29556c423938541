package throttlelab.engine.bet;

import throttlelab.engine.comparison.Comparison;

/// How a bet differs from a baseline.
///
/// @param id the baseline's
/// @param comparison of the baseline's streams with those of the first run of `none`
public record BaselineComparison(String id, Comparison comparison) {
}
