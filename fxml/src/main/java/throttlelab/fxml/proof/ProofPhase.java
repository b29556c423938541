package throttlelab.fxml.proof;

/// How a proof stands.
public enum ProofPhase {

    /// It does not run.
    IDLE,

    /// It goes on.
    RUNNING,

    /// It was cancelled and is about to end.
    STOPPING
}
