package throttlelab.engine.recording;

import java.nio.file.Path;
import java.util.List;
import throttlelab.engine.digest.Sha256;

/// What was read from a recording or a result.
///
/// @param file where it stands
/// @param digest its own digest, which holds
/// @param result whether it is the result of a bet
/// @param recordings the one recording, or one for each profile that the bet ran, `none` first
public record RecordedRuns(Path file, Sha256 digest, boolean result, List<Recording> recordings) {

    /// @throws NullPointerException if the list is null or holds null
    public RecordedRuns {
        recordings = List.copyOf(recordings);
    }
}
