package throttlelab.engine.lesson;

import java.util.Optional;
import throttlelab.engine.comparison.LiveJudgement;
import throttlelab.engine.federation.FederationReport;
import throttlelab.engine.federation.GeneratedStream;

/// One run, as somebody sees it who looks at it now.
///
/// @param judgement the verdict on it, so far or for good
/// @param ended whether it has ended, for whatever reason
/// @param complete whether it has ended with all tokens asked for
/// @param report its times, refusals and audit digest
/// @param stages how many stages have passed
/// @param fullStages how many of them opened with every contribution that they expect
/// @param orders how many different orders of arrival there were
/// @param revived how many workers died and live again
/// @param stream what it gave, once it has ended
public record Sight(LiveJudgement judgement, boolean ended, boolean complete, FederationReport report, int stages,
        int fullStages, int orders, int revived, Optional<GeneratedStream> stream) {
}
