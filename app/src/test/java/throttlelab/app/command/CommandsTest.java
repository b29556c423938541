package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.summary.Schemas;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.recording.RecordingFile;

/// The commands beside the bet, on the shipped model.
class CommandsTest {

    private static final String BEGINNING = "Once upon a time there was a";

    @TempDir
    private Path folder;

    @Test
    void infoNamesTheModelByItsDigests() {
        Started program = new Started(folder).run("info", "--json", file("info.json"));

        JsonInput json = json("info.json");
        Schemas.assertValid("info", folder.resolve("info.json"));
        String digest = json.at("model").at("digest").text();
        assertThat(program.code()).isEqualTo(ExitCode.OK);
        assertThat(digest).matches("[0-9a-f]{64}");
        assertThat(program.out()).contains(digest, json.at("model").at("tokenizer_digest").text(),
                json.at("bet").at("digest").text(), json.at("numerics").text(), "29,922,560");
        assertThat(program.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void generateGivesTheSameEveryTimeAndEveryWay() {
        Started once = new Started(folder).run("generate", "--prompt", BEGINNING, "--tokens", "8", "--json",
                file("once.json"));
        Started again = new Started(folder).withInput((BEGINNING + "\n").getBytes(StandardCharsets.UTF_8)).run("generate", "-", "--tokens", "8",
                "--partition", "experts", "--workers", "2", "--profiles", "phone", "--json", file("again.json"));

        assertThat(once.code()).isEqualTo(ExitCode.OK);
        assertThat(once.out()).startsWith(BEGINNING).hasSizeGreaterThan(BEGINNING.length() + 8).hasLineCount(1);
        assertThat(once.err()).contains("8 tokens in").hasLineCount(1);
        assertThat(again.out()).isEqualTo(once.out());
        assertThat(new Started(folder).run("compare", file("once.json"), file("again.json")).code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void generateShowsALineForEachTokenIfAsked() {
        Started program = new Started(folder).run("generate", BEGINNING, "--tokens", "3", "--logprobs", "--json",
                file("g.json"));

        List<String> bits = json("g.json").at("runs").items().getFirst().at("logprob_bits").items().stream()
                .map(JsonInput::text).toList();
        assertThat(bits).hasSize(3);
        List<String> lines = program.out().lines().skip(1).toList();
        assertThat(lines).hasSize(3);
        for (int i = 0; i < 3; i++) {
            assertThat(lines.get(i)).startsWith("    " + (i + 1) + "  ").contains(bits.get(i)).endsWith("\"");
        }
    }

    @Test
    void theAuditLogOnDiskHasTheDigestOfTheResult() throws IOException, NoSuchAlgorithmException {
        new Started(folder).run("generate", BEGINNING, "--tokens", "2", "--audit", "--out", file("o"), "--profiles",
                "ramp", "--json", file("g.json"));

        Path lines = folder.resolve("o/audit/audit-ramp.txt");
        String sha = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(lines)));
        assertThat(sha).isEqualTo(json("g.json").at("audit_digest").text());
        List<String> times = Files.readAllLines(folder.resolve("o/audit/audit-ramp.timed.csv"));
        assertThat(times).first().isEqualTo(
                "step,token,layer,stage,slot,worker,arrival,began_ns,arrived_ns,outcome,address");
        assertThat(times).hasSameSizeAs(withHeading(Files.readAllLines(lines)));
        assertThat(folder.resolve("o/audit")).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void recordingsAreComparedBitByBit() {
        record("none", "--id", "base", "--json", file("copy.json"));
        record("steady", "--id", "other", "--partition", "pipeline", "--workers", "4", "--batch", "1");
        record("reverse-ramp", "--id", "broken", "--policy", "first-response");
        record("none", "--id", "short", "--tokens", "2");

        Started same = compare("other", "same.json");
        assertThat(same.code()).isEqualTo(ExitCode.OK);
        assertThat(same.out()).startsWith("STRICT: ");
        assertThat(json("same.json").at("verdict").text()).isEqualTo("STRICT");
        Schemas.assertValid("comparison", folder.resolve("same.json"));
        assertThat(json("same.json").at("totals").at("comparisons").integer(0, 100)).isEqualTo(8);

        Started broken = compare("broken", "broken.c.json");
        assertThat(broken.code()).isEqualTo(ExitCode.CATASTROPHIC);
        assertThat(broken.out()).startsWith("CATASTROPHIC: ").contains("First divergence");
        Schemas.assertValid("comparison", folder.resolve("broken.c.json"));
        assertThat(json("broken.c.json").at("pairs").items().getFirst().at("first_divergences").items()).isNotEmpty();

        assertThat(compare("short", "short.c.json").code()).isEqualTo(ExitCode.VOID);
        assertThat(RecordingFile.read(folder.resolve("copy.json")).id()).isEqualTo("base");
    }

    @Test
    void aDamagedRecordingIsNotCompared() throws IOException {
        record("none", "--id", "base");
        Path base = folder.resolve("r/base.json");
        Path damaged = Files.writeString(folder.resolve("damaged.json"),
                Files.readString(base).replaceFirst("\"logprob_bits\" : \\[ \"........\"", "\"logprob_bits\" : [ \"bf800000\""));

        Started program = new Started(folder).run("compare", base.toString(), damaged.toString());

        assertThat(program.code()).isEqualTo(ExitCode.INPUT);
        assertThat(program.err()).contains("digest does not hold").hasLineCount(1);
    }

    @Test
    void benchMeasuresEverythingItNamesAndSetsItAgainstAnEarlierOne() {
        Started first = new Started(folder).run("bench", "--prompts", "2", "--tokens", "3", "--repeat", "1", "--json",
                file("bench.json"));

        assertThat(first.code()).as(first.err()).isEqualTo(ExitCode.OK);
        Schemas.assertValid("bench", folder.resolve("bench.json"));
        Map<String, JsonInput> figures = json("bench.json").at("figures").items().stream()
                .collect(Collectors.toMap(figure -> figure.at("id").text(), figure -> figure));
        for (String id : List.of("load_first_ms", "load_ms", "batch_generation_tokens_per_s", "batch_whole_tokens_per_s",
                "batch_prefill_tokens_per_s", "stream_generation_tokens_per_s", "peak_gflops", "product_gflops",
                "product_share", "memory_gb_per_s", "stream_gb_per_s", "stream_share", "steady_to_critical_path",
                "stream_busy_tokens_per_s",
                "batch_allocated_kb", "stream_allocated_kb")) {
            assertThat(figures.get(id).at("median").number(0, 1e9)).as(id).isPositive();
        }
        assertThat(figures.get("stage_us").at("runs").integer(1, 1)).isEqualTo(1);
        assertThat(json("bench.json").at("verification_cost").at("turns").integer(1, 1000)).isEqualTo(10);
        assertThat(json("bench.json").at("slot_order_cost").at("mean").number(-1, 1e3)).isNotNaN();
        assertThat(first.out()).contains("Machine", "One stream, generation", "Verification");
        assertThat(first.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));

        Started second = new Started(folder).run("bench", "--prompts", "2", "--tokens", "3", "--repeat", "1", "--against",
                file("bench.json"));

        assertThat(second.code()).as(second.err()).isEqualTo(ExitCode.OK);
        assertThat(second.out()).contains("Earlier", "ratio").containsPattern("Batch, prefill +[0-9,.]+ +[0-9,.]+ +[0-9.]+");
    }

    private void record(String profile, String... more) {
        List<String> line = new ArrayList<>(List.of("record", "--prompts", "2", "--out", file("r"), "--profiles",
                profile));
        if (!List.of(more).contains("--tokens")) {
            line.addAll(List.of("--tokens", "4"));
        }
        line.addAll(List.of(more));
        Started program = new Started(folder).run(line.toArray(String[]::new));
        assertThat(program.code()).as(program.err()).isEqualTo(ExitCode.OK);
    }

    private Started compare(String other, String result) {
        return new Started(folder).run("compare", file("r/base.json"), file("r/" + other + ".json"), "--json",
                file(result));
    }

    private JsonInput json(String name) {
        return JsonInput.read(folder.resolve(name), 1 << 22);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static List<String> withHeading(List<String> lines) {
        return Stream.concat(Stream.of(""), lines.stream()).toList();
    }
}
