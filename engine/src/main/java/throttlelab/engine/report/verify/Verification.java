package throttlelab.engine.report.verify;

import java.nio.file.Path;
import java.util.List;

/// What verifying a file came to.
///
/// @param file which file
/// @param kind what it is, in words
/// @param checks what was checked and holds, in sentences
/// @param findings what is not as it should be in the file itself: changed digits, contradictions
/// @param differences where the replay gave something else
/// @param unproven why not everything could be checked, in sentences
/// @param replayed positions that were run again
/// @param positions positions in the file
public record Verification(Path file, String kind, List<String> checks, List<Finding> findings,
        List<Finding> differences, List<String> unproven, long replayed, long positions) {

    /// What it comes to in one word. The order is fixed: programs are told it by its place.
    public enum Outcome {

        /// Digests hold, everything that follows from something else does, and the replay gave the same bits.
        HOLDS,

        /// The file is not what was written, or contradicts itself.
        BROKEN,

        /// The file is what was written, but the replay gave something else.
        DIFFERS,

        /// Nothing speaks against it, but not everything could be checked.
        UNPROVEN
    }

    /// @throws NullPointerException if a list is null or holds null
    public Verification {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
        differences = List.copyOf(differences);
        unproven = List.copyOf(unproven);
    }

    /// What it comes to.
    public Outcome outcome() {
        if (!findings.isEmpty()) {
            return Outcome.BROKEN;
        }
        if (!differences.isEmpty()) {
            return Outcome.DIFFERS;
        }
        return unproven.isEmpty() && replayed == positions ? Outcome.HOLDS : Outcome.UNPROVEN;
    }
}
