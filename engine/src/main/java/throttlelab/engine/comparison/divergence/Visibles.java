package throttlelab.engine.comparison.divergence;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.comparison.PositionDiff;
import throttlelab.engine.recording.Recording;

/// Where the streams of two recordings part: the first difference of every prompt that has one.
final class Visibles {

    private final Map<String, PositionDiff> firsts = new LinkedHashMap<>();
    private final Map<String, Integer> batches = new LinkedHashMap<>();

    Visibles(Recording a, Recording b) {
        Comparison.ofCommon(a.prompts(), b.prompts()).streams()
                .forEach(stream -> stream.first().ifPresent(first -> firsts.put(stream.promptId(), first)));
        for (int i = 0; i < a.prompts().size(); i++) {
            batches.put(a.prompts().get(i).id(), i / a.setup().batch());
        }
    }

    /// The first one in the order of the run: batch, then token, then prompt.
    Optional<DivergencePath.Visible> first() {
        return first(firsts.keySet(), Comparator.comparing((String id) -> batches.get(id)));
    }

    /// The first one among some prompts of one batch.
    Optional<DivergencePath.Visible> firstOf(Collection<String> prompts) {
        return first(prompts, (_, _) -> 0);
    }

    private Optional<DivergencePath.Visible> first(Collection<String> prompts, Comparator<String> before) {
        return prompts.stream().filter(firsts::containsKey)
                .min(before.thenComparing(id -> firsts.get(id).position()))
                .map(id -> new DivergencePath.Visible(id, firsts.get(id)));
    }

    /// How many of some prompts part at a position.
    long partingAt(Collection<String> prompts, int position) {
        return prompts.stream().filter(id -> firsts.containsKey(id) && firsts.get(id).position() == position).count();
    }
}
