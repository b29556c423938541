package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {

    @TempDir
    private Path folder;

    @Test
    void readsOneAPromptALine() throws IOException {
        assertThat(read("{\"id\": \"a\", \"prompt\": \"Once ü\", \"other\": 1}\r\n\n{\"id\": \"b\", \"prompt\": \" x\\n\"}"))
                .containsExactly(new Prompt("a", "Once ü"), new Prompt("b", " x\n"));
    }

    @Test
    void readsTheShippedOnes() {
        assertThat(Prompts.read(Samples.PROMPTS)).hasSize(100).first()
                .isEqualTo(new Prompt("p001", "Long ago, a proud bird named Leo lived in the harbour full of boats. "
                        + "Every year the"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"id\": \"b\"} | the key 'prompt' is missing",
        "{\"prompt\": \"b\"} | the key 'id' is missing",
        "{\"id\": \"b\", \"prompt\": \"\"} | at prompt, the prompt is empty: write a text",
        "{\"id\": \" \", \"prompt\": \"x\"} | at id, this is not an id: use 1 to 100 visible",
        "{\"id\": \"a\", \"prompt\": \"x\"} | has the id 'a', which line 1 has too: give every prompt an id of its own",
        "{\"id\": \"b\", \"prompt\": \"ab\\ud83d\"} | at prompt, half a character stands alone at index 2",
        "{\"id\": 1, \"prompt\": \"x\"} | at id, 1 stands where text is expected",
        "{\"id\": \"b\", \"prompt\": \"x\", \"id\": \"c\"} | not valid JSON",
        "oops | not valid JSON",
        "[] | an object is expected"})
    void whatIsWrongNamesTheLine(String line, String sentence) {
        Refused.inOneSentence(() -> read("{\"id\": \"a\", \"prompt\": \"Once\"}\n" + line), "prompts.jsonl", "line 2",
                sentence);
    }

    @Test
    void anEmptyFileHoldsNoPrompt() {
        Refused.inOneSentence(() -> read("\n \n"), "prompts.jsonl", "holds no prompt", "write a JSON object");
    }

    @Test
    void invalidUtf8NamesTheLine() {
        Refused.inOneSentence(() -> {
            Files.write(folder.resolve("prompts.jsonl"), new byte[] {'{', '\n', (byte) 0xff});
            Prompts.read(folder.resolve("prompts.jsonl"));
        }, "prompts.jsonl", "not valid UTF-8 at line 2, byte 2", "save it as UTF-8");
    }

    private List<Prompt> read(String text) throws IOException {
        return Prompts.read(Files.writeString(folder.resolve("prompts.jsonl"), text));
    }
}
