package throttlelab.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;

/// What comes of reading a file: it is read, or refused in one sentence.
final class Refusal {

    private static final int LONGEST_SENTENCE = 1_000;
    private static final String BREAKS_A_LINE = "[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]";
    private static final String OF_THE_PARSER = "Exception|Feature|REDACTED|Source:|Constraints|`[A-Z]\\w+\\.|tools\\.";

    private Refusal() {
    }

    /// The sentence, if it is refused.
    ///
    /// @param file what is read, and is named in the sentence
    /// @param patience how long it may take
    /// @throws AssertionError if anything else comes of it, or the sentence is none
    static Optional<String> of(Path file, Duration patience, Runnable reading) {
        return assertTimeoutPreemptively(patience, () -> {
            try {
                reading.run();
                return Optional.empty();
            } catch (InputException e) {
                return Optional.of(checked(file, e.getMessage()));
            } catch (UsageException e) {
                // A question of what is compared with what, not of the file.
                assertThat(e.getMessage()).containsAnyOf("--prompt", "no profile in common");
                return Optional.empty();
            }
        });
    }

    private static String checked(Path file, String sentence) {
        assertThat(sentence).contains(file.toString()).endsWith(".").hasSizeLessThan(LONGEST_SENTENCE)
                .doesNotContainPattern(BREAKS_A_LINE).doesNotContainPattern(OF_THE_PARSER);
        return sentence;
    }
}
