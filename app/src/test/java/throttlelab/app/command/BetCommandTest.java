package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.app.host.Window;
import throttlelab.engine.bet.ResultFile;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.recording.RecordingFile;

/// Small but real bets on the shipped model.
class BetCommandTest {

    @TempDir
    private Path folder;

    /// The slow profile is so slow that its time stands out on the busiest machine.
    @Test
    void slowWorkersChangeNothing() throws IOException {
        Started program = new Started(folder).run("bet", "--prompts", "2", "--tokens", "3", "--profiles",
                "none," + profile(40), "--json", folder.resolve("copy.json").toString());

        assertThat(program.out()).startsWith(System.lineSeparator() + "STRICT: ");
        assertThat(program.code()).isEqualTo(ExitCode.OK);
        JsonInput json = result();
        assertThat(json.at("verdict").text()).isEqualTo("STRICT");
        assertThat(json.at("totals").at("comparisons").integer(0, 1_000)).isEqualTo(2 * 3 * 2);
        assertThat(json.at("claims").at("validates").items()).hasSize(4);
        assertThat(RecordingFile.readAny(folder.resolve("copy.json")).recordings()).hasSize(2);
        assertThat(program.out()).contains("0 of 12 positions differ", "95 %", "It validates", "It does not validate",
                "On-device validation", "Necessary, not sufficient", "Slowdown of worker",
                folder.resolve("bet45").resolve(ResultFile.NAME).getFileName().toString());
        assertThat(program.out().lines().filter(line -> !line.contains(folder.toString())))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(program.err()).contains("the same as none, to the last bit");
    }

    @ParameterizedTest
    @CsvSource({"majority", "first-response"})
    void aBrokenPolicyFails(String policy) {
        Started program = new Started(folder).run("bet", "--policy", policy, "--prompts", "4", "--tokens", "12",
                "--profiles", "none,steady,reverse-ramp");

        assertThat(program.out()).startsWith(System.lineSeparator() + "CATASTROPHIC: ").contains("First divergence");
        assertThat(program.code()).isEqualTo(ExitCode.CATASTROPHIC);
        assertThat(result().at("totals").at("token_divergences").integer(0, 1_000)).isPositive();
        assertThat(result().at("claims").at("validates").items()).isEmpty();
    }

    @Test
    void oneProfileMeasuresNothing() {
        Started program = new Started(folder).run("bet", "--prompts", "1", "--tokens", "2", "--profiles", "none",
                "--repeat", "2", "--batch", "1", "--out", folder.resolve("other").toString());

        assertThat(program.code()).isEqualTo(ExitCode.VOID);
        assertThat(program.out()).contains("VOID: ", "2 are needed", "1 prompt × 2 tokens × 1 profile × 2 times");
        assertThat(folder.resolve("other").resolve(ResultFile.NAME)).exists();
    }

    /// What Ctrl-C does, without the signal: slow motion keeps the bet going until it is stopped.
    @Test
    @Timeout(60)
    void ctrlCStopsItAndKeepsWhatIsComplete() throws Exception {
        Started program = new Started(folder);
        CompletableFuture<Started> ended = CompletableFuture.supplyAsync(
                () -> program.run("bet", "--prompts", "2", "--tokens", "50", "--tempo", "5"));
        // A tenth is done.
        while (!program.err().contains("%") && !ended.isDone()) {
            Thread.onSpinWait();
        }
        program.stop().raise();

        assertThat(ended.get(10, TimeUnit.SECONDS).code()).isEqualTo(ExitCode.STOPPED);
        assertThat(program.out()).startsWith("Stopped: verdict VOID with ").hasLineCount(1);
        assertThat(result().at("verdict").text()).isEqualTo("VOID");
        assertThat(result().at("totals").at("comparisons").integer(0, 300)).isBetween(1L, 299L);
        assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("worker-") || name.equals("painter"));
    }

    @Test
    void aStopBeforeTheBeginningEndsItAtOnce() {
        Started program = new Started(folder);
        program.stop().raise();

        assertThat(program.run("bet").code()).isEqualTo(ExitCode.STOPPED);
        assertThat(program.out()).contains("0 of 15,000 positions");
    }

    @Test
    void withoutACommandTheWindowOpensWhereThereIsAScreen() {
        Started program = new Started(folder).withWindow(true, file -> 7).run();

        assertThat(program.code()).isEqualTo(7);
        assertThat(program.err()).isEmpty();
    }

    @Test
    void withTheNameOfAFileTheWindowOpensOnIt() {
        List<Path> shown = new ArrayList<>();
        Window window = file -> {
            file.ifPresent(shown::add);
            return 7;
        };

        assertThat(new Started(folder).withWindow(true, window).run("some where.tlab").code()).isEqualTo(7);
        assertThat(new Started(folder).withWindow(true, window).run("a/45_throttle.json").code()).isEqualTo(7);
        assertThat(shown).containsExactly(Path.of("some where.tlab"), Path.of("a/45_throttle.json"));
        assertThat(new Started(folder).withWindow(true, window).run("bett").code()).isEqualTo(ExitCode.USAGE);

        Started blind = new Started(folder).withWindow(false, window).run("some where.tlab");
        assertThat(blind.code()).isEqualTo(ExitCode.USAGE);
        assertThat(blind.err()).contains("no screen", "verify some where.tlab").hasLineCount(1);
    }

    /// Stopped before it begins: a hundred prompts take their time.
    @Test
    void withoutACommandAndAScreenTheBetRunsInTheTerminal() {
        Started program = new Started(folder).withWindow(false, file -> 7);
        program.stop().raise();
        program.run();

        assertThat(program.err().lines()).containsExactly("There is no screen here: Bet 45 runs in the terminal.");
        assertThat(program.out()).contains("0 of 15,000 positions");
        assertThat(result().at("profiles").items()).hasSize(3);
    }

    @Test
    void whatWasNotForeseenIsSaidInOneSentence() {
        Started program = new Started(folder).withWindow(true, file -> {
            throw new IllegalStateException("a detail");
        }).run();

        assertThat(program.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(program.err()).contains("not foreseen", "IllegalStateException", "throttlelab.log").hasLineCount(1);
        assertThat(folder.resolve("log/throttlelab.log")).content().contains("a detail", "\tat ");
    }

    @Test
    void memoryThatDoesNotSufficeIsSaidInOneSentence() {
        Started program = new Started(folder).withWindow(true, file -> {
            throw new OutOfMemoryError("Java heap space");
        }).run();

        assertThat(program.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(program.err()).contains("-Xmx", "--batch").hasLineCount(1);
    }

    private JsonInput result() {
        return JsonInput.read(folder.resolve("bet45").resolve(ResultFile.NAME), 1 << 22);
    }

    private Path profile(int factor) throws IOException {
        return Files.writeString(folder.resolve("slow.json"), "{\"format\": \"throttlelab-profile/1\", \"name\": \"slow\","
                + " \"workers\": [" + factor + "], \"others\": " + factor + "}");
    }
}
