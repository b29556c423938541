package throttlelab.engine.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;

/// What fuzzing would not let pass.
class RefusalTest {

    private static final Path FILE = Path.of("it.json");

    @Test
    void aSentenceIsARefusal() {
        assertThat(refusal(new InputException("it.json is no good: get another."))).contains(
                "it.json is no good: get another.");
        assertThat(Refusal.of(FILE, Duration.ofSeconds(60), () -> {
        })).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a file is no good: get another.", "it.json is no good:\nget another.", "it.json is no good",
        "it.json is no good (JsonReadFeature.ALLOW): get another.", "it.json is no good\u2028: get another.",
        "it.json fails with a NumberFormatException: get another."})
    void whatIsNoSentenceIsNone(String message) {
        assertThatThrownBy(() -> refusal(new InputException(message))).isInstanceOf(AssertionError.class);
    }

    @Test
    void anyOtherFailureIsNone() {
        assertThatThrownBy(() -> refusal(new NumberFormatException("it.json"))).isNotInstanceOf(InputException.class);
        assertThatThrownBy(() -> refusal(new UsageException("it.json."))).isInstanceOf(
                AssertionError.class);
    }

    @Test
    void readingWithoutEndIsNone() {
        assertThatThrownBy(() -> Refusal.of(FILE, Duration.ofMillis(50), () -> {
            while (!Thread.interrupted()) {
                LockSupport.park();
            }
        })).isInstanceOf(AssertionError.class).hasMessageContaining("timed out");
    }

    private static Optional<String> refusal(RuntimeException thrown) {
        return Refusal.of(FILE, Duration.ofSeconds(60), () -> {
            throw thrown;
        });
    }
}
