package throttlelab.engine.recording.foreign;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import throttlelab.engine.files.JsonOutput;
import tools.jackson.core.JsonGenerator;

/// Writes a stream of ours in the shape in which servers answer. The samples in `samples/foreign` are made with it.
public final class Converter {

    private static final long NOON = 1_769_860_800;

    private Converter() {
    }

    /// What a hosted service answers to a chat.
    public static String chat(Answer answer) {
        return document(json -> {
            head(json, "chatcmpl-throttlelab", "chat.completion", answer);
            json.writeArrayPropertyStart("choices");
            json.writeStartObject();
            json.writeNumberProperty("index", 0);
            json.writeObjectPropertyStart("message");
            json.writeStringProperty("role", "assistant");
            json.writeStringProperty("content", answer.text());
            json.writeNullProperty("refusal");
            json.writeEndObject();
            json.writeObjectPropertyStart("logprobs");
            json.writeArrayPropertyStart("content");
            answer.tokens().forEach(token -> {
                json.writeStartObject();
                chatToken(json, token);
                json.writeArrayPropertyStart("top_logprobs");
                json.writeStartObject();
                chatToken(json, token);
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeNullProperty("refusal");
            json.writeEndObject();
            json.writeStringProperty("finish_reason", "length");
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    /// What vLLM answers to a completion.
    public static String completion(Answer answer) {
        return document(json -> {
            head(json, "cmpl-throttlelab", "text_completion", answer);
            json.writeArrayPropertyStart("choices");
            json.writeStartObject();
            json.writeNumberProperty("index", 0);
            json.writeStringProperty("text", answer.text());
            json.writeObjectPropertyStart("logprobs");
            completionLists(json, answer.tokens());
            json.writeEndObject();
            json.writeStringProperty("finish_reason", "length");
            json.writeNullProperty("stop_reason");
            json.writeNullProperty("prompt_logprobs");
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    /// What llama.cpp's server answers to `/completion`.
    public static String llamaCpp(Answer answer) {
        return document(json -> {
            json.writeNumberProperty("index", 0);
            json.writeStringProperty("content", answer.text());
            json.writeStringProperty("model", answer.model() + ".gguf");
            json.writeNumberProperty("tokens_predicted", answer.length());
            json.writeStringProperty("prompt", answer.prompt());
            json.writeStringProperty("stop_type", "limit");
            json.writeStringProperty("stopping_word", "");
            json.writeArrayPropertyStart("completion_probabilities");
            answer.tokens().forEach(token -> {
                json.writeStartObject();
                llamaToken(json, token);
                json.writeArrayPropertyStart("top_logprobs");
                json.writeStartObject();
                llamaToken(json, token);
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    /// What llama.cpp's server answered before December 2024.
    public static String oldLlamaCpp(Answer answer) {
        return document(json -> {
            json.writeStringProperty("content", answer.text());
            json.writeStringProperty("model", answer.model() + ".gguf");
            json.writeNumberProperty("tokens_predicted", answer.length());
            json.writeStringProperty("prompt", answer.prompt());
            json.writeBooleanProperty("stopped_eos", false);
            json.writeBooleanProperty("stopped_word", false);
            json.writeBooleanProperty("stopped_limit", true);
            json.writeArrayPropertyStart("completion_probabilities");
            answer.tokens().forEach(token -> {
                json.writeStartObject();
                json.writeStringProperty("content", token.piece().text());
                json.writeArrayPropertyStart("probs");
                json.writeStartObject();
                json.writeStringProperty("tok_str", token.piece().text());
                json.writeName("prob").writeNumber(printed((float) Math.exp(Float.parseFloat(token.number()))));
                json.writeEndObject();
                json.writeEndArray();
                json.writeEndObject();
            });
            json.writeEndArray();
        });
    }

    private static void head(JsonGenerator json, String id, String object, Answer answer) {
        json.writeStringProperty("id", id);
        json.writeStringProperty("object", object);
        json.writeNumberProperty("created", NOON);
        json.writeStringProperty("model", answer.model());
    }

    private static void chatToken(JsonGenerator json, PrintedToken token) {
        json.writeStringProperty("token", token.piece().text());
        json.writeName("logprob").writeNumber(printed(Float.parseFloat(token.number())));
        bytes(json, token);
    }

    private static void llamaToken(JsonGenerator json, PrintedToken token) {
        json.writeNumberProperty("id", token.piece().id());
        json.writeStringProperty("token", token.piece().text());
        bytes(json, token);
        json.writeName("logprob").writeNumber(printed(Float.parseFloat(token.number())));
    }

    private static void bytes(JsonGenerator json, PrintedToken token) {
        json.writeArrayPropertyStart("bytes");
        for (byte one : HexFormat.of().parseHex(token.piece().hex())) {
            json.writeNumber(one & 0xff);
        }
        json.writeEndArray();
    }

    private static void completionLists(JsonGenerator json, List<PrintedToken> tokens) {
        json.writeArrayPropertyStart("text_offset");
        int offset = 0;
        for (PrintedToken token : tokens) {
            json.writeNumber(offset);
            offset += token.piece().text().length();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("token_logprobs");
        tokens.forEach(token -> json.writeNumber(printed(Float.parseFloat(token.number()))));
        json.writeEndArray();
        json.writeArrayPropertyStart("tokens");
        tokens.forEach(token -> json.writeString(token.piece().text()));
        json.writeEndArray();
        json.writeArrayPropertyStart("top_logprobs");
        tokens.forEach(token -> {
            json.writeStartObject();
            json.writeName(token.piece().text()).writeNumber(printed(Float.parseFloat(token.number())));
            json.writeEndObject();
        });
        json.writeEndArray();
    }

    /// As Python prints a float that was widened to a double, which is how such servers print it.
    private static String printed(float number) {
        double wide = number;
        if (wide == 0) {
            return "0.0";
        }
        BigDecimal shortest = new BigDecimal(Double.toString(wide));
        if (Math.abs(wide) >= 1e-4) {
            return shortest.toPlainString();
        }
        int exponent = shortest.scale() - shortest.precision() + 1;
        String digits = shortest.unscaledValue().abs().toString().replaceFirst("0+$", "");
        return (wide < 0 ? "-" : "") + digits.charAt(0) + (digits.length() > 1 ? "." + digits.substring(1) : "") + "e-"
                + (exponent < 10 ? "0" : "") + exponent;
    }

    private static String document(Consumer<JsonGenerator> members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JsonOutput.to(bytes)) {
            json.writeStartObject();
            members.accept(json);
            json.writeEndObject();
            json.writeRaw('\n');
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
