package throttlelab.engine.federation;

import java.util.List;
import throttlelab.engine.digest.Sha256;

/// What a federation measured since it was opened.
///
/// @param wallNanos time spent in runs, until the last worker had delivered its last contribution
/// @param prefillNanos the part of it before the first new token of each batch
/// @param stages stages passed
/// @param stagesWaited stages at whose barrier the coordinator found the gate still closed and had to wait
/// @param workers each worker's timing, by number
/// @param refusals contributions that were refused
/// @param auditDigest SHA-256 over the timing-free audit log
public record FederationReport(long wallNanos, long prefillNanos, long stages, long stagesWaited,
        List<WorkerTiming> workers, Refusals refusals, Sha256 auditDigest) {
}
