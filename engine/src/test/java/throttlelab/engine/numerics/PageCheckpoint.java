package throttlelab.engine.numerics;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A checkpoint in bfloat16, read as a stranger reads it: `config.json`, and the `safetensors` file as its own
/// description has it.
final class PageCheckpoint {

    private final JsonNode config;
    private final JsonNode header;
    private final ByteBuffer data;
    private final Map<String, float[]> weights = new HashMap<>();

    PageCheckpoint(Path directory) throws IOException {
        config = JsonMapper.shared().readTree(Files.readString(directory.resolve("config.json")));
        ByteBuffer whole;
        try (FileChannel file = FileChannel.open(directory.resolve("model.safetensors"))) {
            whole = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()).order(ByteOrder.LITTLE_ENDIAN);
        }
        byte[] json = new byte[(int) whole.getLong()];
        whole.get(json);
        header = JsonMapper.shared().readTree(json);
        data = whole.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    int integer(String name) {
        return config.required(name).intValue();
    }

    double fraction(String name) {
        return config.required(name).doubleValue();
    }

    boolean flag(String name) {
        return config.required(name).booleanValue();
    }

    /// The weights of `name`, without its ending ".weight", row-major.
    float[] weight(String name) {
        return weights.computeIfAbsent(name, absent -> read(header.required(absent + ".weight")));
    }

    private float[] read(JsonNode tensor) {
        if (!tensor.required("dtype").stringValue().equals("BF16")) {
            throw new IllegalArgumentException("not bfloat16: " + tensor);
        }
        int from = tensor.required("data_offsets").required(0).intValue();
        float[] values = new float[(tensor.required("data_offsets").required(1).intValue() - from) / 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(data.getShort(from + 2 * i) << 16);
        }
        return values;
    }
}
