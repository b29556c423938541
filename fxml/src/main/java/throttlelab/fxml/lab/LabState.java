package throttlelab.fxml.lab;

/// What the lab is doing.
public enum LabState {

    /// The model is being loaded.
    LOADING,

    /// The model could not be loaded.
    FAILED,

    /// Nothing runs; Run is the thing to press.
    READY,

    /// A typed prompt's baseline is being made, or a run is being set up.
    PREPARING,

    /// A run goes on.
    RUNNING,

    /// A run is held between two stages.
    PAUSED,

    /// A bet or a proof goes on; until it has ended, nothing else is run.
    BETTING;

    /// Whether a run goes on or is held.
    public boolean active() {
        return this == RUNNING || this == PAUSED;
    }

    /// Whether a run may be started.
    public boolean idle() {
        return this == READY;
    }
}
