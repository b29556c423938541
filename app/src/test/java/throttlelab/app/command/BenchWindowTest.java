package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchWindowTest {

    @TempDir
    private Path folder;

    @Test
    void withoutAScreenTheWindowIsNotMeasured() {
        refused("There is no screen here", "bench", "--window", "--repeat", "1", "--tokens", "2");
    }

    @Test
    void whatTheWindowDoesNotTakeIsRefused() {
        refused("--batch says nothing beside --window", "bench", "--window", "--batch", "3");
    }

    private void refused(String said, String... line) {
        Started program = new Started(folder).run(line);

        assertThat(program.code()).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).startsWith("Error: ").contains(said).hasLineCount(1);
        assertThat(program.out()).isEmpty();
        assertThat(folder).as("nothing is written").isEmptyDirectory();
    }
}
