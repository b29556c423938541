package throttlelab.engine.report.content;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// All that a report follows from.
///
/// @param sources one result; or two files that are compared; or any number, if answers of other systems are among them
/// @param vocabulary what the tokens in the sources say, by id; empty where the tokenizer was not at hand
/// @param shippedModel whether the model is the one that comes with the program
/// @param shippedPrompts whether the prompts are the first ones of those that come with the program
/// @param path the way to who made the first difference, as far as something else than the sources told it
/// @param printed what is to be known to compare answers of other systems
public record ReportInputs(List<Source> sources, SortedMap<Integer, String> vocabulary, boolean shippedModel,
        boolean shippedPrompts, Optional<FoundPath> path, PrintedInputs printed) {

    /// So many files with answers of other systems one report is made of at most.
    public static final int MOST_FILES = 1_000;

    /// @throws IllegalArgumentException if there are too few or too many sources
    public ReportInputs {
        sources = List.copyOf(sources);
        vocabulary = Collections.unmodifiableSortedMap(new TreeMap<>(vocabulary));
        int most = sources.stream().anyMatch(Source::foreign) ? MOST_FILES : 2;
        if (sources.isEmpty() || sources.size() > most) {
            throw new IllegalArgumentException("a report is made of one to " + most + " files, not of " + sources.size());
        }
    }

    /// Recordings or results alone.
    public ReportInputs(List<Source> sources, SortedMap<Integer, String> vocabulary, boolean shippedModel,
            boolean shippedPrompts) {
        this(sources, vocabulary, shippedModel, shippedPrompts, Optional.empty(), PrintedInputs.NOTHING);
    }

    /// Whether answers of other systems are among the sources, so that decimals are compared and no bits.
    public boolean foreign() {
        return sources.stream().anyMatch(Source::foreign);
    }

    /// The same of other files.
    public ReportInputs of(List<Source> others) {
        return new ReportInputs(others, vocabulary, shippedModel, shippedPrompts, path, printed);
    }

    /// The same with a way to the first difference.
    public ReportInputs with(Optional<FoundPath> found) {
        return new ReportInputs(sources, vocabulary, shippedModel, shippedPrompts, found, printed);
    }
}
