package throttlelab.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.host.LogFile;
import throttlelab.engine.RunException;

class UncaughtFailuresTest {

    @TempDir
    private Path folder;
    private final List<String> sentences = new ArrayList<>();
    private final List<String> details = new ArrayList<>();

    @Test
    void aFailureIsToldWithDetailsAndNoted() throws Exception {
        failures().uncaughtException(new Thread("somebody"), new IllegalStateException("no idea"));

        assertThat(sentences).singleElement().asString().contains("no idea").contains("somebody").contains("goes on")
                .contains("throttlelab.log");
        assertThat(details).singleElement().asString().contains("at throttlelab.app.window.UncaughtFailuresTest");
        assertThat(log()).contains("no idea").contains("somebody");
    }

    @Test
    void theSameOneInEveryFrameIsNotedOnce() throws Exception {
        UncaughtFailures failures = failures();
        IllegalStateException failure = new IllegalStateException("no idea");
        for (int i = 0; i < 100; i++) {
            failures.uncaughtException(Thread.currentThread(), failure);
        }

        assertThat(sentences).hasSize(100);
        assertThat(log().lines().filter(line -> line.contains("IllegalStateException: no idea"))).hasSize(1);
    }

    @Test
    void aSentenceForPeopleIsLeftAsItIs() {
        failures().uncaughtException(Thread.currentThread(), new RunException("The disk is full: make room."));

        assertThat(sentences).containsExactly("The disk is full: make room.");
    }

    private UncaughtFailures failures() {
        return new UncaughtFailures(new LogFile(List.of(folder)), (sentence, more) -> {
            sentences.add(sentence);
            details.add(more);
        });
    }

    private String log() throws Exception {
        return Files.readString(folder.resolve("throttlelab.log"));
    }
}
