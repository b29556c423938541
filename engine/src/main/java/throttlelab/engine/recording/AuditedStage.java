package throttlelab.engine.recording;

import java.util.List;
import throttlelab.engine.digest.Sha256;
import throttlelab.engine.federation.StageKind;

/// A stage as the audit log has it.
///
/// @param step number of the forward pass
/// @param layer the layer, from 0; the number of layers for the output head
/// @param kind attention, experts or head
/// @param input its input digest
/// @param contributions what was combined, in slot order
/// @param line the line of the log it begins in, from 1
public record AuditedStage(long step, int layer, StageKind kind, Sha256 input, List<Contribution> contributions,
        long line) {

    /// One contribution that was combined.
    ///
    /// @param slot its slot
    /// @param address its content address
    /// @param checksum its checksum
    public record Contribution(int slot, Sha256 address, int checksum) {
    }

    /// @throws NullPointerException if the list is null or holds null
    public AuditedStage {
        contributions = List.copyOf(contributions);
    }
}
