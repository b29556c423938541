package throttlelab.engine.replay;

import java.util.List;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.recording.RecordedPrompt;

/// What running something again gave.
///
/// @param prompts the prompts in the order asked for, each with its new stream; fewer, and the last ones shorter, if it
///        was stopped
/// @param report what the federation measured; its audit digest is that of the recording if the same prompts ran in the
///        same batches for the same number of tokens
public record Replayed(List<RecordedPrompt> prompts, FederationReport report) {

    /// @throws NullPointerException if the list is null or holds null
    public Replayed {
        prompts = List.copyOf(prompts);
    }
}
