package throttlelab.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.InputException;
import throttlelab.engine.digest.Sha256;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class RecordingFileTest {

    private static final float[] LOGPROBS = {-2.27e-5f, 0f, -Float.MIN_VALUE, -Float.MAX_VALUE, -0.1f, -2.401399f};

    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsReadBackToTheLastBit() {
        Recording recording = recording();
        Path file = folder.resolve("r.json");

        Sha256 digest = RecordingFile.write(file, recording);
        RecordedRuns runs = RecordingFile.readAny(file);

        assertThat(runs.digest()).isEqualTo(digest);
        assertThat(runs.result()).isFalse();
        assertThat(runs.recordings()).singleElement().usingRecursiveComparison().isEqualTo(recording);
        assertThat(RecordingFile.read(file)).usingRecursiveComparison().isEqualTo(recording);
    }

    @Test
    void theSameRecordingGivesTheSameBytes() throws IOException {
        RecordingFile.write(folder.resolve("a.json"), recording());
        RecordingFile.write(folder.resolve("b.json"), recording());

        assertThat(folder.resolve("a.json")).hasSameBinaryContentAs(folder.resolve("b.json"));
    }

    @Test
    void decimalsAreTheShortestThatReadBack() throws IOException {
        assertThat(text()).contains("\"logprobs\" : [ -2.27E-5, 0.0, -1.4E-45, -3.4028235E38, -0.1, -2.401399 ]",
                "\"logprob_bits\" : [ \"b7be6be1\", \"00000000\", \"80000001\", \"ff7fffff\", \"bdcccccd\", \"c019b085\" ]",
                "\"compute_ms\" : 10.000001", "\"factor_measured\" : 5,");
    }

    @Test
    void aNumberThatIsNoneIsNotWritten() {
        Recording broken = Forged.recording("none", 1,
                Forged.prompt("a", Forged.stream(new int[] {1}, Float.NaN)));

        assertThatThrownBy(() -> RecordingFile.write(folder.resolve("r.json"), broken))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("NaN");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anEditedFileIsRefused() throws IOException {
        assertThatThrownBy(() -> read(text().replace("text of 6", "text of 7"))).isInstanceOf(InputException.class)
                .hasMessage(folder.resolve("r.json") + " is not what was written: its digest does not hold, so it was "
                        + "damaged or edited; get it anew.");
    }

    /// Each of these files carries a digest that holds, so that only the reader's own care can find what is wrong.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "-2.401399 ] | -2.5 ] | at runs[0].logprobs[5], the decimal reads back to -2.5, but its bits say"
            + " -2.401399",
        "c019b085 | 7fc00000 | at runs[0].logprob_bits[5], these are the bits of NaN, which is no log-probability",
        "c019b085 | ff800000 | these are the bits of -Infinity",
        "c019b085 | c019b08 | 'c019b08' are not 8 hex digits",
        "\"b7be6be1\",  | `` | at runs[0].logprob_bits, there are 5 entries for 6 tokens",
        "-2.27E-5,  | `` | at runs[0].logprobs, there are 5 entries for 6 tokens",
        "-2.27E-5 | \"NaN\" | at runs[0].logprobs[0], \"NaN\" stands where a number is expected",
        "\"b\" | \"a\" | at runs[1].prompt_id, there are two prompts 'a'",
        "recording/1 | recording/2 | 'throttlelab-recording/2' is not a format this program knows",
        "content-addressed | quorum | at policy, there is no policy 'quorum'",
        "sliced | diced | at partition, there is no partition 'diced'",
        "2026-01-31T | yesterday | at created, 'yesterday12:00:00Z' is not a time",
        "\"tokens\" : [ 1, | \"tokens\" : [ -1, | at runs[0].tokens[0], -1 stands where a whole number",
        "\"workers\" : 8 | \"workers\" : 9 | at workers, 9 stands where a whole number from 1 to 8 is expected",
        "\"stages_waited\" | \"stages_wated\" | the key 'stages_waited' is missing"})
    void whatCannotBeIsRefusedWithItsPlace(String part, String other, String sentence) throws IOException {
        String forged = text().replace(part, other);
        assertThat(forged).as("something was changed").isNotEqualTo(text());
        byte[] bytes = forged.getBytes(StandardCharsets.UTF_8);
        SelfDigest.seal(bytes);

        assertThatThrownBy(() -> RecordingFile.read(Files.write(folder.resolve("f.json"), bytes)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(folder.resolve("f.json").toString()).hasMessageContaining(sentence);
    }

    /// What does not fit is told, too: it is where the file was changed.
    @Test
    void aDamagedFileIsToldWhereItDoesNotFit() {
        assertThatThrownBy(() -> read(text().replace("-2.401399 ]", "-2.5 ]"))).isInstanceOf(InputException.class)
                .hasMessageContaining("its digest does not hold, so it was damaged or edited (in line ")
                .hasMessageContaining(", at runs[0].logprobs[5], the decimal reads back to -2.5, but its bits say");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "throttlelab-recording/2 | it was written by a newer program",
        "throttlelab-result/7 | it was written by a newer program",
        "throttlelab-recording/0 | it was written by an older program than any that is still read",
        "throttlelab-recording/x | use a file of format throttlelab-recording/1 or throttlelab-result/1",
        "vllm/3 | use a file of format throttlelab-recording/1 or throttlelab-result/1"})
    void anotherVersionIsRefusedInWordsWhateverElseIsInIt(String format, String remedy) {
        assertThatThrownBy(() -> read("{\"format\": \"" + format + "\", \"runs\": {\"by\": \"prompt\"}}"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("at format, '" + format + "' is not a format this program knows: " + remedy);
    }

    /// Members in another order, a byte order mark, white space: all of it is the same recording.
    @Test
    void theOrderOfMembersDoesNotMatter() throws IOException {
        ObjectNode node = (ObjectNode) new JsonMapper().readTree(text());
        ObjectNode reversed = new JsonMapper().createObjectNode();
        node.propertyNames().stream().toList().reversed().forEach(key -> reversed.set(key, node.get(key)));
        reversed.put("digest", SelfDigest.ZEROS);
        byte[] bytes = ("\uFEFF" + reversed.toPrettyString()).getBytes(StandardCharsets.UTF_8);
        SelfDigest.seal(bytes);

        assertThat(RecordingFile.read(Files.write(folder.resolve("f.json"), bytes))).usingRecursiveComparison()
                .isEqualTo(recording());
    }

    @Test
    void streamsAreReadWithoutKeepingTheFile() {
        Path file = folder.resolve("large.json");
        Recording written = Synthetic.recording("none", 100, 1_000);
        RecordingFile.write(file, written);
        RecordingFile.read(file);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        Recording read = RecordingFile.read(file);

        // A tree of the document takes more than a thousand bytes for each of these positions.
        assertThat((threads.getCurrentThreadAllocatedBytes() - before) / 100_000).isLessThan(400);
        for (int i = 0; i < 100; i++) {
            assertThat(read.prompts().get(i).stream().tokens()).isEqualTo(written.prompts().get(i).stream().tokens());
            assertThat(read.prompts().get(i).stream().logprobs())
                    .isEqualTo(written.prompts().get(i).stream().logprobs());
            assertThat(read.prompts().get(i).stream().margins()).isEqualTo(written.prompts().get(i).stream().margins());
        }
    }

    @Test
    void aTruncatedFileIsOneSentence() throws IOException {
        String text = text();
        assertThatThrownBy(() -> read(text.substring(0, text.length() / 2))).isInstanceOf(InputException.class)
                .hasMessageContaining("is not valid JSON at line ");
    }

    @Test
    void theEnvironmentIsThatOfThisProcess() {
        Environment here = Environment.current("SIMD, 8 lanes");

        assertThat(here.processors()).isEqualTo(Runtime.getRuntime().availableProcessors());
        assertThat(here.java()).startsWith(String.valueOf(Runtime.version().feature()));
        assertThat(here.kernels()).isEqualTo("SIMD, 8 lanes");
        assertThat(here.garbageCollectors()).isNotEmpty();
        assertThat(here.cpu()).isNotBlank();
        assertThat(here.vmOptions()).allSatisfy(option -> assertThat(option).startsWith("-").doesNotContain("/"));
    }

    private static Recording recording() {
        return Forged.recording("steady", 6,
                Forged.prompt("a", Forged.stream(new int[] {1, 2, 3, 4, 5, 6}, LOGPROBS)),
                Forged.prompt("b", Forged.stream(4)));
    }

    private String text() throws IOException {
        RecordingFile.write(folder.resolve("r.json"), recording());
        return Files.readString(folder.resolve("r.json"));
    }

    private List<Recording> read(String text) throws IOException {
        return RecordingFile.readAny(Files.writeString(folder.resolve("r.json"), text)).recordings();
    }
}
