package throttlelab.fxml.transport;

/// What the first button does.
public enum RunAction {

    /// Starts a run.
    RUN,

    /// Holds it.
    PAUSE,

    /// Lets it go on.
    RESUME,

    /// Nothing: a run is being set up.
    WAIT
}
