package throttlelab.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import throttlelab.app.host.Folders;

/// What cannot be read ends in one sentence and exit code 65, what cannot be written in one and 70; nothing half-written
/// is left.
class BadInputTest {

    private static final Path SHIPPED = Path.of(System.getProperty(Folders.SAMPLES)).resolve("fractalmoe-30m");

    @TempDir
    private Path folder;

    @Test
    void aCheckpointThatIsNotThere() {
        unreadable("no such folder", "info", "--model", folder.resolve("nowhere").toString());
    }

    @Test
    void aCheckpointThatIsCutShort() throws IOException {
        Path model = copyWithout("model.safetensors");
        byte[] begin = new byte[1 << 20];
        try (RandomAccessFile file = new RandomAccessFile(SHIPPED.resolve("model.safetensors").toFile(), "r")) {
            file.readFully(begin);
        }
        Files.write(model.resolve("model.safetensors"), begin);

        unreadable("model.safetensors", "info", "--model", model.toString());
    }

    @Test
    void aCheckpointWhoseHeaderClaimsTooMuch() throws IOException {
        Path model = copyWithout("model.safetensors");
        Files.write(model.resolve("model.safetensors"), new byte[] {-1, -1, -1, -1, -1, -1, -1, 127, '{'});

        unreadable("model.safetensors", "generate", "Once", "--model", model.toString());
    }

    @Test
    void aBrokenConfigAndABrokenTokenizer() throws IOException {
        Path config = copyWithout("config.json");
        Files.writeString(config.resolve("config.json"), "{\"hidden_size\": 256,");
        unreadable("config.json", "info", "--model", config.toString());

        Path tokenizer = copyWithout("tokenizer.json");
        Files.writeString(tokenizer.resolve("tokenizer.json"), "[]");
        unreadable("tokenizer.json", "info", "--model", tokenizer.toString());
    }

    @Test
    void promptsThatAreNone() throws IOException {
        unreadable("no file", "bet", "--prompts", "nowhere.jsonl");
        unreadable("prompts.jsonl", "bet", "--prompts", prompts("\n"));
        unreadable("line 2", "bet", "--prompts", prompts("{\"id\": \"a\", \"prompt\": \"x\"}\n{\"id\": \"b\"}"));
        unreadable("line 1", "bet", "--prompts", prompts("{\"id\": \"a\", \"prompt\": \"\"}"));
        Path invalid = Files.write(folder.resolve("invalid.jsonl"), "{\"id\": \"a\", \"prompt\": \"\u00e9\"}"
                .getBytes(StandardCharsets.ISO_8859_1));
        unreadable("UTF-8", "record", "--prompts", invalid.toString());
    }

    @Test
    void aPromptThatIsEmptyOrTooLongOrNoText() {
        unreadable("The prompt is empty", "generate", "");
        unreadable("512 positions", "generate", "word ".repeat(600));
        unreadable("512 positions", "bet", "--prompts", "1", "--tokens", "500");
        unreadable("standard input", "generate", "caf\uFFFD");

        Started program = new Started(folder).withInput(new byte[] {'a', (byte) 0xff}).run("generate", "-");
        assertThat(program.code()).isEqualTo(ExitCode.INPUT);
        assertThat(program.err()).contains("not valid UTF-8", "byte 1").hasLineCount(1);
    }

    @Test
    void aProfileFileThatIsNone() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.json"), "{\"format\": \"throttlelab-profile/1\"}");

        unreadable("p.json", "bet", "--profiles", "none," + profile);
        unreadable("nowhere.json", "bet", "--profiles", "none,nowhere.json");
    }

    @Test
    void recordingsThatAreNone() throws IOException {
        Path other = Files.writeString(folder.resolve("other.json"), "{\"format\": \"something/1\"}");

        unreadable("a.json", "compare", "a.json", "b.json");
        unreadable("something/1", "compare", other.toString(), other.toString());
    }

    @Test
    void samplesThatAreNotThere() {
        Started program = new Started(folder).withSamples(folder.resolve("nowhere")).run("bet");

        assertThat(program.code()).isEqualTo(ExitCode.INPUT);
        assertThat(program.err()).contains("no samples folder", "-Dthrottlelab.samples").hasLineCount(1);
    }

    @Test
    void aFolderThatCannotBeWritten() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));

        Started program = new Started(folder).run("bet", "--prompts", "1", "--tokens", "2", "--out", taken.toString());

        assertThat(program.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(program.err()).contains("taken", "choose another folder").hasLineCount(1);
        assertThat(program.out()).isEmpty();
        assertThat(folder).isDirectoryNotContaining(file -> !file.equals(taken));
    }

    @Test
    void aDiskThatIsFull() {
        assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no device that is always full");

        Started program = new Started(folder).run("info", "--json", "/dev/full");

        assertThat(program.code()).isEqualTo(ExitCode.FAILURE);
        assertThat(program.err()).contains("the disk is full").hasLineCount(1);
    }

    private void unreadable(String said, String... line) {
        Started program = new Started(folder).run(line);

        assertThat(program.code()).as(program.err()).isEqualTo(ExitCode.INPUT);
        assertThat(program.err()).startsWith("Error: ").contains(said).doesNotContain("Exception").hasLineCount(1);
        assertThat(program.out()).isEmpty();
        assertThat(folder.resolve("bet45")).as("nothing is written").doesNotExist();
    }

    private String prompts(String text) throws IOException {
        return Files.writeString(folder.resolve("prompts.jsonl"), text).toString();
    }

    /// The shipped model but for one file.
    private Path copyWithout(String missing) throws IOException {
        Path model = Files.createDirectory(folder.resolve("without-" + missing));
        for (String name : new String[] {"config.json", "tokenizer.json", "model.safetensors"}) {
            if (!name.equals(missing)) {
                Files.copy(SHIPPED.resolve(name), model.resolve(name));
            }
        }
        return model;
    }
}
