package throttlelab.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.InputException;

class TextFilesTest {

    @TempDir
    private Path folder;

    @Test
    void readsUpToTheLimitAndNotAByteMore() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "12345");

        assertThat(TextFiles.readText(file, 5)).isEqualTo("12345");
        assertThatThrownBy(() -> TextFiles.readText(file, 4)).isInstanceOf(InputException.class)
                .hasMessage("The file " + file + " is larger than 4 bytes, the most that is read of such a file:"
                        + " check that it is the right one.");
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheText() throws IOException {
        Path file = Files.writeString(folder.resolve("x"), "\uFEFFä€😀");

        assertThat(TextFiles.readText(file, 100)).isEqualTo("ä€😀");
    }

    @Test
    void invalidUtf8NamesLineAndByte() throws IOException {
        Path file = Files.write(folder.resolve("x"), new byte[] {'a', '\n', 'b', (byte) 0xC3, '(', 'c'});

        assertThatThrownBy(() -> TextFiles.readText(file, 100)).isInstanceOf(InputException.class)
                .hasMessage(file + " is not valid UTF-8 at line 2, byte 3 (malformed[1]): save it as UTF-8.");
    }

    @Test
    void textThatEndsInTheMiddleOfACharacterIsRefused() {
        assertThatThrownBy(() -> TextFiles.decode(new byte[] {'a', (byte) 0xE2, (byte) 0x82}, "it"))
                .isInstanceOf(InputException.class).hasMessageStartingWith("it is not valid UTF-8 at line 1, byte 1");
    }

    @Test
    void surrogatesInUtf8AreRefused() {
        assertThatThrownBy(() -> TextFiles.decode(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, "it"))
                .isInstanceOf(InputException.class);
    }

    @Test
    void whatIsNotThereAndWhatIsNoFileAreOneSentence() {
        assertThatThrownBy(() -> TextFiles.readText(folder.resolve("no"), 1)).isInstanceOf(InputException.class)
                .hasMessage("There is no file " + folder.resolve("no") + ": check the name.");
        assertThatThrownBy(() -> TextFiles.readText(folder, 1)).isInstanceOf(InputException.class)
                .hasMessage(folder + " is a folder, not a file: name the file in it.");
    }
}
