package throttlelab.engine.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.InputException;
import throttlelab.engine.fuzz.Mutator;
import tools.jackson.core.JsonToken;

/// What the quick reader takes, the one that can say what is wrong takes, too, and reads the same there.
class QuickTokensTest {

    private static final Path FOREIGN = Path.of(System.getProperty("throttlelab.samples")).resolve("foreign");
    private static final long LIMIT = 1 << 28;
    private static final int DAMAGED = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"openai-chat.json", "vllm-completions.json", "llama-cpp.json", "llama-cpp-old.json",
        "vllm-three-runs.jsonl"})
    void bothReadTheSameInDamagedFiles(String name) throws IOException {
        byte[] sample = Files.readAllBytes(FOREIGN.resolve(name));
        assertThat(quick(sample)).as("a good file").isEqualTo(slow(sample)).doesNotContain("refused");
        int taken = 0;
        for (int seed = 0; seed < DAMAGED; seed++) {
            byte[] damaged = Mutator.damaged(sample, sample, seed);
            List<String> quick = quick(damaged);
            if (!quick.getLast().equals("refused")) {
                taken++;
                assertThat(slow(damaged)).as("seed %d", seed).isEqualTo(quick);
            }
        }
        assertThat(taken).as("taken of %d", DAMAGED).isPositive().isLessThan(DAMAGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"a\\u00e9\\n\\\"\": \"\\ud83d\\ude00 \\/\\b\\f\\r\\t\\\\\", \"ä€😀\": [\"ä€😀\", \"\", 0, -0, -0.5e+10, 1E5]}",
        "[true, false, null, 2147483647, -2147483648, 12345]\n\n{}\t[[], {}]\r\n",
        "{\"skipped\": {\"a\": [1, {\"b\": 2}]}, \"x\": \"\u007f\"}"})
    void plainDocumentsAreTaken(String document) {
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);

        assertThat(quick(bytes)).isEqualTo(slow(bytes)).doesNotContain("refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 01}", "{\"a\": 1.}", "{\"a\": .5}", "{\"a\": +1}", "{\"a\": NaN}", "[1,]", "[,1]", "[1 2]",
        "{\"a\" 1}", "{\"a\": 1,}", "{a: 1}", "[\"\\x\"]", "[\"\\u12g4\"]", "[\"\\ud83d\"]", "{\"\\ude00\": 1}", "[\"\t\"]",
        "[tru]", "[nulll]", "[\"a", "[", "{\"a\":", "7", "]", "[1}", "[\"\\"})
    void whatIsNotPlainIsLeftToTheOther(String document) {
        assertThat(quick(document.getBytes(StandardCharsets.UTF_8))).last().isEqualTo("refused");
    }

    /// Bytes come in blocks, and a token may lie across them; one may be longer than a block.
    @Test
    void tokensLieAcrossBlocks() {
        StringBuilder document = new StringBuilder("[");
        for (int i = 0; i < 40_000; i++) {
            document.append("{\"tökens\": \"\\u00e4").append("x".repeat(i % 97)).append("\", \"n\": -").append(i)
                    .append(".25e-3, \"b\": [true, null]},\n");
        }
        document.append('"').append("long ".repeat(100_000)).append("\"]");
        byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);

        assertThat(quick(bytes)).isEqualTo(slow(bytes)).doesNotContain("refused");
    }

    private static List<String> quick(byte[] bytes) {
        return read(new QuickTokens(new ByteArrayInputStream(bytes), "it", LIMIT));
    }

    private static List<String> slow(byte[] bytes) {
        return read(new ParserTokens(new ByteArrayInputStream(bytes), "it", LIMIT));
    }

    private static List<String> read(JsonTokens tokens) {
        List<String> read = new ArrayList<>();
        try {
            for (JsonToken token = tokens.next(); token != null; token = tokens.next()) {
                read.add(token + switch (token) {
                    case PROPERTY_NAME -> " " + tokens.name();
                    case VALUE_STRING -> " " + new String(tokens.characters(), tokens.from(), tokens.length()) + tokens.string();
                    case VALUE_NUMBER_INT -> " " + tokens.string() + (tokens.isInt() ? tokens.intValue() : "");
                    case VALUE_NUMBER_FLOAT -> " " + tokens.string() + tokens.length();
                    default -> "";
                });
            }
        } catch (JsonStream.Unusual | InputException e) {
            read.add("refused");
        }
        return read;
    }
}
