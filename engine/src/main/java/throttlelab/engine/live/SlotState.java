package throttlelab.engine.live;

/// What one slot of a stage is doing.
public enum SlotState {

    /// Its worker has not begun: it is still busy with an earlier stage, or has just been told.
    WAITING,

    /// Its worker computes.
    COMPUTING,

    /// Its worker has computed and is held back by its throttle.
    DELAYED,

    /// Its worker died before it delivered, and has not been revived.
    DEAD,

    /// Its contribution has arrived and locked it.
    LOCKED,

    /// Its contribution came after the gate had opened and was refused: it fell on the floor.
    LATE,

    /// Its contribution was refused for another reason.
    REFUSED
}
