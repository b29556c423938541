package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.summary.Schemas;
import throttlelab.engine.files.JsonInput;

/// Where two recordings part, on the shipped model.
class CompareCommandTest {

    @TempDir
    private static Path folder;

    @BeforeAll
    static void record() {
        record("base", "--audit");
        record("broken", "--audit", "--policy", "first-response");
        record("again", "--policy", "first-response");
    }

    private static void record(String name, String... more) {
        List<String> line = new ArrayList<>(List.of("record", "--prompts", "2", "--tokens", "4", "--id", name, "--out",
                folder.resolve(name).toString()));
        line.addAll(List.of(more));
        Started program = new Started(folder).run(line.toArray(String[]::new));
        assertThat(program.code()).as(program.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void auditLogsBesideTheFilesTellWhoCameTooLate() {
        Started program = compare("broken", "--json", file("found.json"));

        assertThat(program.code()).isEqualTo(ExitCode.CATASTROPHIC);
        assertThat(program.out()).contains("Where base (A) and broken (B) part, by their audit logs",
                "Margins ", "prompt ", "layer       1: ", "stage       attention: ", "worker      worker-",
                "too late or", "contribution ");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        Schemas.assertValid("comparison", folder.resolve("found.json"));
        JsonInput json = JsonInput.read(folder.resolve("found.json"), 1 << 20);
        JsonInput divergence = json.at("divergence");
        assertThat(divergence.at("outcome").text()).isEqualTo("LOCATED");
        assertThat(divergence.at("stage").at("cause").text()).isEqualTo("MISSING_CONTRIBUTION");
        assertThat(divergence.at("stage").at("parted").items()).hasSize(7);
        assertThat(divergence.at("steps").items()).extracting(step -> step.at("level").text()).containsExactly("PROMPT",
                "TOKEN", "STEP", "LAYER", "STAGE", "WORKER", "CONTRIBUTION");
        assertThat(json.at("margins").items()).isNotEmpty();
    }

    @Test
    void withoutALogThePathEndsAtTheTokenOrThatStretchIsRunAgain() throws IOException {
        Path bare = Files.copy(folder.resolve("base/base.json"), folder.resolve("bare.json"));

        Started asked = new Started(folder).run("compare", bare.toString(), file("broken/broken.json"));
        Started located = new Started(folder).run("compare", bare.toString(), file("broken/broken.json"), "--locate");
        Started lost = compare("again", "--locate");

        assertThat(asked.out()).contains("There is no audit log of A at hand").doesNotContain("worker-");
        assertThat(located.out()).contains("part, by running again", "worker      worker-", "too late or");
        assertThat(located.code()).isEqualTo(ExitCode.CATASTROPHIC);
        assertThat(lost.out()).contains("Where base (A) and again (B) part");
    }

    @Test
    void aFileWithItselfShowsNothingAndHasNoPath() {
        Started program = new Started(folder).run("compare", file("base/base.json"), file("base/base.json"), "--locate",
                "--json", file("equal.json"));

        assertThat(program.code()).isEqualTo(ExitCode.VOID);
        assertThat(program.out()).startsWith("VOID: a file was compared with itself").contains("the same file")
                .doesNotContain("Where ", "Distances", "Margins");
        assertThat(JsonInput.read(folder.resolve("equal.json"), 1 << 20).maybe("divergence")).isEmpty();
    }

    @Test
    void theLogOfAnotherRunIsNotTaken() {
        Started program = compare("broken", "--audit-b", file("base/audit"));

        assertThat(program.code()).isEqualTo(ExitCode.INPUT);
        assertThat(program.err()).contains("is not that of broken").hasLineCount(1);
    }

    private static Started compare(String other, String... more) {
        List<String> line = new ArrayList<>(List.of("compare", file("base/base.json"), file(other + "/" + other + ".json")));
        line.addAll(List.of(more));
        return new Started(folder).run(line.toArray(String[]::new));
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }
}
