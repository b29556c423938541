package throttlelab.engine.recording.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The samples are what the converter writes, and are read as what they were made from.
class ForeignSamplesTest {

    private static final Map<String, Function<Answer, String>> SAMPLES = Map.of(
            "openai-chat.json", Converter::chat,
            "vllm-completions.json", Converter::completion,
            "llama-cpp.json", Converter::llamaCpp,
            "llama-cpp-old.json", Converter::oldLlamaCpp);

    static Stream<String> names() {
        return SAMPLES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSampleIsWhatTheConverterWrites(String name) {
        assertThat(ForeignSamples.text(name)).isEqualTo(SAMPLES.get(name).apply(ForeignSamples.ours()));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aSampleReadsAsWhatWasWritten(String name) {
        Answer ours = ForeignSamples.ours();

        Answer read = ForeignFile.read(ForeignSamples.file(name)).answers().getFirst();

        assertThat(ForeignFile.isForeign(ForeignSamples.file(name))).isTrue();
        assertThat(read.text()).isEqualTo(ours.text());
        assertThat(read.tokens()).extracting(token -> token.piece().text())
                .isEqualTo(ours.tokens().stream().map(token -> token.piece().text()).toList());
        assertThat(read.ending()).isEqualTo(Ending.CUT);
        if (read.scale() == Scale.LOGPROB) {
            assertThat(read.tokens()).extracting(token -> Float.parseFloat(token.number()))
                    .isEqualTo(ours.tokens().stream().map(token -> Float.parseFloat(token.number())).toList());
        }
        assertThat(read.tokens()).allSatisfy(token -> assertThat(token.top()).hasSize(1));
    }

    @Test
    void threeRunsAreThreeAnswers() {
        Answers answers = ForeignFile.read(ForeignSamples.file("vllm-three-runs.jsonl"));

        assertThat(answers.answers()).hasSize(3).allSatisfy(answer -> {
            assertThat(answer.format()).isEqualTo(Format.COMPLETIONS);
            assertThat(answer.length()).isEqualTo(24);
        });
        assertThat(answers.answers()).extracting(Answer::name).allMatch(name -> name.matches(".*\\.jsonl#[123]"));
    }

    @Test
    void filesOfOursAreNotForeign() {
        Path samples = Path.of(System.getProperty("throttlelab.samples"));

        assertThat(ForeignFile.isForeign(samples.resolve("baselines/fractalmoe-30m-none.json"))).isFalse();
        assertThat(ForeignFile.isForeign(samples.resolve("bet/45_throttle.batch-1.json"))).isFalse();
    }
}
