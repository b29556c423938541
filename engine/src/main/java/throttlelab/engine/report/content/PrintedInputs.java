package throttlelab.engine.report.content;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import throttlelab.engine.comparison.printed.Pairing;

/// What is to be known, beside the files, to compare answers of other systems.
///
/// @param pairing which answers answer the same prompt
/// @param bytes the bytes of tokens of our own recordings among them, by id, in hex digits
public record PrintedInputs(Pairing pairing, SortedMap<Integer, String> bytes) {

    /// No recording of ours, and answers that tell their prompts or all answer the same one.
    public static final PrintedInputs NOTHING = new PrintedInputs(Pairing.TOLD, new TreeMap<>());

    /// @throws NullPointerException if the map is null
    public PrintedInputs {
        bytes = Collections.unmodifiableSortedMap(new TreeMap<>(bytes));
    }
}
