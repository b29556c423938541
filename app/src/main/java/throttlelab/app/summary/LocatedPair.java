package throttlelab.app.summary;

import throttlelab.engine.comparison.FileComparison;
import throttlelab.engine.comparison.divergence.DivergencePath;

/// Where two of the recordings that were compared part.
///
/// @param pair which two
/// @param path the way there
public record LocatedPair(FileComparison.Pair pair, DivergencePath path) {
}
