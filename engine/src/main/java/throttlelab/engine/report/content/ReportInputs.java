package throttlelab.engine.report.content;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that a report follows from.
///
/// @param sources one result, or two files that are compared
/// @param vocabulary what the tokens in the sources say, by id; empty where the tokenizer was not at hand
/// @param shippedModel whether the model is the one that comes with the program
/// @param shippedPrompts whether the prompts are the first ones of those that come with the program
public record ReportInputs(List<Source> sources, SortedMap<Integer, String> vocabulary, boolean shippedModel,
        boolean shippedPrompts) {

    /// @throws IllegalArgumentException if there are not one or two sources
    public ReportInputs {
        sources = List.copyOf(sources);
        vocabulary = Collections.unmodifiableSortedMap(new TreeMap<>(vocabulary));
        if (sources.isEmpty() || sources.size() > 2) {
            throw new IllegalArgumentException("a report is made of one or two files, not of " + sources.size());
        }
    }
}
