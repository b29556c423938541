package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.RunException;

/// What a damaged checkpoint is answered with. The control is the sound one that every test begins with: it loads.
class BadCheckpointTest {

    private static final String DOWN = "model.layers.1.mlp.experts.3.down_proj.weight";

    @TempDir
    private Path folder;

    private final TinyCheckpoint tiny = new TinyCheckpoint();
    private Path weights;

    @BeforeEach
    void aSoundOneLoads() {
        weights = tiny.write(folder).resolve("model.safetensors");
        assertThat(Model.load(folder).parameters()).isPositive();
    }

    @Test
    void aMissingFolder() {
        Path missing = folder.resolve("nowhere");
        Refused.inOneSentence(() -> Model.load(missing), missing, "there is no such folder", "choose a folder");
        Refused.inOneSentence(() -> Model.load(weights), weights, "this is not a folder", "choose a folder");
    }

    @ParameterizedTest
    @ValueSource(strings = {"config.json", "tokenizer.json"})
    void aMissingFile(String name) throws IOException {
        Files.delete(folder.resolve(name));
        Refused.inOneSentence(() -> Model.load(folder), "There is no file", folder.resolve(name), "check the name");
    }

    @Test
    void missingWeights() throws IOException {
        Files.delete(weights);
        Refused.inOneSentence(() -> Model.load(folder), folder, "neither model.safetensors nor model.safetensors.index.json",
                "choose a folder");
    }

    @Test
    void aFolderInPlaceOfWeights() throws IOException {
        Files.delete(weights);
        Files.createDirectory(weights);
        Refused.inOneSentence(() -> Model.load(folder), weights, "this is not a file", "check the path");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void aFileThatEndsWithinTheHeadersLength(int bytes) throws IOException {
        truncate(bytes);
        Refused.inOneSentence(() -> Model.load(folder), weights, "truncated", "after " + bytes + " bytes", "download");
    }

    @Test
    void aFileThatEndsWithinTheHeader() throws IOException {
        truncate(100);
        Refused.inOneSentence(() -> Model.load(folder), weights, "truncated", "header has", "there are only 92",
                "download");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 1000})
    void aFileThatEndsWithinTheData(int missing) throws IOException {
        truncate((int) Files.size(weights) - missing);
        Refused.inOneSentence(() -> Model.load(folder), weights, "truncated", "the tensor 'lm_head.weight' ends at byte",
                "download");
    }

    @Test
    void aFileThatGoesOnAfterTheData() throws IOException {
        Files.write(weights, new byte[3], StandardOpenOption.APPEND);
        Refused.inOneSentence(() -> Model.load(folder), weights, "the last 3 bytes belong to no tensor", "download");
    }

    @ParameterizedTest
    @CsvSource({"100000001,100000001", "-1,18446744073709551615", "9223372036854775807,9223372036854775807"})
    void anOversizedHeader(long length, String shown) throws IOException {
        byte[] bytes = Files.readAllBytes(weights);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(0, length);
        Files.write(weights, bytes);
        Refused.inOneSentence(() -> Model.load(folder), weights, "header", shown + " bytes", "100000000", "check that");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "oops | header is damaged",
        "{\"a\": 1 | header is damaged",
        "{} {} | header is damaged",
        "[] | an object is expected",
        "{\"x\": 1} | at x",
        "{\"x\": {\"shape\": [1], \"data_offsets\": [0, 4]}} | the key 'dtype' is missing",
        "{\"x\": {\"dtype\": \"F32\", \"data_offsets\": [0, 4]}} | the key 'shape' is missing",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1]}} | the key 'data_offsets' is missing",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [-1], \"data_offsets\": [0, 4]}} | at x.shape[0]",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1.5], \"data_offsets\": [0, 4]}} | at x.shape[0]",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1,1,1,1,1,1,1,1,1], \"data_offsets\": [0, 4]}} | at x.shape",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [9223372036854775807, 2], \"data_offsets\": [0, 4]}} | impossible shape",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [99999999999999999999], \"data_offsets\": [0, 4]}} | at x.shape[0]",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0]}} | impossible data_offsets [0]",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 0]}} | impossible data_offsets [4, 0]",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [-4, 0]}} | at x.data_offsets[0]",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 4]}} | the tensor 'x' has 4 bytes",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [4, 8]}} | the tensor 'x' begins at byte 4",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4000]}} | truncated",
        "{\"a\\nb\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}} | has a name that no such model has",
        "{\"x\": {\"dtype\": \"F32\", \"shape\": [1], \"data_offsets\": [0, 4]}, \"x\": {}} | header is damaged"})
    void aBrokenHeader(String header, String place) {
        TinyCheckpoint.writeRaw(weights, header, new byte[8]);
        Refused.inOneSentence(() -> Model.load(folder), weights, place);
    }

    @Test
    void overlappingTensors() {
        TinyCheckpoint.writeRaw(weights, "{\"a\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [0, 8]},"
                + "\"b\": {\"dtype\": \"F32\", \"shape\": [2], \"data_offsets\": [4, 12]}}", new byte[12]);
        Refused.inOneSentence(() -> Model.load(folder), weights, "the tensor 'b' begins at byte 4", "ends at 8", "download");
    }

    @Test
    void aHeaderThatIsNotUtf8() throws IOException {
        byte[] bytes = Files.readAllBytes(weights);
        bytes[20] = (byte) 0xff;
        Files.write(weights, bytes);
        Refused.inOneSentence(() -> Model.load(folder), weights, "header is damaged", "not JSON in UTF-8", "download");
    }

    @ParameterizedTest
    @ValueSource(strings = {"F64", "I8", "F8_E4M3", "BOOL", "bf16", "\\n"})
    void aWrongType(String dtype) {
        TinyCheckpoint.writeRaw(weights, "{\"model.norm.weight\": {\"dtype\": \"" + dtype
                + "\", \"shape\": [1], \"data_offsets\": [0, 8]}}", new byte[8]);
        Refused.inOneSentence(() -> Model.load(folder), weights, "'model.norm.weight' is stored as",
                "F32, BF16 or F16 only", "choose or export a copy");
    }

    @Test
    void aMissingTensor() {
        Map<String, TinyCheckpoint.Values> tensors = tiny.tensors();
        tensors.remove(DOWN);
        tiny.write(folder, tensors);
        Refused.inOneSentence(() -> Model.load(folder), weights, DOWN, "is missing", "export the model again");
    }

    @Test
    void anUnknownTensor() {
        Map<String, TinyCheckpoint.Values> tensors = tiny.tensors();
        tensors.put("model.layers.0.self_attn.q_proj.bias", new TinyCheckpoint.Values(new int[] {1}, new float[1]));
        tiny.write(folder, tensors);
        Refused.inOneSentence(() -> Model.load(folder), weights, "model.layers.0.self_attn.q_proj.bias",
                "no place in the model", "check that config.json and the weights belong together");
    }

    @Test
    void aWrongShape() {
        Map<String, TinyCheckpoint.Values> tensors = tiny.tensors();
        tensors.put(DOWN, new TinyCheckpoint.Values(new int[] {16, 32}, tensors.get(DOWN).values()));
        tiny.write(folder, tensors);
        Refused.inOneSentence(() -> Model.load(folder), weights, DOWN, "has the shape [16, 32]", "calls for [32, 16]",
                "check that config.json");
    }

    @Test
    void aConfigurationThatClaimsMoreThanThereIs() {
        Map<String, Object> config = tiny.config();
        config.putAll(Map.of("hidden_size", 16384, "moe_intermediate_size", 65536, "num_experts", 1024,
                "num_hidden_layers", 256, "vocab_size", 1 << 20));
        TinyCheckpoint.writeJson(folder.resolve("config.json"), config);
        Refused.inOneSentence(() -> Model.load(folder), weights, "'model.embed_tokens.weight' has the shape [264, 32]",
                "calls for [1048576, 16384]");
    }

    @ParameterizedTest
    @CsvSource({"F32,NaN,NaN", "BF16,NaN,NaN", "F16,NaN,NaN", "F32,Infinity,an infinite number",
        "F16,-Infinity,an infinite number"})
    void weightsThatAreNoNumbers(String dtype, float value, String shown) {
        Map<String, TinyCheckpoint.Values> tensors = tiny.dtype(dtype).tensors();
        tensors.get(DOWN).values()[5 * 16 + 7] = value;
        tensors.get(DOWN).values()[500] = value;
        tiny.write(folder, tensors);
        Refused.inOneSentence(() -> Model.load(folder), weights, DOWN, shown + " at [5, 7]", "download or train them again");
    }

    @Test
    void aTiedHeadThatIsNotTheEmbedding() {
        Map<String, TinyCheckpoint.Values> tensors = tiny.tied(true).tensors();
        float[] head = tensors.get("model.embed_tokens.weight").values().clone();
        head[33] += 1;
        tensors.put("lm_head.weight", new TinyCheckpoint.Values(new int[] {264, 32}, head));
        tiny.write(folder, tensors);
        Refused.inOneSentence(() -> Model.load(folder), weights, "'lm_head.weight' differs", "at [1, 1]",
                "set 'tie_word_embeddings' to false");
    }

    @Test
    void anInterruptEndsTheLoadingInWords() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(RunException.class).isThrownBy(() -> Model.load(folder))
                .withMessage("Loading " + folder + " was interrupted: start it again.");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aMissingShard() throws IOException {
        shards();
        Files.delete(folder.resolve(tiny.shardName(1)));
        Refused.inOneSentence(() -> Model.load(folder), folder.resolve(tiny.shardName(1)), "there is no such file",
                "download what is missing");
    }

    @Test
    void aTruncatedShard() throws IOException {
        shards();
        weights = folder.resolve(tiny.shardName(2));
        truncate((int) Files.size(weights) - 1);
        Refused.inOneSentence(() -> Model.load(folder), weights, "truncated", "'lm_head.weight'", "download");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../model.safetensors", "/etc/passwd", "", "a/b.safetensors", "model.bin", "..", "\\u0000"})
    void anIndexThatLeadsElsewhere(String shard) throws IOException {
        shards();
        Path index = Files.writeString(folder.resolve("model.safetensors.index.json"),
                "{\"weight_map\": {\"model.norm.weight\": \"" + shard + "\"}}");
        Refused.inOneSentence(() -> Model.load(folder), index, "at weight_map", "in the same folder", "again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"weight_map\": [] } | at weight_map", "{} | the key 'weight_map' is missing", "oops | not valid JSON at line 1",
        "{\"weight_map\": {\"x\": 1}} | at weight_map.x", "{\"weight_map\": {}} | 'model.embed_tokens.weight'"})
    void aBrokenIndex(String content, String place) throws IOException {
        shards();
        Path index = Files.writeString(folder.resolve("model.safetensors.index.json"), content);
        Refused.inOneSentence(() -> Model.load(folder), index, place);
    }

    @Test
    void anIndexThatDisagreesWithTheShards() {
        shards();
        Map<String, String> places = places();
        String moved = places.replace(DOWN, tiny.shardName(0));
        assertThat(moved).isNotEqualTo(tiny.shardName(0));
        TinyCheckpoint.writeJson(folder.resolve("model.safetensors.index.json"), Map.of("weight_map", places));
        Refused.inOneSentence(() -> Model.load(folder), folder.resolve(moved), DOWN, "does not say so", "again");

        places = places();
        places.put("model.extra.weight", tiny.shardName(0));
        TinyCheckpoint.writeJson(folder.resolve("model.safetensors.index.json"), Map.of("weight_map", places));
        Refused.inOneSentence(() -> Model.load(folder), folder.resolve(tiny.shardName(0)), "'model.extra.weight' is missing",
                "again");
    }

    @Test
    void aTensorInTwoShards() {
        shards();
        String first = "model.embed_tokens.weight";
        Map<String, TinyCheckpoint.Values> tensors = tiny.tensors();
        Map<String, TinyCheckpoint.Values> last = new LinkedHashMap<>(Map.of(first, tensors.get(first)));
        places().forEach((name, shard) -> {
            if (shard.equals(tiny.shardName(2))) {
                last.put(name, tensors.get(name));
            }
        });
        TinyCheckpoint.writeTensors(folder.resolve(tiny.shardName(2)), last, "F32");
        Refused.inOneSentence(() -> Model.load(folder), folder.resolve(tiny.shardName(2)), first, "does not say so");
    }

    private void shards() {
        try {
            Files.delete(weights);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        tiny.shards(3).write(folder);
    }

    private Map<String, String> places() {
        Map<String, String> places = new LinkedHashMap<>();
        List<String> names = List.copyOf(tiny.tensors().keySet());
        names.forEach(name -> places.put(name, tiny.shardName(places.size() * 3 / names.size())));
        return places;
    }

    private void truncate(int bytes) throws IOException {
        Files.write(weights, Arrays.copyOf(Files.readAllBytes(weights), bytes));
    }
}
