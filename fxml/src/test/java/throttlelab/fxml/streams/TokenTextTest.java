package throttlelab.fxml.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = {"the|the|false", " the|the|true",
        "' '|·|false", "'  '|··|false", "  a b|·a·b|true", "ü€|ü€|false"})
    void spacesAreSigns(String token, String text, boolean spaced) {
        assertThat(visible(token)).isEqualTo(new TokenTextViewModel.Visible(text, spaced));
    }

    @Test
    void lineBreaksTabsAndControlCharactersAreSigns() {
        assertThat(visible("\n").text()).isEqualTo("⏎");
        assertThat(visible(".\n\n").text()).isEqualTo(".⏎⏎");
        assertThat(visible("\t").text()).isEqualTo("→");
        assertThat(visible("\u0007").text()).isEqualTo("‹07›");
    }

    @Test
    void bytesThatAreNoTextAreShownAsBytes() {
        assertThat(TokenTextViewModel.visible(new byte[] {(byte) 0xe2, (byte) 0x82}))
                .isEqualTo(new TokenTextViewModel.Visible("‹e282›", false));
    }

    private static TokenTextViewModel.Visible visible(String token) {
        return TokenTextViewModel.visible(token.getBytes(StandardCharsets.UTF_8));
    }
}
