package throttlelab.fxml.barrier;

/// How a barrier adds what arrives.
public enum BarrierCombining {

    /// All of it, in slot order: the real policy.
    SLOT_ORDER,

    /// All of it, in the order of arrival.
    ARRIVAL_ORDER,

    /// What has come when the gate opens too early.
    EARLY
}
