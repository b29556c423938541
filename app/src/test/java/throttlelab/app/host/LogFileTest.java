package throttlelab.app.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void itHoldsWhatAPersonNeedNotRead() throws IOException {
        LogFile log = new LogFile(List.of(folder.resolve("state")));

        Path file = log.failure("worker-3 failed", new IllegalStateException("a cause")).orElseThrow();

        assertThat(file).hasParentRaw(folder.resolve("state"));
        assertThat(Files.readString(file)).contains("worker-3 failed", "IllegalStateException: a cause", "LogFileTest");
    }

    @Test
    void itComesIntoBeingWithItsFirstEntry() {
        LogFile log = new LogFile(List.of(folder));
        assertThat(folder).isEmptyDirectory();

        log.publish(new LogRecord(Level.INFO, "from a library"));
        assertThat(folder.resolve(LogFile.NAME)).content().contains("from a library");
    }

    @Test
    void anotherPlaceWillDoAndNoneIsSaid() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        assertThat(new LogFile(List.of(taken, folder.resolve("other"))).failure("x", null))
                .hasValue(folder.resolve("other").resolve(LogFile.NAME));
        assertThat(new LogFile(List.of(taken)).failure("x", null)).isEmpty();
    }

    @Test
    void atAMegabyteItGivesWayToANewOne() throws IOException {
        Path file = folder.resolve(LogFile.NAME);
        Files.write(file, new byte[(1 << 20) + 1]);

        new LogFile(List.of(folder)).failure("new", null);

        assertThat(file).content().contains("new").hasSizeLessThan(1_000);
        assertThat(folder.resolve(LogFile.NAME + ".old")).hasSize((1 << 20) + 1);
    }
}
