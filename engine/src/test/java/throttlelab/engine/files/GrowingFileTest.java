package throttlelab.engine.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.engine.RunException;

class GrowingFileTest {

    @TempDir
    private Path folder;

    @Test
    void itIsThereWhenItIsKept() {
        Path target = folder.resolve("new/log.txt");
        try (GrowingFile file = GrowingFile.begin(target)) {
            file.append("one two".getBytes(StandardCharsets.US_ASCII), 3);
            assertThat(target).doesNotExist();
            file.keep();
        }

        assertThat(target).hasContent("one");
        assertThat(folder.resolve("new")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void withoutThatNothingIsLeftAndAnOlderOneStays() throws IOException {
        Path target = Files.writeString(folder.resolve("log.txt"), "older");
        try (GrowingFile file = GrowingFile.begin(target)) {
            file.append(new byte[1 << 20], 1 << 20);
        }

        assertThat(target).hasContent("older");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsSaidAtOnce() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> GrowingFile.begin(taken.resolve("log.txt"))).isInstanceOf(RunException.class)
                .hasMessageContaining("choose another folder");
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }
}
