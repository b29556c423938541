package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.host.Folders;
import throttlelab.app.summary.Schemas;
import throttlelab.engine.files.JsonInput;

/// `compare` with answers of other systems.
class CompareForeignTest {

    private static final Path SAMPLES = Path.of(System.getProperty(Folders.SAMPLES));
    private static final String BASELINE = SAMPLES.resolve("baselines/fractalmoe-30m-none.json").toString();

    @TempDir
    private Path folder;

    @Test
    void whatIsPrintedAlikeIsEqualAsPrintedAndNoMore() {
        Started program = compare("openai-chat.json", "vllm-completions.json", "llama-cpp.json");

        assertThat(program.code()).as(program.err()).isEqualTo(0);
        // A sentence is broken where the line ends.
        assertThat(program.out().replaceAll("\\s+", " ")).startsWith("EQUAL AS PRINTED: ")
                .contains("1 different output of 3 answers", "log-probabilities are equal as printed")
                .doesNotContain("STRICT", "bit-exact");
        // A path is as long as it is.
        assertThat(program.out().replace(SAMPLES.toString(), "").lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(json().at("verdict").text()).isEqualTo("SAME_AS_PRINTED");
        assertThat(json().at("totals").at("comparisons").integer(0, 100)).isEqualTo(48);
    }

    @Test
    void theSameTokensWithOtherNumbersAreOne() throws IOException {
        Path one = Files.writeString(folder.resolve("one.json"), Files.readString(foreign("openai-chat.json"))
                .replace("-0.9735000729560852", "-0.97350007"));

        Started program = compare("openai-chat.json", one.toString());

        assertThat(program.code()).isEqualTo(1);
        assertThat(program.out()).startsWith("SAME TOKENS: ").contains("token 17: A has ' So' at -0.9735000729560852");
        assertThat(json().at("questions").items().getFirst().at("diffs").items().getFirst().at("first").at("kind")
                .text()).isEqualTo("LOGPROB");
    }

    @Test
    void severalRunsInOneFileShowWhereTheyPart() {
        Started program = compare("vllm-three-runs.jsonl");

        assertThat(program.code()).isEqualTo(2);
        assertThat(program.out()).startsWith("TOKENS DIFFER: ").contains("2 different outputs of 3 answers: A, B (printed in 2"
                + " ways); C", "at token 2: ' made' (A, B), ',\"' (C)");
        JsonInput question = json().at("questions").items().getFirst();
        assertThat(question.at("unique_outputs").integer(0, 9)).isEqualTo(2);
        assertThat(question.at("partings").items().getFirst().at("position").integer(0, 99)).isEqualTo(1);
    }

    @Test
    void recordingsOfOursMayBeAmongThem() {
        assertThat(compare(BASELINE, "llama-cpp.json").code()).as("it tells its prompt, but is shorter").isEqualTo(3);
        assertThat(json().at("totals").at("comparisons").integer(0, 99)).isEqualTo(24);

        Started unclear = compare(BASELINE, "openai-chat.json");
        assertThat(unclear.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unclear.err()).contains("which of 100 prompts", "--prompt").hasLineCount(1);
        assertThat(compare(BASELINE, "openai-chat.json", "--prompt", "p001").code()).isEqualTo(3);
        assertThat(compare("openai-chat.json", BASELINE, "--prompt", "p002").code()).isEqualTo(2);

        Started byLine = compare(BASELINE, "vllm-three-runs.jsonl", "--by-line");
        assertThat(byLine.code()).isEqualTo(2);
        assertThat(byLine.out()).contains("72 positions of 3 prompts", "97 answers have no other answer");
    }

    @Test
    void anotherTokenizerIsNotTakenForTheRecordings() throws IOException {
        Path model = Files.createDirectory(folder.resolve("model"));
        for (String name : List.of("config.json", "tokenizer.json")) {
            Files.writeString(model.resolve(name),
                    Files.readString(SAMPLES.resolve("fractalmoe-30m").resolve(name)) + "\n");
        }

        Started program = compare(BASELINE, "llama-cpp.json", "--model", model.toString());

        assertThat(program.code()).isEqualTo(ExitCode.INPUT);
        assertThat(program.err()).contains("another tokenizer", "name the folder of its model").hasLineCount(1);
    }

    @Test
    void whatDoesNotFitTogetherIsAWrongCall() {
        assertThat(compare("openai-chat.json").err()).contains("only one answer").hasLineCount(1);
        assertThat(compare(BASELINE, BASELINE, BASELINE).err()).contains("two at a time, and here are 3").hasLineCount(1);
        assertThat(compare("openai-chat.json", "llama-cpp.json", "--by-line", "--prompt", "p001").err())
                .contains("use one of them").hasLineCount(1);
        assertThat(compare("openai-chat.json").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whatCannotBeReadIsSaidWithItsPlace() throws IOException {
        Path silent = Files.writeString(folder.resolve("silent.json"), "{\"choices\": [{\"message\": {}}]}");

        Started program = compare(silent.toString(), "openai-chat.json");

        assertThat(program.code()).isEqualTo(ExitCode.INPUT);
        assertThat(program.err()).contains("silent.json", "ask the server for them with \"logprobs\": true")
                .hasLineCount(1);
        assertThat(folder.resolve("result.json")).doesNotExist();
    }

    private Started compare(String... arguments) {
        List<String> line = new ArrayList<>(List.of("compare", "--json", folder.resolve("result.json").toString()));
        for (String argument : arguments) {
            line.add(Files.exists(foreign(argument)) ? foreign(argument).toString() : argument);
        }
        Started program = new Started(folder).run(line.toArray(String[]::new));
        if (program.code() < ExitCode.USAGE) {
            Schemas.assertValid("printed-comparison", folder.resolve("result.json"));
        }
        return program;
    }

    private JsonInput json() {
        return JsonInput.read(folder.resolve("result.json"), 1 << 22);
    }

    private static Path foreign(String name) {
        return SAMPLES.resolve("foreign").resolve(name);
    }
}
