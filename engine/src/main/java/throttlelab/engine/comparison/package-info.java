/// What differs: two streams side by side, how far apart two log-probabilities are in units in the last place, where
/// two streams part for the first time, and the verdict that follows. A divergence is never hidden, not even by a run
/// in which nothing was measured.
package throttlelab.engine.comparison;
