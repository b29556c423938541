package throttlelab.fxml.bet;

/// How a bet stands.
public enum BetPhase {

    /// None goes on.
    IDLE,

    /// One goes on.
    RUNNING,

    /// One was cancelled and is about to end.
    STOPPING
}
