package throttlelab.engine.comparison.printed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.recording.foreign.Answers;
import throttlelab.engine.recording.foreign.ForeignFile;
import throttlelab.engine.recording.foreign.ForeignSamples;

/// What comparing the samples comes to.
class PrintedSamplesTest {

    @ParameterizedTest
    @CsvSource({"openai-chat.json, vllm-completions.json, SAME_AS_PRINTED, TEXT",
        "openai-chat.json, llama-cpp.json, SAME_AS_PRINTED, BYTES",
        "llama-cpp.json, llama-cpp.json, SAME_AS_PRINTED, ID",
        "vllm-completions.json, llama-cpp-old.json, SAME_TOKENS, TEXT"})
    void theSameStreamIsTheSameInEveryFormat(String a, String b, PrintedVerdict verdict, TokenIdentity identity) {
        PrintedComparison comparison = compared(Pairing.TOLD, a, b);

        assertThat(comparison.verdict()).isEqualTo(verdict);
        assertThat(comparison.questions()).singleElement().extracting(Question::identity).isEqualTo(identity);
        assertThat(comparison.totals().comparisons()).isEqualTo(24);
    }

    @Test
    void threeRunsAreTwoOutputs() {
        PrintedComparison comparison = compared(Pairing.TOLD, "vllm-three-runs.jsonl");
        Outputs outputs = comparison.questions().getFirst().outputs();

        assertThat(comparison.verdict()).isEqualTo(PrintedVerdict.DIFFERENT);
        assertThat(outputs.unique()).containsExactly(List.of(0, 1), List.of(2));
        assertThat(outputs.printings()).as("the order of arrival changed some log-probabilities").containsExactly(2, 1);
        assertThat(outputs.partings()).singleElement().extracting(Parting::position).isEqualTo(1);
    }

    @Test
    void theyAreEqualToOurRecordingAsPrinted() {
        List<Answers> files = List.of(ForeignSamples.recorded(),
                ForeignFile.read(ForeignSamples.file("openai-chat.json")),
                ForeignFile.read(ForeignSamples.file("llama-cpp.json")));

        PrintedComparison comparison = PrintedComparison.of(files, new Pairing(false, "p001"));

        assertThat(comparison.verdict()).as("the samples are shorter").isEqualTo(PrintedVerdict.INCOMPLETE);
        assertThat(comparison.totals().comparisons()).isEqualTo(48);
        assertThat(comparison.totals().logprobDivergences()).isZero();
        assertThat(comparison.totals().missing()).isEqualTo(52);
    }

    private static PrintedComparison compared(Pairing pairing, String... names) {
        return PrintedComparison.of(Stream.of(names).map(name -> ForeignFile.read(ForeignSamples.file(name))).toList(),
                pairing);
    }
}
