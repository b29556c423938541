package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.numerics.PackedMatrix;

class CheckpointVariantsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"F32,1", "F32,3", "BF16,1", "BF16,3", "F16,1", "F16,5"})
    void theSameValuesHaveTheSameDigestHoweverTheyAreStored(String dtype, int shards) {
        Model model = Model.load(new TinyCheckpoint().dtype(dtype).shards(shards).write(folder.resolve("a")));
        Model plain = Model.load(new TinyCheckpoint().write(folder.resolve("b")));
        assertThat(model.digest()).isEqualTo(plain.digest());
        assertThat(unitDigests(model)).isEqualTo(unitDigests(plain));
        assertThat(model.embedding()).isEqualTo(plain.embedding());
    }

    @Test
    void everyWeightCountsInTheDigest() {
        Sha256 plain = Model.load(new TinyCheckpoint().write(folder.resolve("plain"))).digest();
        int number = 0;
        for (String name : List.of("model.embed_tokens.weight", "model.layers.1.mlp.experts.7.down_proj.weight",
                "model.norm.weight", "lm_head.weight")) {
            Map<String, TinyCheckpoint.Values> tensors = new TinyCheckpoint().tensors();
            float[] values = tensors.get(name).values();
            values[values.length - 1] = Math.nextUp(values[values.length - 1]);
            Path changed = new TinyCheckpoint().write(folder.resolve("changed" + number++), tensors);
            assertThat(Model.load(changed).digest()).as(name).isNotEqualTo(plain);
        }
    }

    @ParameterizedTest
    @CsvSource({"num_experts_per_tok,2", "rms_norm_eps,1e-5", "rope_theta,1000000"})
    void everySettingThatDecidesTheAnswerCountsInTheDigest(String name, double value) {
        Sha256 plain = Model.load(new TinyCheckpoint().write(folder)).digest();
        Map<String, Object> config = new TinyCheckpoint().config();
        config.put(name, value == 2 ? (Object) 2 : value);
        TinyCheckpoint.writeJson(folder.resolve("config.json"), config);
        assertThat(Model.load(folder).digest()).isNotEqualTo(plain);
    }

    @Test
    void normTopKCountsInTheDigestAndIsRead() {
        Model without = Model.load(new TinyCheckpoint().expertsPerToken(2).write(folder.resolve("without")));
        Model with = Model.load(new TinyCheckpoint().expertsPerToken(2).normTopK(true).write(folder.resolve("with")));
        assertThat(without.config().normTopK()).isFalse();
        assertThat(with.config().normTopK()).isTrue();
        assertThat(with.digest()).isNotEqualTo(without.digest());
    }

    @ParameterizedTest
    @CsvSource({"8,8", "8,4", "8,2", "8,1", "16,16", "16,8", "16,4", "24,8", "24,24"})
    void attentionIsCutByHeadsAndSharedKeyValueHeads(int heads, int keyValueHeads) {
        TinyCheckpoint tiny = new TinyCheckpoint().heads(heads).keyValueHeads(keyValueHeads);
        Model model = Model.load(tiny.write(folder));
        Map<String, TinyCheckpoint.Values> tensors = tiny.tensors();
        int headDim = 4;
        for (int slice = 0; slice < 8; slice++) {
            AttentionSlice attention = model.layer(1).attention().get(slice);
            List<float[]> rows = new ArrayList<>();
            List<Integer> keyHeads = new ArrayList<>();
            for (int head = slice * heads / 8; head < (slice + 1) * heads / 8; head++) {
                rows.addAll(rows(tensors.get("model.layers.1.self_attn.q_proj.weight"), head * headDim, headDim));
                int keyHead = head / (heads / keyValueHeads);
                if (!keyHeads.contains(keyHead)) {
                    keyHeads.add(keyHead);
                }
            }
            for (String name : List.of("k_proj", "v_proj")) {
                for (int keyHead : keyHeads) {
                    rows.addAll(rows(tensors.get("model.layers.1.self_attn." + name + ".weight"), keyHead * headDim,
                            headDim));
                }
            }
            assertThat(model.config().keyValueHeadsPerSlice()).isEqualTo(keyHeads.size());
            assertRows(attention.queryKeyValue(), rows, 0, 32);
            assertRows(attention.output(), rows(tensors.get("model.layers.1.self_attn.o_proj.weight"), 0, 32),
                    slice * heads / 8 * headDim, heads / 8 * headDim);
        }
    }

    @Test
    void expertsAndHeadAreCutByUnitsAndTokens() {
        Model model = Model.load(new TinyCheckpoint().write(folder));
        Map<String, TinyCheckpoint.Values> tensors = new TinyCheckpoint().tensors();
        String expert = "model.layers.0.mlp.experts.5.";
        for (int slice = 0; slice < 8; slice++) {
            ExpertSlice units = model.layer(0).experts().get(5).get(slice);
            List<float[]> rows = new ArrayList<>(rows(tensors.get(expert + "gate_proj.weight"), slice * 2, 2));
            rows.addAll(rows(tensors.get(expert + "up_proj.weight"), slice * 2, 2));
            assertRows(units.gateUp(), rows, 0, 32);
            assertRows(units.down(), rows(tensors.get(expert + "down_proj.weight"), 0, 32), slice * 2, 2);
            assertRows(model.head(slice).weights(), rows(tensors.get("lm_head.weight"), slice * 33, 33), 0, 32);
        }
        assertRows(model.layer(0).router(), rows(tensors.get("model.layers.0.mlp.gate.weight"), 0, 8), 0, 32);
        assertThat(model.embedding()).isEqualTo(tensors.get("model.embed_tokens.weight").values());
        assertThat(model.finalNorm()).isEqualTo(tensors.get("model.norm.weight").values());
        assertThat(model.layer(0).queryNorm())
                .isEqualTo(tensors.get("model.layers.0.self_attn.q_norm.weight").values());
        assertThat(model.layer(0).keyNorm()).isEqualTo(tensors.get("model.layers.0.self_attn.k_norm.weight").values());
        assertThat(model.layer(0).attentionNorm())
                .isEqualTo(tensors.get("model.layers.0.input_layernorm.weight").values());
        assertThat(model.layer(0).expertNorm())
                .isEqualTo(tensors.get("model.layers.0.post_attention_layernorm.weight").values());
    }

    @Test
    void aTiedHeadIsTheEmbedding() {
        TinyCheckpoint tiny = new TinyCheckpoint().tied(true);
        Model model = Model.load(tiny.write(folder.resolve("without")));
        Map<String, TinyCheckpoint.Values> tensors = tiny.tensors();
        TinyCheckpoint.Values embedding = tensors.get("model.embed_tokens.weight");
        assertRows(model.head(7).weights(), rows(embedding, 7 * 33, 33), 0, 32);

        tensors.put("lm_head.weight", embedding);
        Model redundant = Model.load(tiny.write(folder.resolve("with"), tensors));
        assertThat(redundant.digest()).isEqualTo(model.digest());
        assertThat(redundant.parameters()).isEqualTo(model.parameters());
        assertThat(Model.load(new TinyCheckpoint().write(folder.resolve("untied"))).parameters())
                .isEqualTo(model.parameters() + 264 * 32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rope_theta", "both", "rope_parameters"})
    void ropeStandsInOldAndNewPlaces(String place) {
        new TinyCheckpoint().write(folder);
        Map<String, Object> config = new TinyCheckpoint().config();
        config.put("rope_theta", 1_000_000);
        config.put("rope_scaling", null);
        if (!place.equals("rope_theta")) {
            config.put("rope_parameters", Map.of("rope_theta", 1_000_000, "rope_type", "default"));
        }
        if (place.equals("rope_parameters")) {
            config.remove("rope_theta");
        }
        TinyCheckpoint.writeJson(folder.resolve("config.json"), config);
        assertThat(Model.load(folder).config().ropeTheta()).isEqualTo(1_000_000);
    }

    @Test
    void expertsStandUnderOldAndNewNames() {
        new TinyCheckpoint().write(folder);
        Map<String, Object> config = new TinyCheckpoint().config();
        config.put("num_local_experts", config.remove("num_experts"));
        TinyCheckpoint.writeJson(folder.resolve("config.json"), config);
        assertThat(Model.load(folder).config().experts()).isEqualTo(8);
    }

    @Test
    void whatIsAbsentHasTheDefaultsOfTheArchitecture() {
        new TinyCheckpoint().write(folder);
        Map<String, Object> config = new LinkedHashMap<>(new TinyCheckpoint().config());
        for (String name : List.of("architectures", "head_dim", "norm_topk_prob", "hidden_act", "rms_norm_eps", "rope_theta",
                "attention_bias", "tie_word_embeddings", "bos_token_id", "eos_token_id")) {
            config.remove(name);
        }
        config.put("eos_token_id", List.of(263, 5));
        config.put("sliding_window", 4096);
        TinyCheckpoint.writeJson(folder.resolve("config.json"), config);
        Model model = Model.load(folder);
        assertThat(model.config()).isEqualTo(new ModelConfig(264, 32, 2, 8, 8, 4, 8, 1, 16, false, 1e-6f, 10_000, 64,
                false, -1, 263));
        assertThat(model.tokenizer().encodePrompt("x")).isEqualTo(model.tokenizer().encode("x"));
    }

    @Test
    void oneFileComesBeforeAnIndex() throws Exception {
        new TinyCheckpoint().write(folder);
        Files.writeString(folder.resolve("model.safetensors.index.json"), "left over from elsewhere");
        assertThat(Model.load(folder).parameters()).isPositive();
    }

    @Test
    void progressRisesToTheNumberOfParameters() {
        List<Long> seen = new ArrayList<>();
        Model model = Model.load(new TinyCheckpoint().write(folder), (parameters, total) -> {
            seen.add(parameters);
            assertThat(parameters).isLessThanOrEqualTo(total);
        });
        assertThat(seen).isSorted().hasSizeGreaterThan(1).endsWith(model.parameters()).doesNotHaveDuplicates();
    }

    private static List<Sha256> unitDigests(Model model) {
        List<Sha256> digests = new ArrayList<>();
        for (int slice = 0; slice < 8; slice++) {
            digests.add(model.head(slice).digest());
            for (int layer = 0; layer < model.config().layers(); layer++) {
                digests.add(model.layer(layer).attention().get(slice).digest());
                for (List<ExpertSlice> expert : model.layer(layer).experts()) {
                    digests.add(expert.get(slice).digest());
                }
            }
        }
        assertThat(digests).doesNotHaveDuplicates();
        return digests;
    }

    private static List<float[]> rows(TinyCheckpoint.Values tensor, int first, int count) {
        int length = tensor.shape()[1];
        List<float[]> rows = new ArrayList<>();
        for (int row = first; row < first + count; row++) {
            rows.add(Arrays.copyOfRange(tensor.values(), row * length, (row + 1) * length));
        }
        return rows;
    }

    private static void assertRows(PackedMatrix matrix, List<float[]> rows, int firstColumn, int columns) {
        assertThat(matrix.outputs()).isEqualTo(rows.size());
        assertThat(matrix.inputs()).isEqualTo(columns);
        for (int output = 0; output < rows.size(); output++) {
            for (int input = 0; input < columns; input++) {
                assertThat(matrix.get(output, input)).isEqualTo(rows.get(output)[firstColumn + input]);
            }
        }
    }
}
