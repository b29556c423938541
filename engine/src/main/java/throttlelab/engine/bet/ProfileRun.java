package throttlelab.engine.bet;

import java.util.List;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.recording.RecordedPrompt;

/// What one run of a bet gave.
///
/// @param planned which run
/// @param prompts all prompts of the bet in order; streams are shorter than asked for, or empty, if it was stopped
/// @param report what its federation measured
/// @param complete whether every stream has all its tokens
public record ProfileRun(PlannedRun planned, List<RecordedPrompt> prompts, FederationReport report, boolean complete) {

    /// @throws NullPointerException if the list is null or holds null
    public ProfileRun {
        prompts = List.copyOf(prompts);
    }

    /// Its name in results.
    public String name() {
        return planned.name();
    }
}
