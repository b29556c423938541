package throttlelab.engine.federation;

import throttlelab.engine.digest.Sha256;

/// A contribution that was refused, as the timed part of the audit log sees it.
///
/// @param during the stage whose barrier stood when it came; `null` before the first
/// @param address its content address
/// @param reason why it was refused
/// @param at when it came, by the federation's clock, in nanoseconds
public record RefusedContribution(StageId during, Sha256 address, Acceptance reason, long at) {
}
