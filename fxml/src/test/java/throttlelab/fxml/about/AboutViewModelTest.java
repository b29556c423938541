package throttlelab.fxml.about;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the sheet says about the program's own version.
class AboutViewModelTest {

    @Test
    void aReleaseIsCalledByItsVersion() {
        assertThat(AboutViewModel.told(Optional.of("1.2.0"))).isEqualTo("1.2.0");
    }

    @Test
    void whatIsNoReleaseSaysSo() {
        assertThat(AboutViewModel.told(Optional.of("1.2.0-SNAPSHOT"))).isEqualTo("1.2.0, development build");
        assertThat(AboutViewModel.told(Optional.empty())).isEqualTo("development build, started from its classes");
    }
}
