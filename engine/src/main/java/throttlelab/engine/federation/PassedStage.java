package throttlelab.engine.federation;

import java.util.List;
import throttlelab.engine.digest.Sha256;

/// A stage whose gate has opened, as the audit log sees it.
///
/// @param stage which stage
/// @param input its input digest
/// @param began when it was handed out, by the federation's clock, in nanoseconds
/// @param contributions what was combined, in slot order; only in a federation with a [SeededDefect] can it be another one
public record PassedStage(StageId stage, Sha256 input, long began, List<Entry> contributions) {

    /// One contribution that was combined.
    ///
    /// @param slot its slot
    /// @param worker who delivered it
    /// @param address its content address
    /// @param checksum its checksum
    /// @param arrival its place in the order of arrival, from 0
    /// @param arrivedAt when it arrived, by the federation's clock, in nanoseconds
    public record Entry(int slot, int worker, Sha256 address, int checksum, int arrival, long arrivedAt) {
    }
}
