package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.InputException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The folder `tokenizers` of the test resources holds two tokenizers, and what Hugging Face's own library made of
/// texts that are hard to split; `generate.py` there wrote both.
class TokenizerTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Tokenizer SHIPPED = read(Samples.MODEL.resolve("tokenizer.json"), 1022);

    @ParameterizedTest
    @ValueSource(strings = {"shipped", "qwen-style.json", "llama-style.json"})
    void splitsAsHuggingFaceDoes(String name) throws IOException {
        Tokenizer tokenizer = named(name);
        int compared = 0;
        for (JsonNode line : cases()) {
            if (line.get("tokenizer").stringValue().equals(name)) {
                String text = line.get("text").stringValue();
                assertThat(tokenizer.encode(text)).as(line.get("text").toString())
                        .isEqualTo(line.get("tokens").values().stream().mapToInt(JsonNode::intValue).toArray());
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(90);
    }

    @Test
    void thePatternMakesADifference() throws IOException {
        Tokenizer qwen = named("qwen-style.json");
        Tokenizer llama = named("llama-style.json");
        assertThat(qwen.encode("1234")).hasSize(4);
        assertThat(llama.encode("Hello")).hasSize(1).isNotEqualTo(qwen.encode("Hello"));
        long differing = cases().stream().map(line -> line.get("text").stringValue())
                .filter(text -> !List.of(boxed(qwen.encode(text))).equals(List.of(boxed(llama.encode(text))))).count();
        assertThat(differing).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shipped", "qwen-style.json", "llama-style.json"})
    void whatIsEncodedDecodesToTheSameText(String name) {
        Tokenizer tokenizer = named(name);
        Random random = new Random(45);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(1, 40); length > 0; length--) {
                text.appendCodePoint(character(random));
            }
            String expected = name.equals("shipped") ? text.toString()
                    : Normalizer.normalize(text, Normalizer.Form.NFC);
            int[] tokens = tokenizer.encode(text.toString());
            assertThat(tokenizer.decode(tokens)).isEqualTo(expected);
            int bytes = 0;
            for (int token : tokens) {
                bytes += tokenizer.bytes(token).length;
            }
            assertThat(bytes).isEqualTo(expected.getBytes(StandardCharsets.UTF_8).length);
        }
    }

    private static int character(Random random) {
        int[] bounds = {0x80, 0x300, 0x3000, 0x110000};
        while (true) {
            int character = random.nextInt(bounds[random.nextInt(bounds.length)]);
            if (character < Character.MIN_SURROGATE || character > Character.MAX_SURROGATE) {
                return character;
            }
        }
    }

    @Test
    void anAddedTokenInTheTextBecomesItsId() {
        assertThat(SHIPPED.encode("<|eos|>")).containsExactly(1023);
        assertThat(SHIPPED.encode("a<|eos|>b<|bos|>")).containsExactly(64, 1023, 65, 1022);
        assertThat(SHIPPED.decode(new int[] {64, 1023})).isEqualTo("a<|eos|>");
    }

    @Test
    void aPromptBeginsWithTheBeginTokenIfThereIsOne() {
        assertThat(SHIPPED.encodePrompt("a")).containsExactly(1022, 64);
        assertThat(read(Samples.MODEL.resolve("tokenizer.json"), -1).encodePrompt("a")).containsExactly(64);
    }

    @Test
    void anEmptyPromptIsRefused() {
        assertThatExceptionOfType(InputException.class).isThrownBy(() -> SHIPPED.encodePrompt(""))
                .withMessage("The prompt is empty: type at least one character.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab\ud83d", "ab\ude42\ud83d", "ab\ud83dx", "ab\ud83d\ud83d\ude42"})
    void invalidUnicodeIsRefused(String text) {
        Refused.inOneSentence(() -> SHIPPED.encodePrompt(text), "The prompt", "index 2", "type it again");
    }

    @Test
    void halfACharacterIsShownAsReplaced() {
        int[] tokens = SHIPPED.encode("é");
        assertThat(tokens).hasSize(2);
        assertThat(SHIPPED.piece(tokens[0])).isEqualTo("\uFFFD");
        assertThat(SHIPPED.bytes(tokens[0])).containsExactly(0xc3);
        assertThat(SHIPPED.decode(tokens)).isEqualTo("é");
        assertThat(SHIPPED.decode(new int[] {tokens[0], 64})).isEqualTo("\uFFFDa");
    }

    @Test
    void anIdWithoutATokenHasNoText() {
        Tokenizer tokenizer = named("qwen-style.json");
        assertThat(tokenizer.size()).isEqualTo(512);
        assertThat(tokenizer.bytes(511)).isEmpty();
        assertThat(tokenizer.piece(511)).isEmpty();
        assertThat(tokenizer.decode(new int[] {64, 511, 64})).isEqualTo("aa");
    }

    /// A word of a million letters takes n log n steps; the n² of the simple method would take hours.
    @Test
    @Timeout(60)
    void aVeryLongWordIsSplitInReasonableTime() {
        String word = "the".repeat(700_000);
        int[] tokens = SHIPPED.encode(word);
        assertThat(SHIPPED.decode(tokens)).isEqualTo(word);
        String blanks = " ".repeat(1_000_000);
        assertThat(SHIPPED.decode(SHIPPED.encode(blanks))).isEqualTo(blanks);
        Tokenizer qwen = named("qwen-style.json");
        assertThat(qwen.decode(qwen.encode(blanks + word))).isEqualTo(blanks + word);
    }

    /// Against the method of the books: look for the lowest rank, merge its leftmost pair, begin anew.
    @Test
    void mergesAsTheSimpleMethodDoes() {
        Random random = new Random(45);
        for (int round = 0; round < 300; round++) {
            MergeTable table = new MergeTable();
            Map<List<Integer>, int[]> simple = new HashMap<>();
            for (int rank = 0; rank < 12; rank++) {
                int left = random.nextInt(3 + rank);
                int right = random.nextInt(3 + rank);
                if (!simple.containsKey(List.of(left, right))) {
                    simple.put(List.of(left, right), new int[] {rank, 3 + rank});
                    table.put(left, right, rank, 3 + rank);
                }
            }
            int[] tokens = random.ints(random.nextInt(60), 0, 3).toArray();
            IntStream.Builder merged = IntStream.builder();
            List<Integer> expected = simple(tokens, simple);
            table.apply(tokens, tokens.length, merged);
            assertThat(merged.build().boxed().toList()).isEqualTo(expected);
        }
    }

    private static List<Integer> simple(int[] tokens, Map<List<Integer>, int[]> merges) {
        List<Integer> word = new ArrayList<>(Arrays.stream(tokens).boxed().toList());
        while (true) {
            int at = -1;
            int[] best = {Integer.MAX_VALUE, 0};
            for (int i = 0; i + 1 < word.size(); i++) {
                int[] merge = merges.get(List.of(word.get(i), word.get(i + 1)));
                if (merge != null && merge[0] < best[0]) {
                    best = merge;
                    at = i;
                }
            }
            if (at < 0) {
                return word;
            }
            word.set(at, best[1]);
            word.remove(at + 1);
        }
    }

    private static Tokenizer named(String name) {
        try {
            return name.equals("shipped") ? SHIPPED
                    : read(Path.of(TokenizerTest.class.getResource("/tokenizers/" + name).toURI()), -1);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Tokenizer read(Path file, int beginToken) {
        int size = beginToken < 0 && !file.startsWith(Samples.FOLDER) ? 512 : 1024;
        return TokenizerReader.read(file, new ModelConfig(size, 32, 2, 8, 8, 4, 8, 1, 16, false, 1e-6f, 10_000, 64,
                false, beginToken, -1));
    }

    private static Integer[] boxed(int[] tokens) {
        return Arrays.stream(tokens).boxed().toArray(Integer[]::new);
    }

    private static List<JsonNode> cases() throws IOException {
        try (InputStream lines = TokenizerTest.class.getResourceAsStream("/tokenizers/cases.jsonl")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
        }
    }
}
