package throttlelab.engine.bet;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.files.Schemas;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.RecordingFile;

/// The published schemas fit the files that are written, and do not fit others.
class SchemaTest {

    private static final Path SAMPLES = Path.of(System.getProperty("throttlelab.samples"));

    @TempDir
    private Path folder;

    static void assertValid(String schema, String json) {
        Schemas.assertValid(schema, json);
    }

    private static List<Error> errors(String schema, String json) {
        return Schemas.errors(schema, json);
    }

    static List<String> names() {
        return Schemas.names();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void schemasAreSchemas(String name) {
        assertThat(Schemas.errorsOfItself(name)).isEmpty();
    }

    @Test
    void whatIsShippedFits() {
        assertValid("profile", text(SAMPLES.resolve("profiles/train-ride.json")));
        assertValid("criteria", text(SAMPLES.resolve("bet/45_throttle.criteria.json")));
    }

    @Test
    void recordingsFit() {
        assertValid("recording", recording());
    }

    @Test
    void resultsFit() throws InterruptedException {
        assertValid("result", result(Bets.strict()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "recording/1 | recording/2", "\"workers\" : 8 | \"workers\" : 3", "\"created\" | \"made\"",
        "\"logprob_bits\" : [ \" | \"logprob_bits\" : [ \"x", "\"tokens\" : [ 1 | \"tokens\" : [ 1.5",
        "\"wall_ms\" : 1 | \"wall_ms\" : -1", "\"policy\" : \"content-addressed\" | \"policy\" : \"quorum\""})
    void whatIsNoRecordingDoesNotFit(String part, String other) {
        assertThat(recording()).contains(part);
        assertThat(errors("recording", recording().replace(part, other))).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"verdict\" : \"STRICT\" | \"verdict\" : \"GOOD\"", "\"verdict\" : \"STRICT\" | \"verdict\" : \"VOID\"",
        "\"baseline\" : null | \"baseline\" : 5", "\"totals\" | \"total\"", "\"factor_set\" : 5 | \"factor_set\" : 0.5"})
    void whatIsNoResultDoesNotFit(String part, String other) throws InterruptedException {
        String result = result(Bets.strict());
        assertThat(result).contains(part);
        assertThat(errors("result", result.replace(part, other))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[0.5]", "[]", "[{}]", "[{\"points\": []}]", "[{\"points\": [{\"at_ms\": 0}]}]", "[\"5\"]",
        "[1,1,1,1,1,1,1,1,1]"})
    void whatIsNoProfileDoesNotFit(String workers) {
        assertThat(errors("profile",
                "{\"format\": \"throttlelab-profile/1\", \"name\": \"x\", \"workers\": " + workers + "}")).isNotEmpty();
    }

    private String recording() {
        Path file = folder.resolve("recording.json");
        RecordingFile.write(file, Forged.recording("none", 5, Forged.prompt("a", Forged.stream(5))));
        return text(file);
    }

    private String result(BetResult result) {
        Path file = folder.resolve("result.json");
        ResultFile.write(file, result);
        return text(file);
    }
}
