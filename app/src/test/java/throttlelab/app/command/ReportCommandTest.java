package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.summary.Schemas;
import throttlelab.engine.schedule.matrix.MatrixFile;
import throttlelab.engine.schedule.matrix.MatrixResult;
import throttlelab.engine.schedule.matrix.MatrixRow;

/// Reports and their verification, from the command line and on the shipped model.
class ReportCommandTest {

    @TempDir
    private Path folder;

    private Started run(String... arguments) {
        return new Started(folder).run(arguments);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void record(String profile, String id) {
        run("record", "--prompts", "2", "--tokens", "3", "--profiles", profile, "--id", id, "--out", file(""));
    }

    @Test
    void aBetIsReportedVerifiedAndRunAgain() throws IOException {
        run("bet", "--prompts", "2", "--tokens", "3", "--profiles", "none,steady", "--out", file("b"));

        Started program = run("report", file("b/45_throttle.json"));

        assertThat(program.code()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).contains("Bet 45: Throttle", "SHA-256");
        assertThat(folder.resolve("b")).isDirectoryContaining("glob:**/45_throttle.html")
                .isDirectoryContaining("glob:**/45_throttle.pdf").isDirectoryContaining("glob:**/45_throttle.csv")
                .isDirectoryContaining("glob:**/45_throttle.report.json");
        assertThat(Files.readString(folder.resolve("b/45_throttle.html"))).contains("bet --prompts 2 --tokens 3");
        assertThat(Files.readAllLines(folder.resolve("b/45_throttle.csv"))).hasSize(1 + 2 * 2 * 3);
        Started verified = run("verify", file("b/45_throttle.html"), "--json", file("v.json"));
        assertThat(verified.code()).isEqualTo(ExitCode.OK);
        assertThat(verified.out()).startsWith("HOLDS: ").contains("12 of 12 positions: the same bits");
        assertThat(verified.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        Schemas.assertValid("verification", folder.resolve("v.json"));
        Schemas.assertValid("report", folder.resolve("b/45_throttle.report.json"));

        Started again = run("record", "--prompts", file("b/45_throttle.json"), "--tokens", "3", "--id", "again", "--out",
                file("r"));
        assertThat(again.code()).isEqualTo(ExitCode.OK);
        assertThat(run("compare", file("r/again.json"), file("b/45_throttle.json")).code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void onlyTheFormatsNamedAreWritten() {
        record("none", "a");
        record("ramp", "b");

        Started program = run("report", file("a.json"), file("b.json"), "--html", file("c/x.html"), "--csv", file("c/x.csv"));

        assertThat(program.code()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).startsWith("STRICT: both files hold the same tokens").contains("x.html", "x.csv");
        assertThat(folder.resolve("c")).isDirectoryNotContaining("glob:**.pdf").isDirectoryContaining("glob:**/x.html")
                .isDirectoryContaining("glob:**/x.csv");
        assertThat(run("verify", file("c/x.html")).code()).isEqualTo(ExitCode.OK);
        assertThat(run("verify", file("c/x.html"), "--prompts", "1").code()).isEqualTo(ExitCode.VOID);
    }

    @Test
    void theInvarianceMatrixIsExportedBesideAReport() throws IOException {
        record("none", "a");
        record("ramp", "b");
        MatrixFile.write(folder.resolve("m.json"), new MatrixResult("a model", "00", "numbers-1", "a machine",
                Instant.EPOCH, 1, 2, true, List.of(new MatrixRow("batch-7", "Batch: 7", "1 x 2", 2, 0, "run it again",
                        Optional.empty(), Optional.empty(), 1))));

        Started program = run("report", file("a.json"), file("b.json"), "--html", file("c/x.html"), "--matrix",
                file("m.json"));

        assertThat(program.code()).as(program.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(folder.resolve("c/x-matrix.html"))).contains("Batch: 7", "run it again");
        assertThat(Files.readString(folder.resolve("c/x-matrix.csv"))).contains("Batch: 7");
        assertThat(MatrixFile.read(folder.resolve("c/x-matrix.json")).comparisons()).isEqualTo(2);
        assertThat(run("verify", file("c/x-matrix.json")).code()).isEqualTo(ExitCode.VOID);
        Started wrong = run("report", file("a.json"), file("b.json"), "--html", file("d/x.html"), "--matrix", file("a.json"));
        assertThat(wrong.code()).isEqualTo(ExitCode.INPUT);
        assertThat(folder.resolve("d")).doesNotExist();
    }

    @Test
    void answersOfOtherSystemsAreReportedAndVerifiedAsFarAsThatGoes() {
        String foreign = Path.of(System.getProperty("throttlelab.samples")).resolve("foreign").toString();

        Started program = run("report", foreign + "/openai-chat.json", foreign + "/vllm-completions.json",
                foreign + "/llama-cpp.json", "--out", file("f"));

        assertThat(program.code()).as(program.err()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).startsWith("EQUAL AS PRINTED: ");
        Path html = folder.resolve("f/openai-chat-with-vllm-completions-with-llama-cpp.html");
        Started verified = run("verify", html.toString());
        assertThat(verified.code()).as("the answers cannot be run again").isEqualTo(ExitCode.VOID);
        assertThat(verified.out()).startsWith("UNPROVEN: ").contains("cannot be run again here");
        assertThat(run("report", foreign + "/llama-cpp.json", "--locate").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whoMadeTheDifferenceIsInTheReport() throws IOException {
        run("bet", "--policy", "majority", "--prompts", "2", "--tokens", "2", "--profiles", "none,phone", "--audit", "--out",
                file("m"));

        assertThat(run("report", file("m/45_throttle.json"), "--html", file("m.html")).code()).isEqualTo(ExitCode.OK);

        assertThat(Files.readString(folder.resolve("m.html"))).contains("<td>Stage</td>", "<td>Worker</td>",
                "<td>the audit logs</td>");
    }

    @Test
    void aChangedDigitIsNamedAndBreaksIt() throws IOException {
        record("none", "a");
        String text = Files.readString(folder.resolve("a.json"), StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("a.json"), text.replaceFirst("\"stages\" : 17", "\"stages\" : 18")
                .replaceFirst("\"processors\" : [0-9]", "\"processors\" : 7").replaceFirst("\"batch\" : 1", "\"batch\" : 2"));

        Started program = run("verify", file("a.json"), "--json", file("v.json"));

        assertThat(program.code()).isEqualTo(1);
        assertThat(program.out()).startsWith("BROKEN: ").contains("processors: says 7, but");
        Schemas.assertValid("verification", folder.resolve("v.json"));
    }

    @Test
    void whatCannotBeReportedOrVerifiedIsSaidInOneSentence() throws IOException {
        record("none", "a");
        Files.writeString(folder.resolve("x.html"), "<p>no report</p>");

        assertThat(run("report", file("a.json")).err()).contains("alone has no verdict");
        assertThat(run("report", file("nothing.json")).code()).isEqualTo(ExitCode.INPUT);
        assertThat(run("verify", file("x.html")).code()).isEqualTo(ExitCode.INPUT);
        assertThat(run("verify", file("x.html")).err()).contains("no report of this program").hasLineCount(1);
        assertThat(run("verify", file("a.json"), "--prompts", "0").code()).isEqualTo(ExitCode.USAGE);
    }
}
