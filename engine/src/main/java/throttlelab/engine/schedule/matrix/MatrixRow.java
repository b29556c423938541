package throttlelab.engine.schedule.matrix;

import java.util.Optional;
import throttlelab.engine.words.Sentence;

/// One thing that was varied.
///
/// @param id a word for it, such as `batch-7`
/// @param varied what was varied, such as "Batch: 7"
/// @param cell what was run for it
/// @param comparisons positions compared with the reference: token, and bits of its log-probability
/// @param divergences positions that differ, or are not there
/// @param command what runs this row again
/// @param notRun why it could not be run here; empty if it was
/// @param note what else should be known of how it ran; empty if nothing
/// @param nanos how long it took
public record MatrixRow(String id, String varied, String cell, long comparisons, long divergences, String command,
        Optional<String> notRun, Optional<String> note, long nanos) {

    private static final String WORDS = "matrix.";

    /// What a text of a matrix says, to be said in any language.
    public static Sentence saying(String text) {
        return Sentence.known(WORDS, text);
    }
}
