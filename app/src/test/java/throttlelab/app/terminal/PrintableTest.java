package throttlelab.app.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void aCharacterIsShownWhenItsLastByteHasCome() {
        byte[] bytes = "a€😀".getBytes(UTF_8);
        Printable text = new Printable();
        StringBuilder shown = new StringBuilder();

        for (byte value : bytes) {
            shown.append(text.add(new byte[] {value}));
        }

        assertThat(shown.toString() + text.end()).isEqualTo("a€😀");
    }

    @Test
    void whatIsNoTextIsReplaced() {
        Printable text = new Printable();

        assertThat(text.add(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xe2})).isEqualTo("a\uFFFDb");
        assertThat(text.end()).isEqualTo("\uFFFD");
    }

    @Test
    void noModelSteersATerminal() {
        assertThat(Printable.of("\u001b[2Jgone\r\n\tkept\u009b")).isEqualTo("\uFFFD[2Jgone\uFFFD\n\tkept\uFFFD");
        assertThat(new Printable().add("\u001b]0;x\u0007".getBytes(UTF_8))).isEqualTo("\uFFFD]0;x\uFFFD");
    }
}
