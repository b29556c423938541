package throttlelab.engine.comparison.divergence;

import throttlelab.engine.words.Sentence;

/// One step on the way from "these two differ" to who made the difference.
///
/// @param level what it names
/// @param which which one, in a word, such as `worker-5`
/// @param saying what is to be seen there
/// @param source how it was found
public record PathStep(Level level, Sentence which, Sentence saying, Source source) {

    /// A step as a file tells it.
    public PathStep(Level level, String value, String sentence, Source source) {
        this(level, Sentence.plain(value), Sentence.plain(sentence), source);
    }

    /// Which one, in English.
    public String value() {
        return which.english();
    }

    /// What is to be seen there, in English.
    public String sentence() {
        return saying.english();
    }
}
