package throttlelab.fxml.export;

import throttlelab.engine.comparison.divergence.DivergencePath;

/// The way to who made the first difference, which goes into a report.
///
/// @param pair which two of those that are compared, from 0
/// @param path the way
public record FoundPathViewModel(int pair, DivergencePath path) {
}
