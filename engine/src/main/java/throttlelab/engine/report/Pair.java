package throttlelab.engine.report;

import java.util.List;
import throttlelab.engine.comparison.Comparison;
import throttlelab.engine.recording.RecordedPrompt;

/// Two sets of streams that were compared.
///
/// @param name what the comparison is called in this report
/// @param expected the reference
/// @param actual the others
/// @param comparison how they differ
/// @param auditEqual whether the audit digests are equal; in words, for where they cannot be compared
record Pair(String name, List<RecordedPrompt> expected, List<RecordedPrompt> actual, Comparison comparison,
        String auditEqual) {
}
