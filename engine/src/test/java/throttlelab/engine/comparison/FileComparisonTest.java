package throttlelab.engine.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static throttlelab.engine.recording.Forged.flipped;
import static throttlelab.engine.recording.Forged.nudged;
import static throttlelab.engine.recording.Forged.prompt;
import static throttlelab.engine.recording.Forged.recording;
import static throttlelab.engine.recording.Forged.stream;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import throttlelab.engine.InputException;
import throttlelab.engine.UsageException;
import throttlelab.engine.files.JsonInput;
import throttlelab.engine.files.JsonOutput;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.recording.Forged;
import throttlelab.engine.recording.ModelIdentity;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.RecordedRuns;
import throttlelab.engine.recording.Recording;
import throttlelab.engine.recording.RunSetup;
import tools.jackson.core.JsonGenerator;

class FileComparisonTest {

    private static final Recording NONE = recording("none", 5, prompt("a", stream(5)), prompt("b", stream(5)));

    /// So that no two files are the same one.
    private static int next = 5;

    @Test
    void equalRecordingsAreStrictWhateverTheirProfile() {
        Recording steady = recording("steady", 5, prompt("a", stream(5)), prompt("b", stream(5)));

        FileComparison comparison = FileComparison.of(recorded(NONE), recorded(steady));

        assertThat(comparison.verdict()).isEqualTo(Verdict.STRICT);
        assertThat(comparison.totals().comparisons()).isEqualTo(10);
        assertThat(comparison.voidReasons()).isEmpty();
    }

    @Test
    void divergencesGiveTheirVerdict() {
        assertThat(verdict(recording("none", 5, prompt("a", nudged(stream(5), 0, 1)), prompt("b", stream(5)))))
                .isEqualTo(Verdict.LENIENT);
        assertThat(verdict(recording("none", 5, prompt("a", flipped(stream(5), 0)), prompt("b", stream(5)))))
                .isEqualTo(Verdict.CATASTROPHIC);
    }

    @Test
    void whatIsMissingIsVoidUnlessSomethingDiverged() {
        FileComparison shorter = FileComparison.of(recorded(NONE), recorded(recording("none", 5, prompt("a", stream(5)))));

        assertThat(shorter.verdict()).isEqualTo(Verdict.VOID);
        assertThat(shorter.voidReasons())
                .containsExactly("The comparison is incomplete: 5 of 10 positions are not in both files.");
        assertThat(verdict(recording("none", 5, prompt("a", nudged(stream(3), 0, 1))))).isEqualTo(Verdict.LENIENT);
    }

    @Test
    void aFileComparedWithItselfShowsNothing() {
        RecordedRuns file = recorded(NONE);

        FileComparison itself = FileComparison.of(file, file);

        assertThat(itself.verdict()).isEqualTo(Verdict.VOID);
        assertThat(itself.voidReasons()).singleElement().asString().contains("the same file, by its digest");
        assertThat(FileComparison.of(file, recorded(NONE)).verdict()).as("the control").isEqualTo(Verdict.STRICT);
    }

    @Test
    void resultsAreComparedProfileByProfile() {
        Recording steady = recording("steady", 5, prompt("a", nudged(stream(5), 2, 1)), prompt("b", stream(5)));

        FileComparison comparison = FileComparison.of(result(NONE, steady), result(NONE, steady));

        assertThat(comparison.pairs()).hasSize(2)
                .allSatisfy(p -> assertThat(p.expected().profile()).isEqualTo(p.actual().profile()));
        assertThat(comparison.verdict()).isEqualTo(Verdict.STRICT);
        assertThatThrownBy(() -> FileComparison.of(result(NONE), result(steady))).isInstanceOf(UsageException.class)
                .hasMessageContaining("have no profile in common");
    }

    @Test
    void aResultWithoutRunsIsSaidToBeOne() {
        assertThatThrownBy(() -> FileComparison.of(result(NONE), result())).isInstanceOf(InputException.class)
                .hasMessageContaining("r.json is the result of a bet that was stopped before its first run");
        assertThatThrownBy(() -> FileComparison.of(result(), recorded(NONE))).isInstanceOf(InputException.class)
                .hasMessageContaining("there is nothing in it to compare");
    }

    @Test
    void aRecordingIsComparedWithEveryProfileOfAResult() {
        Recording steady = recording("steady", 5, prompt("a", nudged(stream(5), 2, 1)), prompt("b", stream(5)));

        FileComparison comparison = FileComparison.of(recorded(NONE), result(NONE, steady));

        assertThat(comparison.pairs()).hasSize(2);
        assertThat(comparison.totals().comparisons()).isEqualTo(20);
        assertThat(comparison.verdict()).isEqualTo(Verdict.LENIENT);
    }

    @Test
    void strangersAreNotCompared() {
        RunSetup setup = Forged.setup(5);
        ModelIdentity model = setup.model();

        refused(new RunSetup(new ModelIdentity("other", 1, Forged.digest(77), model.tokenizerDigest()),
                setup.numerics(), setup.federation(), 4, 5), "they come from different models (forged, ");
        refused(new RunSetup(new ModelIdentity("forged", 1, model.digest(), Forged.digest(78)), setup.numerics(),
                setup.federation(), 4, 5), "their prompts were cut by different tokenizers");
        refused(new RunSetup(model, "numbers-2", setup.federation(), 4, 5),
                "they were computed under different contracts on numbers (numbers-1 and numbers-2)");
    }

    @Test
    void differentTextsUnderOneIdAreNotCompared() {
        var other = new RecordedPrompt(new Prompt("a", "Something else"), new int[] {1}, stream(5));

        assertThatThrownBy(() -> verdict(recording("none", 5, other))).isInstanceOf(InputException.class)
                .hasMessageContaining("the prompt a is not the same text in both");
    }

    @Test
    void programsAreToldWhereEachPromptPartsFirst() {
        FileComparison comparison = FileComparison.of(recorded(NONE), recorded(recording("steady", 5,
                prompt("a", nudged(flipped(stream(5), 3), 1, 2)), prompt("b", stream(5)))));
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonOutput.to(bytes)) {
            json.writeStartObject();
            ComparisonJson.files(json, comparison);
            json.writeEndObject();
        }

        JsonInput read = JsonInput.parse(bytes.toString(StandardCharsets.UTF_8), "it");

        assertThat(read.at("verdict").text()).isEqualTo("CATASTROPHIC");
        assertThat(read.at("totals").at("comparisons").integer(0, 99)).isEqualTo(10);
        JsonInput pair = read.at("pairs").items().getFirst();
        assertThat(pair.at("profile_b").text()).isEqualTo("steady");
        JsonInput first = pair.at("first_divergences").items().getFirst();
        assertThat(pair.at("first_divergences").items()).hasSize(1);
        assertThat(first.at("prompt_id").text()).isEqualTo("a");
        assertThat(first.at("position").integer(0, 9)).isEqualTo(1);
        assertThat(first.at("kind").text()).isEqualTo("LOGPROB");
        assertThat(first.at("ulps").integer(0, 9)).isEqualTo(2);
        assertThat(first.at("logprob_bits_a").text()).isEqualTo("be4ccccd");
        assertThat(first.at("logprob_bits_b").text()).isEqualTo("be4ccccb");
    }

    private static void refused(RunSetup setup, String sentence) {
        assertThatThrownBy(() -> verdict(recording("none", setup, prompt("a", stream(5)))))
                .isInstanceOf(InputException.class).hasMessageContaining(sentence);
    }

    private static Verdict verdict(Recording other) {
        return FileComparison.of(recorded(NONE), recorded(other)).verdict();
    }

    private static RecordedRuns recorded(Recording recording) {
        return new RecordedRuns(Path.of("x.json"), Forged.digest(next++), false, List.of(recording));
    }

    private static RecordedRuns result(Recording... recordings) {
        return new RecordedRuns(Path.of("r.json"), Forged.digest(next++), true, List.of(recordings));
    }
}
