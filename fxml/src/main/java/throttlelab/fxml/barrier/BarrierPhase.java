package throttlelab.fxml.barrier;

/// What a slot shows.
public enum BarrierPhase {

    /// Its worker has not begun, or is still busy with an earlier stage.
    WAITING,

    /// Its worker computes.
    COMPUTING,

    /// Its worker has computed and is held back.
    DELAYED,

    /// Its worker is dead.
    DEAD,

    /// Its contribution has arrived.
    LOCKED,

    /// Its contribution came too late and fell on the floor.
    LATE,

    /// Its contribution was refused for another reason.
    REFUSED;

    /// Whether its worker has handed something in.
    boolean over() {
        return this == LOCKED || this == LATE || this == REFUSED;
    }
}
