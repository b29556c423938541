package throttlelab.engine.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import throttlelab.engine.recording.RecordedPrompt;
import throttlelab.engine.recording.TokenStream;

/// Two sets of streams, compared prompt by prompt.
///
/// @param streams a diff for each prompt, in the order of the reference
/// @param totals what they come to
public record Comparison(List<StreamDiff> streams, Totals totals) {

    private static final TokenStream ABSENT = new TokenStream(new int[0], "", new float[0], new float[0]);

    /// @throws NullPointerException if the list is null or holds null
    public Comparison {
        streams = List.copyOf(streams);
    }

    /// Compares streams that should all have `length` tokens. A prompt that one side lacks is missing with all its
    /// positions.
    public static Comparison of(List<RecordedPrompt> expected, List<RecordedPrompt> actual, int length) {
        Map<String, TokenStream> left = byId(actual);
        List<StreamDiff> diffs = new ArrayList<>();
        for (RecordedPrompt prompt : expected) {
            TokenStream other = left.remove(prompt.id());
            diffs.add(StreamDiff.of(prompt.id(), prompt.stream(), other == null ? ABSENT : other, length));
        }
        for (RecordedPrompt prompt : actual) {
            if (left.containsKey(prompt.id())) {
                diffs.add(StreamDiff.of(prompt.id(), ABSENT, prompt.stream(), length));
            }
        }
        return of(diffs);
    }

    /// Compares what both sides have: common prompts, and of each the common number of positions. Nothing is missing.
    public static Comparison ofCommon(List<RecordedPrompt> expected, List<RecordedPrompt> actual) {
        Map<String, TokenStream> others = byId(actual);
        return of(expected.stream().filter(prompt -> others.containsKey(prompt.id()))
                .map(prompt -> StreamDiff.ofCommon(prompt.id(), prompt.stream(), others.get(prompt.id()))).toList());
    }

    /// The diff for one prompt.
    public Optional<StreamDiff> stream(String promptId) {
        return streams.stream().filter(diff -> diff.promptId().equals(promptId)).findFirst();
    }

    /// The first stream that differs, in the order of the reference.
    public Optional<StreamDiff> firstDivergent() {
        return streams.stream().filter(diff -> diff.totals().verdict() != Verdict.STRICT).findFirst();
    }

    private static Comparison of(List<StreamDiff> diffs) {
        return new Comparison(diffs, diffs.stream().map(StreamDiff::totals).reduce(Totals.NOTHING, Totals::plus));
    }

    private static Map<String, TokenStream> byId(List<RecordedPrompt> prompts) {
        Map<String, TokenStream> streams = new HashMap<>();
        prompts.forEach(prompt -> streams.put(prompt.id(), prompt.stream()));
        return streams;
    }
}
