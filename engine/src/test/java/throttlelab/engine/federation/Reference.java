package throttlelab.engine.federation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/// What an independent fp32 PyTorch forward pass of the shipped model gave for one prompt.
record Reference(String id, String prompt, int[] prompt_tokens, int[] tokens, float[] logprobs) {

    private static final List<Reference> ALL = read();

    static List<Reference> all() {
        return ALL;
    }

    /// The tokens of the first `count` prompts.
    static List<int[]> prompts(int count) {
        return ALL.stream().limit(count).map(Reference::prompt_tokens).toList();
    }

    private static List<Reference> read() {
        ObjectReader json = new JsonMapper().readerFor(Reference.class);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Reference.class.getResourceAsStream("/reference.jsonl"), StandardCharsets.UTF_8))) {
            return lines.lines().map(line -> json.<Reference>readValue(line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
