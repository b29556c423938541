package throttlelab.engine.comparison.divergence;

/// One step on the way from "these two differ" to who made the difference.
///
/// @param level what it names
/// @param value which one, in a word, such as `worker-5`
/// @param sentence what is to be seen there
/// @param source how it was found
public record PathStep(Level level, String value, String sentence, Source source) {
}
