package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a tokenizer.json that is broken, or that would split otherwise, is answered with.
class BadTokenizerTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void aSoundOneIsRead() {
        assertThat(read(tokenizer -> { }).encode("the")).containsExactly(ids("t", "he"));
        assertThat(read(tokenizer -> { }).encode(" the")).containsExactly(258);
    }

    static List<Arguments> faults() {
        return List.of(
                fault("normalizer.type", "'NFKC'", t -> t.putObject("normalizer").put("type", "NFKC")),
                fault("the key 'pre_tokenizer' is missing", "add it", t -> t.remove("pre_tokenizer")),
                fault("pre_tokenizer", "'ByteLevel'", t -> t.putObject("pre_tokenizer").put("type", "Whitespace")),
                fault("pre_tokenizer", "add_prefix_space", t -> splitter(t).put("add_prefix_space", true)),
                fault("pre_tokenizer", "isolating", t -> sequence(t, "\\s+").put("behavior", "Removed")),
                fault("pre_tokenizer", "isolating", t -> sequence(t, "\\s+").put("invert", true)),
                fault("pattern.Regex", "not known here", t -> sequence(t, "[a-z&&[^b]]+")),
                fault("pattern.Regex", "not known here", t -> sequence(t, "\\h+")),
                fault("pattern.Regex", "not known here", t -> sequence(t, "(a|b)*")),
                fault("pattern.Regex", "not known here", t -> sequence(t, "^a$")),
                fault("pattern.Regex", "not known here", t -> sequence(t, "\\p{Han}+")),
                fault("pattern.Regex", "not a pattern", t -> sequence(t, "(a")),
                fault("post_processor.type", "'TemplateProcessing'",
                        t -> t.putObject("post_processor").put("type", "TemplateProcessing")),
                fault("the key 'decoder' is missing", "add it", t -> t.putNull("decoder")),
                fault("decoder.type", "'Metaspace'", t -> t.putObject("decoder").put("type", "Metaspace")),
                fault("the key 'model' is missing", "add it", t -> t.remove("model")),
                fault("model.type", "'Unigram'", t -> model(t).put("type", "Unigram")),
                fault("model.byte_fallback", "only false", t -> model(t).put("byte_fallback", true)),
                fault("model.dropout", "at random", t -> model(t).put("dropout", 0.1)),
                fault("model.end_of_word_suffix", "without it", t -> model(t).put("end_of_word_suffix", "</w>")),
                fault("model.continuing_subword_prefix", "without it",
                        t -> model(t).put("continuing_subword_prefix", "##")),
                fault("the key 'vocab' is missing", "add it", t -> model(t).remove("vocab")),
                fault("model.vocab.he", "beyond the 'vocab_size'", t -> vocabulary(t).put("he", 264)),
                fault("model.vocab.he", "a whole number from 0", t -> vocabulary(t).put("he", "x")),
                fault("model.vocab", "another token", t -> vocabulary(t).put("he", 12)),
                fault("model.vocab", "no token for the byte 32", t -> vocabulary(t).remove("Ġ")),
                fault("the key 'merges' is missing", "add it", t -> model(t).remove("merges")),
                fault("model.merges[6]", "not 3", t -> merges(t).add("a b c")),
                fault("model.merges[6]", "not 1", t -> merges(t).add("a")),
                fault("model.merges[6]", "lacks the token 'ab'", t -> merges(t).add("a b")),
                fault("model.merges[6]", "lacks the token 'zz'", t -> merges(t).add("zz a")),
                fault("model.merges[6]", "text", t -> merges(t).add(1)),
                fault("added_tokens[2]", "does not agree", t -> added(t, "<x>", 12)),
                fault("added_tokens[2]", "does not agree", t -> added(t, "he", 12)),
                fault("added_tokens[2]", "empty", t -> added(t, "", 263)),
                fault("added_tokens[2].id", "check that both files", t -> added(t, "<x>", 264)),
                fault("added_tokens[2].id", "a whole number from 0", t -> added(t, "<x>", -1)),
                fault("added_tokens[1].lstrip", "only false", t -> lastAdded(t).put("lstrip", true)),
                fault("added_tokens[1].rstrip", "only false", t -> lastAdded(t).put("rstrip", true)),
                fault("added_tokens[1].single_word", "only false", t -> lastAdded(t).put("single_word", true)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFieldThatCannotBe(String place, String what, Consumer<ObjectNode> fault) {
        Refused.inOneSentence(() -> read(fault), folder.resolve("tokenizer.json"), place, what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "oops", "[]", "{\"model\": {}, \"model\": {}}"})
    void noJsonObject(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), content);
        Refused.inOneSentence(() -> TokenizerReader.read(file, config()), file);
    }

    @Test
    void aTruncatedOneNamesLineAndColumn() throws IOException {
        TinyCheckpoint.writeJson(folder.resolve("tokenizer.json"), TinyCheckpoint.tokenizer());
        Path file = folder.resolve("tokenizer.json");
        Files.writeString(file, Files.readString(file).substring(0, 1000));
        Refused.inOneSentence(() -> TokenizerReader.read(file, config()), file, "not valid JSON at line 1, column");
    }

    private Tokenizer read(Consumer<ObjectNode> fault) {
        ObjectNode tokenizer = JSON.valueToTree(TinyCheckpoint.tokenizer());
        fault.accept(tokenizer);
        TinyCheckpoint.writeJson(folder.resolve("tokenizer.json"), tokenizer);
        return TokenizerReader.read(folder.resolve("tokenizer.json"), config());
    }

    private static ModelConfig config() {
        return new ModelConfig(264, 32, 2, 8, 8, 4, 8, 1, 16, false, 1e-6f, 10_000, 64, false, 262, 263);
    }

    private static int[] ids(String... tokens) {
        ObjectNode vocabulary = vocabulary(JSON.valueToTree(TinyCheckpoint.tokenizer()));
        return List.of(tokens).stream().mapToInt(token -> vocabulary.get(token).intValue()).toArray();
    }

    private static Arguments fault(String place, String what, Consumer<ObjectNode> fault) {
        return Arguments.of(place, what, fault);
    }

    private static ObjectNode model(ObjectNode tokenizer) {
        return (ObjectNode) tokenizer.get("model");
    }

    private static ObjectNode vocabulary(ObjectNode tokenizer) {
        return (ObjectNode) model(tokenizer).get("vocab");
    }

    private static ArrayNode merges(ObjectNode tokenizer) {
        return (ArrayNode) model(tokenizer).get("merges");
    }

    private static ObjectNode splitter(ObjectNode tokenizer) {
        return (ObjectNode) tokenizer.get("pre_tokenizer");
    }

    private static ObjectNode added(ObjectNode tokenizer, String content, int id) {
        return ((ArrayNode) tokenizer.get("added_tokens")).addObject().put("content", content).put("id", id);
    }

    private static ObjectNode lastAdded(ObjectNode tokenizer) {
        return (ObjectNode) tokenizer.get("added_tokens").get(1);
    }

    /// Puts a Qwen-style pre-tokenizer there and returns its split step.
    private static ObjectNode sequence(ObjectNode tokenizer, String pattern) {
        ArrayNode steps = tokenizer.putObject("pre_tokenizer").put("type", "Sequence").putArray("pretokenizers");
        ObjectNode split = steps.addObject().put("type", "Split").put("behavior", "Isolated");
        split.putObject("pattern").put("Regex", pattern);
        steps.addObject().put("type", "ByteLevel").put("add_prefix_space", false).put("use_regex", false);
        return split;
    }
}
