package throttlelab.engine.recording.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;

class ForeignFileTest {

    private static final String CHAT = """
            {"model": "m", "choices": [{"index": 0, "finish_reason": "stop", "message": {"content": "ab"},
             "logprobs": {"content": [
              {"token": "a", "logprob": -0.50, "bytes": [97], "top_logprobs": [
                {"token": "a", "logprob": -0.50, "bytes": [97]}, {"token": "z", "logprob": -1.5, "bytes": null}]},
              {"token": "b", "logprob": -1e-05, "bytes": null, "top_logprobs": []}]}}]}
            """;
    private static final String COMPLETION = """
            {"choices": [{"index": 0, "text": "Hi a", "finish_reason": "length", "logprobs": {
             "tokens": ["Hi", " a"], "token_logprobs": [null, -2.25], "text_offset": [0, 2],
             "top_logprobs": [null, {" a": -2.25, " b": -3}]}}]}
            """;

    @TempDir
    private Path folder;

    @Test
    void chatCompletionsAreKeptAsPrinted() {
        Answer answer = one(CHAT);

        assertThat(answer.format()).isEqualTo(Format.CHAT);
        assertThat(answer.scale()).isEqualTo(Scale.LOGPROB);
        assertThat(answer.ending()).isEqualTo(Ending.STOPPED);
        assertThat(answer.model()).isEqualTo("m");
        assertThat(answer.name()).isEqualTo(folder.resolve("it.json").toString());
        assertThat(answer.tokens()).extracting(PrintedToken::number).containsExactly("-0.50", "-1e-05");
        assertThat(answer.tokens()).extracting(PrintedToken::piece)
                .containsExactly(new Piece(-1, "61", "a"), new Piece(-1, null, "b"));
        assertThat(answer.tokens().getFirst().top()).containsExactly(new Alternative(new Piece(-1, "61", "a"), "-0.50"),
                new Alternative(new Piece(-1, null, "z"), "-1.5"));
        assertThat(answer.decimals()).isEqualTo(5);
        assertThat(answer.digits()).isEqualTo(2);
    }

    @Test
    void completionsMayHaveNulls() {
        Answer answer = one(COMPLETION);

        assertThat(answer.format()).isEqualTo(Format.COMPLETIONS);
        assertThat(answer.ending()).isEqualTo(Ending.CUT);
        assertThat(answer.tokens()).extracting(PrintedToken::number).containsExactly(null, "-2.25");
        assertThat(answer.tokens()).extracting(PrintedToken::isPrinted).containsExactly(false, true);
        assertThat(answer.tokens().get(0).top()).isEmpty();
        assertThat(answer.tokens().get(1).top()).extracting(Alternative::number).containsExactly("-2.25", "-3");
        assertThat(answer.text()).isEqualTo("Hi a");
    }

    @Test
    void completionsMayListTheLikeliestOrNameThemInNoWay() {
        Answer listed = one(COMPLETION.replace("{\" a\": -2.25, \" b\": -3}",
                "[{\"token\": \" a\", \"logprob\": -2.25, \"bytes\": [32, 97]}]"));
        assertThat(listed.tokens().get(1).top()).containsExactly(new Alternative(new Piece(-1, "2061", " a"), "-2.25"));

        Answer none = one(COMPLETION.replace("[null, {\" a\": -2.25, \" b\": -3}]", "null"));
        assertThat(none.tokens().get(1).top()).isEmpty();
    }

    @Test
    void tokensMayBeToldByTheirIds() {
        assertThat(pieces(CHAT.replace("\"token\": \"a\"", "\"token\": \"token_id:123\""))).first()
                .isEqualTo(new Piece(123, null, null));
        assertThat(pieces(COMPLETION.replace("\"text\":", "\"token_ids\": [7, 8], \"text\":")))
                .containsExactly(new Piece(7, null, "Hi"), new Piece(8, null, " a"));
        assertThat(pieces(COMPLETION.replace("\"text\":", "\"token_ids\": [8], \"text\":"))).as("ids of other tokens")
                .containsExactly(new Piece(-1, null, "Hi"), new Piece(-1, null, " a"));
    }

    /// The bytes EF BF BD are what is left of a part of a character that was decoded by itself.
    @Test
    void bytesOfAReplacementAreNotTheTokens() {
        assertThat(pieces(CHAT.replace("\"b\", \"logprob\": -1e-05, \"bytes\": null",
                "\"\uFFFD\", \"logprob\": -1, \"bytes\": [239, 191, 189]"))).last()
                .isEqualTo(new Piece(-1, null, "\uFFFD"));
        assertThat(pieces(CHAT.replace("\"b\", \"logprob\": -1e-05, \"bytes\": null",
                "\"bytes:\\\\xe2\\\\x82\", \"logprob\": -1, \"bytes\": [226, 130]"))).last()
                .isEqualTo(new Piece(-1, "e282", "\uFFFD"));
    }

    @Test
    void llamaCppIsReadInBothWays() {
        Answer now = one("""
                {"content": "xy", "model": "m.gguf", "prompt": "Say", "stop_type": "eos", "completion_probabilities": [
                 {"id": 5, "token": "x", "bytes": [120], "logprob": -0.25, "top_logprobs": []},
                 {"id": 6, "token": "", "bytes": [226], "logprob": -3.4028234663852886e+38}]}
                """);
        assertThat(now.format()).isEqualTo(Format.LLAMA_CPP);
        assertThat(now.prompt()).isEqualTo("Say");
        assertThat(now.ending()).isEqualTo(Ending.STOPPED);
        assertThat(now.tokens()).extracting(PrintedToken::piece).containsExactly(new Piece(5, "78", "x"),
                new Piece(6, "e2", "\uFFFD"));
        assertThat(now.tokens().get(1).isPrinted()).as("the least float stands for nothing").isFalse();

        Answer before = one("""
                {"stopped_limit": true, "completion_probabilities": [
                 {"probs": [{"tok_str": "z", "prob": 0.6}, {"tok_str": "x", "prob": 0.25}], "content": "x"},
                 {"content": "byte: \\\\xe2", "probs": []}]}
                """);
        assertThat(before.format()).isEqualTo(Format.LLAMA_CPP_OLD);
        assertThat(before.scale()).isEqualTo(Scale.PROBABILITY);
        assertThat(before.ending()).isEqualTo(Ending.CUT);
        assertThat(before.tokens()).extracting(PrintedToken::number).containsExactly("0.25", null);
        assertThat(before.tokens().get(1).piece()).isEqualTo(new Piece(-1, "e2", "\uFFFD"));

        assertThat(one("""
                {"completion_probabilities": [{"id": 5, "token": "x", "bytes": [120], "prob": 0.5, "top_probs": []}]}
                """).scale()).isEqualTo(Scale.PROBABILITY);
    }

    @Test
    void answersComeOneByOneOrAllTogether() {
        assertThat(read(CHAT + CHAT)).hasSize(2);
        assertThat(read("\uFEFF" + (CHAT.replace('\n', ' ') + "\r\n").repeat(3))).hasSize(3)
                .extracting(Answer::name).containsExactly(name("#1"), name("#2"), name("#3"));
        assertThat(read("[" + CHAT + "," + COMPLETION + "]")).extracting(Answer::format)
                .containsExactly(Format.CHAT, Format.COMPLETIONS);
        assertThat(read(CHAT.replace("]}}]}", "]}},{\"index\": 1, \"logprobs\": {\"content\": []}}]}"))).hasSize(2);
    }

    @Test
    void theAnswersOfABatchServiceTellTheirPrompt() {
        Answer answer = one("{\"custom_id\": \"p7\", \"response\": {\"status_code\": 200, \"body\": " + CHAT
                + "}, \"error\": null}");

        assertThat(answer.promptId()).isEqualTo("p7");
        assertThat(answer.length()).isEqualTo(2);
    }

    @Test
    void noMoreThanFiveOfTheLikeliestAreKept() {
        String top = "{\"token\": \"z\", \"logprob\": -1.5}";
        assertThat(one(CHAT.replace("{\"token\": \"z\", \"logprob\": -1.5, \"bytes\": null}",
                String.join(",", List.of(top, top, top, top, top, top, top)))).tokens().getFirst().top()).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"choices\": [{\"message\": {}, \"logprobs\": null}]} | ask the server for them with \"logprobs\": true",
        "{\"choices\": [{\"text\": \"a\"}]} | ask the server for them with \"logprobs\": 1",
        "{\"content\": \"a\", \"tokens_predicted\": 1} | ask the server for them with \"n_probs\": 1",
        "{\"error\": {\"message\": \"no such model\"}} | an error of the server ('no such model'): ask again",
        "{\"error\": \"busy\"} | an error of the server ('busy')",
        "{\"object\": \"error\", \"message\": \"too long\"} | an error of the server ('too long')",
        "{\"choices\": [{\"delta\": {\"content\": \"a\"}}]} | a part of a streamed answer: ask the server with",
        "data: {\"choices\": []} | is a streamed answer, in events: ask the server with \"stream\": false",
        "{} | no answer with log-probabilities in a format that this program knows: give it an answer of OpenAI",
        "{\"choices\": []} | llama.cpp's /completion (completion_probabilities), or a recording",
        "[] | holds no answer: give it an answer",
        "`` | is empty: a JSON document is expected",
        "7 | 7 stands where an object is expected",
        "{\"choices\": [ | is not valid JSON at line 1, column 14 (the text ends in the middle)"})
    void whatIsNoneIsSaidWithWhatToDo(String text, String said) {
        refused(text, said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "-0.50 | NaN | is not valid JSON at line 3, column 32 ('NaN' is no number in JSON)",
        "-0.50 | -Infinity | is not valid JSON at line 3, column ",
        "-0.50 | \"low\" | in line 3, column 29, at choices[0].logprobs.content[0].logprob, \"low\" stands where a number",
        "-0.50 | -1e999999999 | a number of an ordinary size is expected",
        "-0.50 | -1e-999999999 | a number of an ordinary size is expected",
        "-0.50 | -1e99999999999999999999 | a number of an ordinary size is expected",
        "[97] | [297] | at choices[0].logprobs.content[0].bytes[0], 297 stands where a whole number from 0 to 255",
        "\"token\": \"a\" | \"text\": \"a\" | this token has neither text nor id",
        "\"token\": \"a\" | \"token\": \"a\", \"token\": \"b\" | this key stands there twice",
        "\"logprob\": -1e-05 | \"logprob\": [[[]]] | an array stands where a number is expected",
        "\"logprobs\": {\"content\" | \"logprobs\": {\"content\": [], \"content\" | this key stands there twice",
        "\"index\": 0 | \"index\": -1 | -1 stands where a whole number from 0"})
    void whatIsWrongIsSaidWithItsPlace(String part, String other, String said) {
        assertThat(CHAT).contains(part);
        refused(CHAT.replaceFirst(Pattern.quote(part), other), said);
    }

    @Test
    void listsThatDoNotFitTogetherAreRefused() {
        refused(COMPLETION.replace("[null, -2.25]", "[-2.25]"), "there are 1 entries in token_logprobs for 2 tokens");
        refused(COMPLETION.replace("[null, {", "[{"), "there are 1 entries in top_logprobs for 2 tokens");
        refused(COMPLETION.replace("[0, 2]", "[0, 2, 3]"), "there are 3 entries in text_offset for 2 tokens");
        refused(CHAT.replace("]}}]}", "]}},{\"index\": 0, \"logprobs\": {\"content\": []}}]}"),
                "there are two choices with the index 0");
    }

    @Test
    void aTokenOfAMillionCharactersIsRefused() {
        refused(CHAT.replace("\"token\": \"a\"", "\"token\": \"" + "a".repeat(1_000_000) + "\""),
                "a text of 1000000 characters stands where at most 4096 are expected");
        refused(COMPLETION.replace("{\" a\"", "{\"" + "a".repeat(10_000) + "\""), "more than 4096 characters");
        refused(CHAT.replace("[97]", "[" + "97,".repeat(5_000) + "97]"), "more than 4096 bytes");
    }

    @Test
    void nestingThatIsTooDeepIsRefused() {
        refused("{\"choices\": " + "[".repeat(100_000), "at choices[0], an array stands where an object is expected");
        refused("{\"x\": " + "[".repeat(100_000),
                "is not valid JSON at line 1, column 507 (it is nested deeper than 500 levels)");
        refused("[".repeat(100_000), "an array stands where an object is expected");
    }

    @Test
    void otherEncodingsAreRefused() throws IOException {
        for (var charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            Path file = Files.write(folder.resolve("it.json"), CHAT.replace("\"m\"", "\"mä\"").getBytes(charset));
            assertThatThrownBy(() -> ForeignFile.read(file)).as(charset.name()).isInstanceOf(InputException.class)
                    .hasMessageStartingWith(file.toString()).hasMessageContaining("line 1");
        }
    }

    private List<Piece> pieces(String text) {
        return one(text).tokens().stream().map(PrintedToken::piece).toList();
    }

    private Answer one(String text) {
        assertThat(read(text)).hasSize(1);
        return read(text).getFirst();
    }

    private String name(String end) {
        return folder.resolve("it.json") + end;
    }

    private List<Answer> read(String text) {
        try {
            return ForeignFile.read(Files.writeString(folder.resolve("it.json"), text)).answers();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void refused(String text, String said) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("it.json").toString()).hasMessageContaining(said)
                .hasMessageNotContaining("\n");
    }
}
