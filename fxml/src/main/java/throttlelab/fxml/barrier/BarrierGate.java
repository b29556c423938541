package throttlelab.fxml.barrier;

/// The gate of a barrier, at one moment.
///
/// @param combining how it adds
/// @param expected how many contributions the stage expects
/// @param required how many of them open the gate
/// @param arrived how many have come in time
/// @param open whether it has opened
public record BarrierGate(BarrierCombining combining, int expected, int required, int arrived, boolean open) {
}
