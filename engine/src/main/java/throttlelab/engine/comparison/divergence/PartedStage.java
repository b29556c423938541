package throttlelab.engine.comparison.divergence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import throttlelab.engine.federation.StageKind;
import throttlelab.engine.recording.AuditedStage;

/// The stage at which two runs part.
///
/// @param cause what is different there
/// @param token index of the new token that the stage leads to, from 0
/// @param layer the layer, from 0; the number of layers for the output head
/// @param kind attention, experts or head
/// @param a what the first run has of it
/// @param b what the second run has of it
/// @param parted the contributions that are not equal, in slot order; none if they all are
public record PartedStage(Cause cause, int token, int layer, StageKind kind, Side a, Side b, List<Parted> parted) {

    /// One run's part.
    ///
    /// @param step number of the forward pass in its log
    /// @param stage what the log has of the stage; nothing if it has none
    /// @param arrivals the slots in the order of their arrival; none where nobody noted it
    /// @param source where the log is from
    public record Side(long step, Optional<AuditedStage> stage, List<Integer> arrivals, Source source) {

        /// @throws NullPointerException if the list is null or holds null
        public Side {
            arrivals = List.copyOf(arrivals);
        }
    }

    /// A contribution that is not the same on both sides.
    ///
    /// @param slot its slot
    /// @param worker whose slot it is, as far as that is known
    /// @param a what the first run combined; nothing if it went on without
    /// @param b what the second run combined; nothing if it went on without
    public record Parted(int slot, OptionalInt worker, Optional<AuditedStage.Contribution> a,
            Optional<AuditedStage.Contribution> b) {
    }

    /// @throws NullPointerException if the list is null or holds null
    public PartedStage {
        parted = List.copyOf(parted);
    }
}
