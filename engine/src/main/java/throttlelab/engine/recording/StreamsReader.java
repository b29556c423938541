package throttlelab.engine.recording;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import throttlelab.engine.files.JsonStream;
import throttlelab.engine.model.Prompt;
import throttlelab.engine.words.Sentence;

/// Takes the streams of recordings and results as they come, and believes nothing it can check.
final class StreamsReader {

    private static final Sentence AS_WRITTEN = Sentence.of("recording.use-the-file-as-it");

    private final JsonStream json;
    private final Set<String> ids = new HashSet<>();
    private final List<Run> runs = new ArrayList<>();

    /// What the file has of one prompt.
    ///
    /// @param own its stream in a recording; `null` in a result
    /// @param streams its streams in a result, by profile; empty in a recording
    record Run(Prompt prompt, int[] promptTokens, TokenStream own, Map<String, TokenStream> streams) {
    }

    private static final class Draft {

        private String id;
        private String text;
        private int[] promptTokens;
        private Map<String, TokenStream> streams;
        private final Stream own = new Stream();
    }

    private static final class Stream {

        private int[] tokens;
        private String text;
        private float[] logprobs;
        private int[] bits;
        private float[] margins = {};
    }

    StreamsReader(JsonStream json) {
        this.json = json;
    }

    /// What was read so far.
    List<Run> runs() {
        return runs;
    }

    /// Reads the array of runs that begins here.
    void read() {
        json.array(this::run);
    }

    private void run() {
        Draft run = new Draft();
        json.object(key -> {
            switch (key) {
                case "prompt_id" -> run.id = id();
                case "prompt" -> run.text = json.text();
                case "prompt_tokens" -> run.promptTokens = integers();
                case "streams" -> run.streams = streams();
                default -> member(run.own, key);
            }
        });
        Prompt prompt = new Prompt(required("prompt_id", run.id), required("prompt", run.text));
        int[] promptTokens = required("prompt_tokens", run.promptTokens);
        runs.add(run.streams == null ? new Run(prompt, promptTokens, whole(run.own), Map.of())
                : new Run(prompt, promptTokens, null, run.streams));
    }

    private Map<String, TokenStream> streams() {
        Map<String, TokenStream> streams = new LinkedHashMap<>();
        json.object(profile -> streams.put(profile, stream()));
        return streams;
    }

    private String id() {
        String id = json.text();
        if (!ids.add(id)) {
            throw json.wrong(Sentence.of("recording.there-are-two-prompts", id),
                    Sentence.of("recording.give-every-prompt-its-own"));
        }
        return id;
    }

    private TokenStream stream() {
        Stream stream = new Stream();
        json.object(key -> member(stream, key));
        return whole(stream);
    }

    private void member(Stream stream, String key) {
        switch (key) {
            case "tokens" -> stream.tokens = integers();
            case "text" -> stream.text = json.text();
            case "logprobs" -> stream.logprobs = floats();
            case "logprob_bits" -> stream.bits = json.numbers(this::bits);
            case "margins" -> stream.margins = floats();
            default -> { }
        }
    }

    private int[] integers() {
        return json.numbers(() -> json.integer(0, Integer.MAX_VALUE));
    }

    private float[] floats() {
        int[] bits = json.numbers(() -> Float.floatToRawIntBits(json.float32()));
        float[] floats = new float[bits.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = Float.intBitsToFloat(bits[i]);
        }
        return floats;
    }

    private int bits() {
        int bits = json.hex32();
        float stated = Float.intBitsToFloat(bits);
        if (!Float.isFinite(stated)) {
            throw json.wrong(Sentence.of("recording.these-are-the-bits-of", stated), AS_WRITTEN);
        }
        return bits;
    }

    /// The stream, whose object ended here.
    private TokenStream whole(Stream stream) {
        int length = required("tokens", stream.tokens).length;
        sized("logprobs", required("logprobs", stream.logprobs).length, length);
        sized("logprob_bits", required("logprob_bits", stream.bits).length, length);
        if (stream.margins.length > 0) {
            sized("margins", stream.margins.length, length);
        }
        for (int i = 0; i < length; i++) {
            if (Float.floatToRawIntBits(stream.logprobs[i]) != stream.bits[i]) {
                throw json.wrong(".logprobs[" + i + "]", Sentence.of("recording.the-decimal-reads-back-to",
                        stream.logprobs[i], Float.intBitsToFloat(stream.bits[i])), AS_WRITTEN);
            }
        }
        return new TokenStream(stream.tokens, required("text", stream.text), stream.logprobs, stream.margins);
    }

    private void sized(String key, int entries, int length) {
        if (entries != length) {
            throw json.wrong("." + key, Sentence.of("recording.there-are-entries-for-tokens", entries, length),
                    AS_WRITTEN);
        }
    }

    private <T> T required(String key, T value) {
        if (value == null) {
            throw json.wrong(Sentence.of("recording.the-key-is-missing", key), Sentence.of("recording.add-it"));
        }
        return value;
    }
}
