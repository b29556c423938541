package throttlelab.engine.comparison.divergence;

import java.util.Optional;
import throttlelab.engine.recording.AuditedRun;
import throttlelab.engine.recording.Recording;

/// A recording, and the audit log of its run if it is at hand.
///
/// @param recording the recording
/// @param log the log that has its audit digest
public record AuditedRecording(Recording recording, Optional<AuditedRun> log) {
}
