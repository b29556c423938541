package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import throttlelab.engine.InputException;

/// Asserts what a person reads when something is refused.
final class Refused {

    private Refused() {
    }

    /// One line that names all `parts` (file, place, remedy) and ends as a sentence with a remedy after a colon.
    static void inOneSentence(ThrowingCallable action, Object... parts) {
        assertThatExceptionOfType(InputException.class).isThrownBy(action).satisfies(refusal -> {
            assertThat(refusal.getMessage()).matches(".+: [a-z].+\\.").hasSizeLessThan(700);
            for (Object part : parts) {
                assertThat(refusal.getMessage()).contains(part.toString());
            }
        });
    }
}
