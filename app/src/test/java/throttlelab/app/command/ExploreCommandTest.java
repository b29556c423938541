package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.host.ChildProcesses;
import throttlelab.app.host.Folders;
import throttlelab.app.summary.OrdersJson;
import throttlelab.app.summary.Schemas;
import throttlelab.engine.federation.CombinePolicy;
import throttlelab.engine.federation.Refusals;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.files.JsonOutput;
import throttlelab.engine.model.Model;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.schedule.ClosestChoice;
import throttlelab.engine.schedule.OrdersResult;
import throttlelab.engine.schedule.matrix.Cell;
import throttlelab.engine.schedule.matrix.Children;
import throttlelab.engine.schedule.matrix.JvmMode;
import tools.jackson.core.JsonGenerator;

class ExploreCommandTest {

    @TempDir
    private Path folder;

    @Test
    void aSearchUnderTheRealPolicyHolds() {
        Path json = folder.resolve("explore.json");
        Started program = new Started(folder).run("explore", "--runs", "12", "--prompts", "1", "--tokens", "2", "--json",
                json.toString());

        assertThat(program.code()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).startsWith("ONE OUTPUT: ").contains("12 streams of 2 tokens", "0 different");
        assertThat(json).content().contains("\"unique_outputs\" : 1", "\"runs_done\" : 12", "\"failure\" : null");
        Schemas.assertValid("explore", json);
    }

    @Test
    void aBrokenPolicyIsCaughtAndItsFailureNamed() {
        Path json = folder.resolve("explore.json");
        Started program = new Started(folder).run("explore", "--runs", "6", "--prompts", "1", "--tokens", "2", "--policy",
                "majority", "--json", json.toString());

        assertThat(program.code()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).startsWith("CAUGHT: ").contains("Again       explore --runs 1 --seed ",
                "held back for");
        Schemas.assertValid("explore", json);
    }

    @Test
    void aStoppedSearchSaysSo() {
        Started program = new Started(folder);
        program.stop().raise();
        program.run("explore", "--runs", "1", "--prompts", "1", "--tokens", "1", "--policy", "majority");

        assertThat(program.code()).isEqualTo(ExitCode.STOPPED);
        assertThat(program.out()).startsWith("STOPPED: ");
    }

    @Test
    void theMatrixRunsAProcessOfItsOwnAndIsWrittenThreefold() {
        Path out = folder.resolve("out");
        Started program = new Started(folder).run("explore", "--matrix", "--rows", "simd,gc-serial", "--prompts", "1",
                "--tokens", "1", "--out", out.toString());

        assertThat(program.code()).as(program.err()).isEqualTo(ExitCode.OK);
        assertThat(program.out()).startsWith("NO DIVERGENCE: 2 comparisons in 2 rows");
        assertThat(out.resolve("matrix.json")).content().contains("-XX:+UseSerialGC");
        Schemas.assertValid("matrix", out.resolve("matrix.json"));
        assertThat(out.resolve("matrix.html")).isNotEmptyFile();
        assertThat(out.resolve("matrix.csv")).isNotEmptyFile();
    }

    @Test
    void aVirtualMachineThatDoesNotKnowAnOptionIsNotRun() throws Exception {
        ChildProcesses children = new ChildProcesses(
                Path.of(System.getProperty(Folders.SAMPLES)), Optional.empty());

        assertThatThrownBy(() -> children.record(
                new JvmMode(Optional.empty(), List.of("-XX:UseMoon=3")),
                new Cell(1, 1, 1)))
                .isInstanceOf(Children.CannotRun.class)
                .hasMessageContaining("UseMoon");
    }

    @Test
    void everyOrderAsJsonFitsItsSchema() throws IOException {
        Model model = Model.load(Path.of(System.getProperty(Folders.SAMPLES)).resolve("fractalmoe-30m"));
        OrdersResult result = new OrdersResult(7, 40_320, true, List.of(new OrdersResult.Tried(StageKind.ATTENTION,
                CombinePolicy.CONTENT_ADDRESSED, 40_320, 1, 0, 0, 0, new Refusals(1, 2, 3, 0))), 5, 6);
        Path file = folder.resolve("orders.json");
        try (OutputStream out = Files.newOutputStream(file); JsonGenerator json = JsonOutput.to(out)) {
            json.writeStartObject();
            OrdersJson.write(json, model, new Prompt("p", "text"), new ClosestChoice(0, 1, 0.5f, new int[] {1}), result);
            json.writeEndObject();
        }
        Schemas.assertValid("orders", file);
    }
}
