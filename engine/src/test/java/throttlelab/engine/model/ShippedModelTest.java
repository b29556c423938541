package throttlelab.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShippedModelTest {

    private static final String DIGEST = "18a7928d7344b9aab426b38d1f3757a08cecb0b9a31d4d40d9162bfe230255c0";
    private static final JsonMapper JSON = new JsonMapper();

    private static Model model;

    @BeforeAll
    static void load() {
        model = Model.load(Samples.MODEL);
    }

    @Test
    void hasTheNumbersOfItsCard() {
        assertThat(model.name()).isEqualTo("fractalmoe-30m");
        assertThat(model.parameters()).isEqualTo(29_922_560);
        assertThat(model.config()).isEqualTo(new ModelConfig(1024, 256, 8, 8, 8, 64, 16, 1, 256, false, 1e-6f, 10_000,
                512, false, 1022, 1023));
        assertThat(model.embedding()).hasSize(1024 * 256);
        for (int layer = 0; layer < 8; layer++) {
            LayerWeights weights = model.layer(layer);
            assertThat(weights.attention()).hasSize(8);
            assertThat(weights.experts()).hasSize(16).allSatisfy(slices -> assertThat(slices).hasSize(8));
            assertThat(weights.router().outputs()).isEqualTo(16);
            assertNorm(weights.attentionNorm(), 256);
            assertNorm(weights.expertNorm(), 256);
            assertNorm(weights.queryNorm(), 64);
            assertNorm(weights.keyNorm(), 64);
        }
        assertNorm(model.finalNorm(), 256);
    }

    private static void assertNorm(float[] weights, int width) {
        assertThat(weights).hasSize(width);
        for (float weight : weights) {
            assertThat(weight).isBetween(0.1f, 10f);
        }
    }

    @Test
    void hasTheDigestThatItsDescriptionGives() throws Exception {
        assertThat(model.digest()).hasToString(DIGEST);
        assertThat(digestAsDescribed()).isEqualTo(DIGEST);
    }

    @Test
    void hasTheDigestOfItsTokenizersFile() throws Exception {
        byte[] sha = MessageDigest.getInstance("SHA-256")
                .digest(Files.readAllBytes(Samples.MODEL.resolve("tokenizer.json")));
        assertThat(model.tokenizerDigest()).hasToString(HexFormat.of().formatHex(sha));
    }

    /// The description at [Model#digest()], followed with nothing but the standard library.
    private static String digestAsDescribed() throws Exception {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(Samples.MODEL.resolve("model.safetensors")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = (int) file.getLong(0);
        JsonNode header = JSON.readTree(new String(file.array(), 8, headerLength, StandardCharsets.UTF_8));
        TreeMap<String, JsonNode> tensors = new TreeMap<>();
        header.properties().forEach(entry -> tensors.put(entry.getKey(), entry.getValue()));
        tensors.remove("__metadata__");
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        tensors.forEach((name, tensor) -> {
            List<Long> shape = new ArrayList<>();
            tensor.get("shape").forEach(dimension -> shape.add(dimension.longValue()));
            ByteBuffer head = ByteBuffer.allocate(8 + name.length() + 8 * shape.size());
            head.putInt(name.length()).put(name.getBytes(StandardCharsets.US_ASCII)).putInt(shape.size());
            shape.forEach(head::putLong);
            sha.update(head.array());
            int from = tensor.get("data_offsets").get(0).intValue();
            int to = tensor.get("data_offsets").get(1).intValue();
            ByteBuffer values = ByteBuffer.allocate((to - from) * 2).order(ByteOrder.LITTLE_ENDIAN);
            for (int at = from; at < to; at += 2) {
                values.putInt(file.getShort(8 + headerLength + at) << 16);
            }
            sha.update(values.array());
        });
        sha.update(ByteBuffer.allocate(28).putInt(8).putInt(8).putInt(1).putInt(0)
                .putInt(Float.floatToIntBits(1e-6f)).putDouble(10_000).array());
        return HexFormat.of().formatHex(sha.digest());
    }

    @Test
    void splitsThePromptsOfTheReferenceIntoItsTokens() throws IOException {
        List<JsonNode> reference = reference();
        assertThat(reference).hasSize(100);
        List<Prompt> prompts = Prompts.read(Samples.PROMPTS);
        for (int i = 0; i < reference.size(); i++) {
            assertThat(prompts.get(i)).isEqualTo(
                    new Prompt(reference.get(i).get("id").stringValue(), reference.get(i).get("prompt").stringValue()));
            assertThat(model.tokenizer().encodePrompt(prompts.get(i).text()))
                    .as(prompts.get(i).id()).isEqualTo(ints(reference.get(i).get("prompt_tokens")));
        }
    }

    @Test
    void writesTheTokensOfTheReferenceAsItsTexts() throws IOException {
        for (JsonNode line : reference()) {
            int[] tokens = ints(line.get("tokens"));
            assertThat(model.tokenizer().decode(tokens)).isEqualTo(line.get("text").stringValue());
            StringBuilder pieces = new StringBuilder();
            for (int token : tokens) {
                pieces.append(model.tokenizer().piece(token));
            }
            assertThat(pieces).hasToString(line.get("text").stringValue());
        }
    }

    private static int[] ints(JsonNode list) {
        return list.values().stream().mapToInt(JsonNode::intValue).toArray();
    }

    private static List<JsonNode> reference() throws IOException {
        try (InputStream lines = ShippedModelTest.class.getResourceAsStream("/reference.jsonl")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines().map(JSON::readTree).toList();
        }
    }
}
