package throttlelab.engine.recording;

import java.time.Instant;
import java.util.List;
import throttlelab.engine.federation.FederationReport;

/// The streams of a run with all that is needed to judge them.
///
/// @param id what it is known by
/// @param created when, to the second
/// @param setup what was asked for
/// @param profile name of the throttle profile
/// @param report what the federation measured
/// @param environment what it ran on
/// @param prompts the prompts and their streams, in order
public record Recording(String id, Instant created, RunSetup setup, String profile, FederationReport report,
        Environment environment, List<RecordedPrompt> prompts) {

    /// @throws IllegalArgumentException if two prompts have the same id
    public Recording {
        prompts = List.copyOf(prompts);
        if (prompts.stream().map(RecordedPrompt::id).distinct().count() != prompts.size()) {
            throw new IllegalArgumentException("two prompts of " + id + " have the same id");
        }
    }
}
