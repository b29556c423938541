package throttlelab.engine.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The ways in which files go bad, one by one: each is said with its line, in every format.
class BadFilesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String LINE = "line \\d+";
    private static final String SENTENCE = "[a-z]+ [a-z]+";
    private static final long TWO_GIGABYTES = 1L << 31;

    @TempDir
    private Path folder;

    private static Stream<FuzzedFormat> inputs() {
        return Stream.of(FuzzedFormat.values()).filter(format -> !format.proven());
    }

    private static Stream<FuzzedFormat> reports() {
        return Stream.of(FuzzedFormat.values()).filter(FuzzedFormat::proven);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void aReportThatIsDamagedInTheSameWays(FuzzedFormat format) throws IOException {
        byte[] sample = format.sample();
        assertThat(refusal(format, sample)).isEmpty();
        for (int length : new int[] {sample.length - 10, sample.length / 2, 1, 0}) {
            refused(format, Arrays.copyOf(sample, length), SENTENCE);
        }
        String text = new String(sample, ISO_8859_1);
        refused(format, text.getBytes(UTF_16), SENTENCE);
        refused(format, ("\uFEFF" + text).getBytes(UTF_8), SENTENCE);
        refused(format, text.replaceFirst("\"[^\"]{3,}\"", "\"" + "x".repeat(1_000_000) + "\"").getBytes(ISO_8859_1),
                SENTENCE);
    }

    /// Half a lesson is a lesson all the same.
    static Stream<FuzzedFormat> documents() {
        return inputs().filter(format -> format != FuzzedFormat.LESSON);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aFileThatIsCutOff(FuzzedFormat format) throws IOException {
        byte[] sample = format.sample();
        refused(format, Arrays.copyOf(sample, sample.length - 10), LINE);
        refused(format, Arrays.copyOf(sample, sample.length / 2), LINE);
        refused(format, Arrays.copyOf(sample, 1), LINE);
        refused(format, new byte[0], "is empty|it holds no prompt");
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void anotherEncoding(FuzzedFormat format) throws IOException {
        String text = new String(format.sample(), UTF_8);
        refused(format, text.getBytes(UTF_16), LINE);
        refused(format, text.getBytes(UTF_16LE), LINE);
        refused(format, text.replaceFirst("\"", "\"\u00E9").getBytes(ISO_8859_1), "is not valid UTF-8 at " + LINE);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aMarkOfItsEncodingIsNoHarm(FuzzedFormat format) throws IOException {
        String text = new String(format.sample(), UTF_8);
        if (format.sealed()) {
            refused(format, ("\uFEFF" + text).getBytes(UTF_8), "its digest does not hold");
        } else {
            assertThat(refusal(format, ("\uFEFF" + text).getBytes(UTF_8))).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void whatIsNoNumberAndWhatIsTooDeep(FuzzedFormat format) throws IOException {
        String text = new String(format.sample(), UTF_8);
        for (String value : new String[] {"NaN", "-Infinity", "1e99999999999", "[".repeat(100_000),
            "{\"a\":".repeat(100_000)}) {
            refused(format, text.replaceFirst("\\{", "{\"" + (format == FuzzedFormat.PROMPTS ? "id" : "model") + "\": "
                    + value + ",").getBytes(UTF_8), LINE);
        }
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aKeyThatStandsThereTwice(FuzzedFormat format) throws IOException {
        String text = new String(format.sample(), UTF_8);
        String key = text.replaceFirst("(?s)^\\s*\\{\\s*(\"[^\"]+\")\\s*:.*", "$1");
        refused(format, text.replaceFirst("\\{", "{" + key + ": \"x\",").getBytes(UTF_8), LINE);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aTextOfAMillionCharacters(FuzzedFormat format) throws IOException {
        String text = new String(format.sample(), UTF_8);
        String key = switch (format) {
            case PROMPTS -> "id";
            case CRITERIA, CONFIG, TOKENIZER -> "format";
            case PROFILE -> "name";
            case RECORDING, RESULT -> "partition";
            default -> "model";
        };
        String damaged = text.replaceAll("(\"" + key + "\"\\s*:\\s*)\"[^\"]*\"", "$1\"" + "x".repeat(1_000_000) + "\"");
        if (format == FuzzedFormat.CONFIG || format == FuzzedFormat.TOKENIZER) {
            damaged = text.replaceFirst("\"[a-zA-Z0-9_]+\"", "\"" + "x".repeat(1_000_000) + "\"");
        }
        refused(format, damaged.getBytes(UTF_8), "line \\d+|is not what was written");
    }

    @ParameterizedTest
    @EnumSource(names = {"RECORDING", "RESULT", "PROMPTS"})
    void idsThatStandThereTwice(FuzzedFormat format) throws IOException {
        String text = new String(format.sample(), UTF_8).replace("\"p002\"", "\"p001\"");
        refused(format, FuzzedFormat.sealed(text.getBytes(UTF_8)), "p001");
    }

    /// It has no blocks on the disk; what is in it is nothing.
    @ParameterizedTest
    @EnumSource
    void aFileOfTwoGigabytes(FuzzedFormat format) throws IOException {
        Path file = Files.write(folder.resolve(format.fileName()), format.sample());
        try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(TWO_GIGABYTES);
        }

        assertThat(Refusal.of(file, PATIENCE, () -> format.read(file)))
                .hasValueSatisfying(said -> assertThat(said).contains("is larger than "));
    }

    /// Each of these numbers takes three bytes in the file, and forty times as much where they are kept.
    @Test
    void aFileThatWouldFillTheMemory() throws IOException {
        String numbers = "-1,".repeat(3_000_000) + "-1";
        refused(FuzzedFormat.COMPLETIONS, ("{\"choices\": [{\"logprobs\": {\"tokens\": [], \"token_logprobs\": [" + numbers
                + "]}}]}").getBytes(UTF_8), "holds more than the 240 MB that are kept");
    }

    private void refused(FuzzedFormat format, byte[] bytes, String pattern) throws IOException {
        assertThat(refusal(format, bytes)).hasValueSatisfying(said -> assertThat(said).containsPattern(pattern));
    }

    private Optional<String> refusal(FuzzedFormat format, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve(format.fileName()), bytes);
        return Refusal.of(file, PATIENCE, () -> format.read(file));
    }
}
