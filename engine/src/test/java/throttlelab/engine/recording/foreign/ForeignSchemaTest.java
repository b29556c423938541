package throttlelab.engine.recording.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import throttlelab.engine.files.Schemas;

/// The published schemas of foreign formats fit the samples, and no others.
class ForeignSchemaTest {

    @ParameterizedTest
    @CsvSource({"foreign-openai-chat, openai-chat.json", "foreign-completions, vllm-completions.json",
        "foreign-llama-cpp, llama-cpp.json", "foreign-llama-cpp-old, llama-cpp-old.json"})
    void theSamplesFitTheirSchemaAndNoOther(String schema, String sample) {
        assertThat(Schemas.names()).filteredOn(name -> name.startsWith("foreign-")).hasSize(4).allSatisfy(name ->
                assertThat(Schemas.errors(name, ForeignSamples.text(sample)).isEmpty()).as(name)
                        .isEqualTo(name.equals(schema)));
    }

    @Test
    void everyAnswerOfTheThreeRunsFits() {
        assertThat(ForeignSamples.text("vllm-three-runs.jsonl").lines()).hasSize(3)
                .allSatisfy(line -> Schemas.assertValid("foreign-completions", line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "foreign-openai-chat | openai-chat.json | \"logprob\" : - | \"logprob\" : true, \"x\" : -",
        "foreign-openai-chat | openai-chat.json | \"bytes\" : [ 32 | \"bytes\" : [ 320",
        "foreign-openai-chat | openai-chat.json | \"choices\" | \"choice\"",
        "foreign-completions | vllm-completions.json | \"tokens\" : [ | \"tokens\" : [ 1,",
        "foreign-llama-cpp | llama-cpp.json | \"id\" : | \"id\" : -2, \"x\" :",
        "foreign-llama-cpp-old | llama-cpp-old.json | \"tok_str\" | \"token\""})
    void whatDoesNotFitIsFound(String schema, String sample, String part, String other) {
        assertThat(ForeignSamples.text(sample)).contains(part);
        assertThat(Schemas.errors(schema, ForeignSamples.text(sample).replace(part, other))).isNotEmpty();
    }
}
