package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A dead worker is waited for and named on the terminal.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FaultCommandsTest {

    private static final String BEGINNING = "Once upon a time there was a";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"sliced,3@2", "pipeline,5@3", "experts,0@1"})
    void aRevivedWorkerGivesTheSameText(String partition, String victim) {
        Started undisturbed = new Started(folder).run("generate", BEGINNING, "--tokens", "4", "--logprobs");
        Started program = new Started(folder).run("generate", BEGINNING, "--tokens", "4", "--logprobs", "--partition",
                partition, "--kill", victim, "--revive-after", "0.05");

        String worker = "worker-" + victim.charAt(0);
        assertThat(program.code()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).isEqualTo(undisturbed.out());
        assertThat(program.err().lines().toList()).hasSize(3).satisfies(lines -> {
            assertThat(lines.get(0)).startsWith(worker + " died at token " + victim.charAt(2) + ", layer ")
                    .endsWith(" (as --kill asked): the run waits for it. It is revived after 0.1 s.");
            assertThat(lines.get(1)).startsWith(worker + " is revived: ");
        });
    }

    @Test
    void aDeadWorkerThatNobodyRevivesIsWaitedForUntilSomebodyStops() throws Exception {
        Started program = new Started(folder);
        Thread stopper = new Thread(() -> {
            while (!program.err().contains("worker-6 is dead")) {
                Thread.onSpinWait();
            }
            program.stop().raise();
        });
        stopper.start();
        program.run("record", "--prompts", "2", "--tokens", "4", "--out", folder.resolve("r").toString(), "--kill", "6@2",
                "--stall-after", "0.2");
        stopper.join(TimeUnit.SECONDS.toMillis(60));

        assertThat(program.code()).isEqualTo(ExitCode.STOPPED);
        assertThat(program.err()).contains("worker-6 died at token 2, layer 1, attention (as --kill asked): the run waits "
                + "for it. Ctrl-C ends the run.", " s at token 2, layer 1, attention: ", "worker-6 is dead",
                "Stopped: half a recording is none");
        assertThat(folder.resolve("r")).isEmptyDirectory();
    }

    /// Nobody could revive it there, and its time would count: other commands wait, this one ends.
    @Test
    void aBetWhoseWorkerDiesEndsWithOneErrorAndWaitsForNobody() throws Exception {
        Started program = new Started(folder);
        AtomicBoolean ended = new AtomicBoolean();
        Thread killer = new Thread(() -> {
            // Interrupted by a stranger, a worker dies as soon as it waits. The warm-up is over.
            while (!ended.get()) {
                if (program.err().contains("Profile none took")) {
                    workers("worker-6").forEach(Thread::interrupt);
                }
                Thread.onSpinWait();
            }
        });
        killer.setDaemon(true);
        killer.start();
        program.run("bet", "--prompts", "2", "--tokens", "20", "--profiles", "none,steady", "--tempo", "2",
                "--out", folder.resolve("b").toString());
        ended.set(true);
        killer.join(TimeUnit.SECONDS.toMillis(60));

        assertThat(program.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(program.err().lines().filter(line -> line.startsWith("Error: "))).singleElement().asString()
                .contains("worker-6 failed", "the run is over", "Details are in");
        assertThat(program.err()).doesNotContain("is dead", "waits for it");
        assertThat(program.out()).isEmpty();
        assertThat(folder.resolve("b")).isEmptyDirectory();
        assertThat(workers("worker-")).isEmpty();
    }

    private static List<Thread> workers(String name) {
        return Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().startsWith(name)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--kill 8@1                    | names no worker and token",
            "--kill 3                      | names no worker and token",
            "--kill 3@0                    | names no worker and token",
            "--kill 3@51                   | no token 51",
            "--kill 2@5 --workers 2        | no worker-2",
            "--stall-after 0               | change --stall-after",
            "--stall-after NaN             | change --stall-after",
            "--revive-after -1             | change --revive-after",
            "--revive-after 1e9            | change --revive-after"})
    void whatIsNoFaultIsSaidInOneSentence(String options, String said) {
        Started program = new Started(folder).run(("generate once " + options).split(" +"));

        assertThat(program.code()).isEqualTo(ExitCode.USAGE);
        assertThat(program.err()).startsWith("Error: ").contains(said).hasLineCount(1);
    }
}
